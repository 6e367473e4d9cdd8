import Foundation
import Testing
import Vocabulary

/// Whole answers of publishers. The counts were taken with other programs over the same files, the values looked
/// up in the files themselves, means of two sides worked out from both.
@Suite(.enabled(if: RealData.isPresent, RealData.absence)) struct RealRatesTests {
    static let bodies: [(feed: String, file: String, part: String?, rows: Int, lines: [String])] = [
        (
            "banrep", "banrep_0.json", nil, 5,
            [
                "USD/COP:official:banrep 2026-03-17 3691.9", "USD/COP:official:banrep 2026-03-19 3704.17",
                "USD/COP:official:banrep 2026-03-21 3704.87",
            ]
        ),
        (
            "bbk", "bbk_0.csv", nil, 108,
            [
                "ATS/DEM:reference:bundesbank 1998-12-21 0.14214", "ATS/DEM:reference:bundesbank 1998-12-22 0.14213",
                "USD/DEM:reference:bundesbank 1998-12-30 1.6730",
            ]
        ),
        (
            "bcb", "bcb_0.json", "aud", 15,
            [
                "AUD/BRL:official.buy:bcb 2026-03-02 3.66930", "AUD/BRL:official.sell:bcb 2026-03-02 3.67020",
                "AUD/BRL:official:bcb 2026-03-02 3.66975",
            ]
        ),
        (
            "bcb", "bcb_1.json", "cad", 15,
            [
                "CAD/BRL:official.buy:bcb 2026-03-02 3.79410", "CAD/BRL:official.sell:bcb 2026-03-03 3.85910",
                "CAD/BRL:official.buy:bcb 2026-03-04 3.81300",
            ]
        ),
        (
            "bcb", "bcb_2.json", "chf", 15,
            [
                "CHF/BRL:official.buy:bcb 2026-03-02 6.66260", "CHF/BRL:official.sell:bcb 2026-03-02 6.66590",
                "CHF/BRL:official.buy:bcb 2026-03-03 6.73510",
            ]
        ),
        (
            "bcb", "bcb_3.json", "dkk", 15,
            [
                "DKK/BRL:official.buy:bcb 2026-03-02 0.81280", "DKK/BRL:official.sell:bcb 2026-03-02 0.81300",
                "DKK/BRL:official.buy:bcb 2026-03-03 0.81890",
            ]
        ),
        (
            "bcc", "bcc_0.json", "aud", 12,
            [
                "AUD/CUP:official:bcc 2026-05-19 17.1732", "AUD/CUP:official.public:bcc 2026-05-19 85.866",
                "AUD/CUP:official.special:bcc 2026-05-22 362.98665",
            ]
        ),
        (
            "bcc", "bcc_1.json", "cad", 12,
            [
                "CAD/CUP:official:bcc 2026-05-19 17.46217", "CAD/CUP:official.public:bcc 2026-05-20 87.27273",
                "CAD/CUP:official.special:bcc 2026-05-22 367.96458",
            ]
        ),
        (
            "bcc", "bcc_2.json", "chf", 12,
            [
                "CHF/CUP:official:bcc 2026-05-19 30.56935", "CHF/CUP:official.public:bcc 2026-05-22 152.5553",
                "CHF/CUP:official.special:bcc 2026-05-21 643.80952",
            ]
        ),
        (
            "bcc", "bcc_3.json", "cny", 12,
            [
                "CNY/CUP:official:bcc 2026-05-19 3.52928", "CNY/CUP:official.public:bcc 2026-05-22 17.63889",
                "CNY/CUP:official.special:bcc 2026-05-22 74.5243",
            ]
        ),
        (
            "bcra", "bcra_0.json", nil, 36,
            [
                "USD/ARS:official:bcra 2026-03-19 1394.50000000", "AUD/ARS:official:bcra 2026-03-19 983.81975000",
                "VND/ARS:official:bcra 2026-03-19 0.05304096500",
            ]
        ),
        (
            "bcra", "bcra_1.json", nil, 36,
            [
                "AUD/ARS:official:bcra 2026-03-20 978.07770000", "AWG/ARS:official:bcra 2026-03-20 776.81564200",
                "BRL/ARS:official:bcra 2026-03-20 262.39314600",
            ]
        ),
        (
            "cbm", "cbm_0.json", nil, 38,
            [
                "USD/MMK:official:cbm 2026-04-09 2100.00", "JPY/MMK:official:cbm 2026-04-09 13.2188",
                "RUB/MMK:official:cbm 2026-04-09 26.82",
            ]
        ),
        (
            "cbr", "cbr_0.xml", nil, 54,
            [
                "AUD/RUB:official:cbr 2026-04-25 53.8359", "AZN/RUB:official:cbr 2026-04-25 44.4278",
                "DZD/RUB:official:cbr 2026-04-25 0.570006",
            ]
        ),
        (
            "cbr-dynamic", "cbr_1.xml", nil, 3,
            [
                "AUD/RUB:official:cbr 2026-03-03 54.7468", "AUD/RUB:official:cbr 2026-03-04 55.1336",
                "AUD/RUB:official:cbr 2026-03-05 54.4295",
            ]
        ),
        (
            "cbr-dynamic", "cbr_2.xml", nil, 3,
            [
                "AZN/RUB:official:cbr 2026-03-03 45.3961", "AZN/RUB:official:cbr 2026-03-04 45.6525",
                "AZN/RUB:official:cbr 2026-03-05 45.7652",
            ]
        ),
        (
            "cbr-dynamic", "cbr_3.xml", nil, 3,
            [
                "DZD/RUB:official:cbr 2026-03-03 0.592589", "DZD/RUB:official:cbr 2026-03-04 0.594608",
                "DZD/RUB:official:cbr 2026-03-05 0.595306",
            ]
        ),
        (
            "cbu", "cbu_0.json", nil, 75,
            [
                "USD/UZS:official:cbu 2026-04-01 12194.21", "SYP/UZS:official:cbu 2026-04-01 105.56",
                "IRR/UZS:official:cbu 2026-04-01 0.009",
            ]
        ),
        (
            "cbu", "cbu_1.json", nil, 75,
            [
                "USD/UZS:official:cbu 2026-04-02 12142.10", "EUR/UZS:official:cbu 2026-04-02 14079.98",
                "AED/UZS:official:cbu 2026-04-02 3306.13",
            ]
        ),
        (
            "cbu", "cbu_2.json", nil, 75,
            [
                "USD/UZS:official:cbu 2026-04-03 12149.84", "EUR/UZS:official:cbu 2026-04-03 14003.91",
                "ZAR/UZS:official:cbu 2026-04-03 716.04",
            ]
        ),
        (
            "dab", "dab_0.html", nil, 50,
            [
                "USD/AFN:official.cash_sell:dab 2026-05-18 64.0767", "SAR/AFN:official.buy:dab 2026-05-18 16.6327",
                "IRR/AFN:official.sell:dab 2026-05-18 0.00008",
            ]
        ),
        (
            "dab", "dab_1.html", nil, 50,
            ["USD/AFN:official:dab 2026-05-19 63.7236", "AED/AFN:official.buy:dab 2026-05-19 17.2361"]
        ),
        (
            "dab", "dab_2.html", nil, 50,
            ["USD/AFN:official:dab 2026-05-20 63.694", "AED/AFN:official.buy:dab 2026-05-20 17.2063"]
        ),
        (
            "ecb-sdmx", "ecb_historical_0.csv", nil, 8067,
            [
                "EUR/AUD:reference:ecb 2025-01-02 1.6618", "EUR/AUD:reference:ecb 2025-01-08 1.66",
                "EUR/THB:reference:ecb 2025-05-07 37.147",
            ]
        ),
        (
            "ecb-sdmx", "ecb_recent_0.csv", nil, 638,
            [
                "EUR/AUD:reference:ecb 2026-02-17 1.6776", "EUR/AUD:reference:ecb 2026-03-18 1.6305",
                "EUR/BRL:reference:ecb 2026-02-17 6.1788",
            ]
        ),
        (
            "fred", "fred_0.json", "brl", 10,
            [
                "USD/BRL:reference:fred 2026-03-02 5.1901", "USD/BRL:reference:fred 2026-03-11 5.157",
                "USD/BRL:reference:fred 2026-03-13 5.2914",
            ]
        ),
        (
            "fred", "fred_1.json", "cad", 10,
            ["USD/CAD:reference:fred 2026-03-02 1.3705", "USD/CAD:reference:fred 2026-03-13 1.3736"]
        ),
        (
            "fred", "fred_2.json", "cny", 10,
            ["USD/CNY:reference:fred 2026-03-02 6.8821", "USD/CNY:reference:fred 2026-03-13 6.8961"]
        ),
        (
            "fred", "fred_3.json", "dkk", 10,
            ["USD/DKK:reference:fred 2026-03-02 6.3906", "USD/DKK:reference:fred 2026-03-13 6.5294"]
        ),
        (
            "imf-rates", "imf_0.txt", nil, 712,
            [
                "USD/CNY:official:imf 2026-03-02 6.882900", "EUR/USD:official:imf 2026-03-31 1.149800",
                "USD/KRW:official:imf 2026-03-03 1435.400000",
            ]
        ),
        (
            "imf-sdr", "imf_1.txt", nil, 734,
            [
                "CNY/XDR:official:imf 2026-03-02 0.1060050000", "USD/XDR:official:imf 2026-03-02 0.7296240000",
                "OMR/XDR:official:imf 2026-03-31 1.9174300000",
            ]
        ),
        (
            "lb", "lb_0.xml", nil, 88,
            ["AED/LTL:official:lb 2014-12-29 0.76881", "ZAR/LTL:official:lb 2014-12-29 0.24419"]
        ),
        (
            "lb", "lb_1.xml", nil, 88,
            ["AFN/LTL:official:lb 2014-12-30 0.048611", "ZAR/LTL:official:lb 2014-12-30 0.24419"]
        ),
        (
            "lb", "lb_2.xml", nil, 88,
            ["AED/LTL:official:lb 2014-12-31 0.76881", "AFN/LTL:official:lb 2014-12-31 0.048611"]
        ),
        (
            "mnb", "mnb_0.xml", nil, 160,
            [
                "AUD/HUF:official:mnb 2025-03-28 235.26", "BRL/HUF:official:mnb 2025-03-28 65.09",
                "CHF/HUF:official:mnb 2025-03-28 423.43",
            ]
        ),
        (
            "nbg", "nbg_0.json", nil, 42,
            [
                "AED/GEL:official:nbg 2026-02-28 0.72853", "AMD/GEL:official:nbg 2026-02-28 0.0070960",
                "IRR/GEL:official:nbg 2026-02-28 0.00000204",
            ]
        ),
        (
            "nbg", "nbg_1.json", nil, 42,
            ["AED/GEL:official:nbg 2026-03-03 0.73291", "AMD/GEL:official:nbg 2026-03-03 0.0071407"]
        ),
        (
            "nbg", "nbg_2.json", nil, 42,
            ["AED/GEL:official:nbg 2026-03-03 0.73291", "AMD/GEL:official:nbg 2026-03-03 0.0071407"]
        ),
        (
            "nbk", "nbk_0.xml", nil, 39,
            ["AUD/KZT:official:nbk 2026-04-01 328.01", "AED/KZT:official:nbk 2026-04-01 130.39"]
        ),
        (
            "nbk", "nbk_1.xml", nil, 39,
            ["AUD/KZT:official:nbk 2026-04-02 329.81", "AED/KZT:official:nbk 2026-04-02 129.39"]
        ),
        (
            "nbk", "nbk_2.xml", nil, 39,
            ["AUD/KZT:official:nbk 2026-04-03 324.15", "JPY/KZT:official:nbk 2026-04-03 2.96"]
        ),
        (
            "nbkr", "nbkr_live_0.xml", nil, 5,
            [
                "USD/KGS:official:nbkr 2026-05-24 87.4500", "EUR/KGS:official:nbkr 2026-05-24 101.5076",
                "RUB/KGS:official:nbkr 2026-05-24 1.2263",
            ]
        ),
        (
            "nbkr-weekly", "nbkr_live_1.xml", nil, 40,
            [
                "GBP/KGS:official:nbkr 2026-05-23 117.4147", "INR/KGS:official:nbkr 2026-05-23 0.9117",
                "KRW/KGS:official:nbkr 2026-05-23 0.0576",
            ]
        ),
        (
            "nbp", "nbp_0.json", nil, 128,
            [
                "THB/PLN:official:nbp 2026-03-02 0.1146", "CAD/PLN:official:nbp 2026-03-02 2.6410",
                "HUF/PLN:official:nbp 2026-03-02 0.011155",
            ]
        ),
        (
            "nbp-b", "nbp_1.json", nil, 116,
            [
                "AFN/PLN:official:nbp 2026-03-04 0.056626", "MGA/PLN:official:nbp 2026-03-04 0.000881",
                "VES/PLN:official:nbp 2026-03-04 0.0087",
            ]
        ),
        (
            "nbp-gold", "nbp_2.json", nil, 4,
            ["PL:gold:nbp 2026-03-02 595.71", "PL:gold:nbp 2026-03-03 624.92", "PL:gold:nbp 2026-03-05 612.51"]
        ),
        (
            "nbrb", "nbrb_0.json", nil, 30,
            [
                "AUD/BYN:official:nbrb 2026-03-17 2.0700", "AMD/BYN:official:nbrb 2026-03-17 0.0078014",
                "UAH/BYN:official:nbrb 2026-03-17 0.066699",
            ]
        ),
        (
            "nbrb", "nbrb_1.json", nil, 30,
            [
                "AUD/BYN:official:nbrb 2026-03-17 2.0700", "BRL/BYN:official:nbrb 2026-03-17 0.55390",
                "IRR/BYN:official:nbrb 2026-03-17 0.000002229",
            ]
        ),
        (
            "nbrb-dynamic", "nbrb_2.json", nil, 17,
            ["AUD/BYN:official:nbrb 2026-03-01 2.0310", "AUD/BYN:official:nbrb 2026-03-06 2.0443"]
        ),
        (
            "nbrb-dynamic", "nbrb_3.json", nil, 17,
            ["AMD/BYN:official:nbrb 2026-03-01 0.0076101", "AMD/BYN:official:nbrb 2026-03-06 0.0077002"]
        ),
        (
            "nbrm", "nbrm_1.json", nil, 31,
            [
                "EUR/MKD:official:nbrm 2026-05-30 61.695", "USD/MKD:official:nbrm 2026-05-30 53.1075",
                "IDR/MKD:official:nbrm 2026-05-30 0.003",
            ]
        ),
        (
            "nbt", "nbt_0.xml", nil, 36,
            [
                "USD/TJS:official:nbt 2026-05-18 9.3450", "KRW/TJS:official:nbt 2026-05-18 0.006224",
                "MYR/TJS:official:nbt 2026-05-18 2.3628",
            ]
        ),
        (
            "nbt", "nbt_1.xml", nil, 36,
            ["USD/TJS:official:nbt 2026-05-19 9.3371", "CHF/TJS:official:nbt 2026-05-19 11.8702"]
        ),
        (
            "nbt", "nbt_2.xml", nil, 36,
            ["USD/TJS:official:nbt 2026-05-20 9.3288", "CHF/TJS:official:nbt 2026-05-20 11.8491"]
        ),
        (
            "nbu", "nbu_0.json", nil, 720,
            [
                "TND/UAH:official:nbu 2026-03-01 15.093", "THB/UAH:official:nbu 2026-03-01 1.39116",
                "USD/UAH:official:nbu 2026-03-01 43.2081",
            ]
        ),
        (
            "sbp", "sbp_1.xlsx", nil, 506,
            [
                "AUD/PKR:market:sbp 2026-04-01 192.929678", "JPY/PKR:market:sbp 2026-04-30 1.738082",
                "BHD/PKR:market:sbp 2026-04-02 738.8866",
            ]
        ),
        (
            "tcmb", "tcmb_0.json", nil, 882,
            [
                "USD/TRY:official.buy:tcmb 2026-03-02 43.80000000",
                "JPY/TRY:official.sell:tcmb 2026-03-02 0.2819270000",
                "AED/TRY:official.sell:tcmb 2026-03-02 12.01440000",
            ]
        ),
    ]

    @Test("A publisher's whole answer is read to the last value, with nothing left over", arguments: bodies)
    func whole(feed: String, file: String, part: String?, rows: Int, lines: [String]) throws {
        let reading = try ShippedFeed.read(feed, try RealData.file("rates/samples/\(file)"), part: part)
        #expect(reading.rows == rows)
        #expect(reading.leftovers.isEmpty)
        let printed = Set(reading.printedRates)
        for line in lines { #expect(printed.contains(line), "\(line)") }
    }

    @Test(
        "Every saved answer is read, but for two of Iraq: a page without a rate, and a workbook whose cells hold averages"
    )
    func everyBody() throws {
        let read = Set(Self.bodies.map(\.file))
        #expect(try RealData.names("rates/samples").filter { !read.contains($0) } == ["cbi_0.html", "cbi_1.xlsx"])
    }

    @Test("Every market of Syria is read: 2,652 quotes, and the medians that the press cited")
    func markets() throws {
        let reading = try ShippedFeed.read(
            "wfp-syr", try RealData.unpacked("rates/wfp/syr-exchange-rate-unofficial.csv.xz"))
        let quotes = reading.rates.filter { $0.key.measure.hasPrefix("parallel@") }
        #expect(quotes.reduce(0) { $0 + $1.days.count } == 2652)
        #expect(quotes.count == 83)
        let median = try reading.series("USD/SYP:parallel:wfp").printed
        for line in ["2018-07-15 441", "2018-09-15 454", "2019-09-15 635", "2020-09-15 2201.6"] {
            #expect(median.contains(line), "\(line)")
        }
        let (first, last) = (441.0, 2201.6)
        #expect(abs(100 * (1 - first / last) - 79.97) < 0.005)
    }

    @Test("The aggregator's six years are 405,050 rates, the dollar's own price left out")
    func aggregator() throws {
        let reading = try ShippedFeed.read(
            "rates-csv", try RealData.unpacked("rates/openexchangerates/usd-daily-2020-2026.csv.xz"))
        // 407,448 lines, of which 2,398 say that a dollar is a dollar.
        #expect(reading.rows == 407_448 - 2_398)
    }
}
