import Feeds
import Testing
import Vocabulary

/// Every feed on a shared reader, by its shipped layout, on a small file in its publisher's exact shape.
@Suite struct SharedReadersTests {
    static let feeds: [(feed: String, file: String, lines: [String])] = [
        (
            "cbr", "rates-xml/cbr.xml",
            ["AUD/RUB:official:cbr 2026-04-25 53.8359", "DZD/RUB:official:cbr 2026-04-25 0.570006"]
        ),
        ("cbr-dynamic", "rates-xml/cbr-dynamic.xml", ["DZD/RUB:official:cbr 2026-03-03 0.592589"]),
        (
            "nbu", "rates-json/nbu.json",
            ["THB/UAH:official:nbu 2026-03-01 1.39116", "USD/UAH:official:nbu 2026-03-01 43.2081"]
        ),
        (
            "nbp", "rates-json/nbp.json",
            [
                "HUF/PLN:official:nbp 2026-03-02 0.011155", "THB/PLN:official:nbp 2026-03-02 0.1146",
                "THB/PLN:official:nbp 2026-03-03 0.1162",
            ]
        ),
        (
            "nbp-b", "rates-json/nbp-b.json",
            ["AFN/PLN:official:nbp 2026-03-04 0.056626", "VES/PLN:official:nbp 2026-03-04 0.0087"]
        ),
        ("nbp-gold", "rates-json/nbp-gold.json", ["PL:gold:nbp 2026-03-02 595.71", "PL:gold:nbp 2026-03-03 624.92"]),
        (
            "nbrb", "rates-json/nbrb.json",
            ["AMD/BYN:official:nbrb 2026-03-17 0.0078014", "AUD/BYN:official:nbrb 2026-03-17 2.0700"]
        ),
        (
            "nbrb-dynamic", "rates-json/nbrb-dynamic.json",
            ["AMD/BYN:official:nbrb 2026-03-01 0.0076101", "AMD/BYN:official:nbrb 2026-03-02 0.0075765"]
        ),
        (
            "cbu", "rates-json/cbu.json",
            [
                "IRR/UZS:official:cbu 2026-04-01 0.009", "SYP/UZS:official:cbu 2026-04-01 105.56",
                "USD/UZS:official:cbu 2026-04-01 12194.21",
            ]
        ),
        (
            "tcmb", "rates-json/tcmb.json",
            [
                "JPY/TRY:official.buy:tcmb 2026-03-02 0.2800720000",
                "JPY/TRY:official.sell:tcmb 2026-03-02 0.2819270000",
                "JPY/TRY:official:tcmb 2026-03-02 0.2809995", "USD/TRY:official.buy:tcmb 2026-03-02 43.80000000",
                "USD/TRY:official.sell:tcmb 2026-03-02 43.87890000", "USD/TRY:official:tcmb 2026-03-02 43.83945",
            ]
        ),
        (
            "bcc", "rates-json/bcc.json",
            [
                "USD/CUP:official.public:bcc 2026-05-19 120", "USD/CUP:official.special:bcc 2026-05-19 502",
                "USD/CUP:official:bcc 2026-05-19 24",
            ]
        ),
        (
            "bcra", "rates-json/bcra.json",
            [
                "USD/ARS:official.com3500:bcra 2026-03-19 1395.51420000",
                "USD/ARS:official:bcra 2026-03-19 1394.50000000",
                "VES/ARS:official:bcra 2026-03-19 3.13045430", "VND/ARS:official:bcra 2026-03-19 0.05304096500",
            ]
        ),
        (
            "cbm", "rates-json/cbm.json",
            [
                "JPY/MMK:official:cbm 2026-04-09 13.2188", "KWD/MMK:official:cbm 2026-04-09 6851.55",
                "USD/MMK:official:cbm 2026-04-09 2100.00",
            ]
        ),
        (
            "dab", "rates-html/dab.html",
            [
                "IRR/AFN:official.buy:dab 2026-05-18 0.00004", "IRR/AFN:official.cash_buy:dab 2026-05-18 0.00003",
                "IRR/AFN:official.cash_sell:dab 2026-05-18 0.00009", "IRR/AFN:official.sell:dab 2026-05-18 0.00008",
                "IRR/AFN:official:dab 2026-05-18 0.00006", "USD/AFN:official.buy:dab 2026-05-18 63.9267",
                "USD/AFN:official.cash_buy:dab 2026-05-18 63.8767", "USD/AFN:official.cash_sell:dab 2026-05-18 64.0767",
                "USD/AFN:official.sell:dab 2026-05-18 64.0267", "USD/AFN:official:dab 2026-05-18 63.9767",
            ]
        ),
        (
            "imf-rates", "rates-csv/imf-rates.tsv",
            [
                "EUR/USD:official:imf 2026-03-02 1.169800", "EUR/USD:official:imf 2026-03-03 1.160600",
                "EUR/USD:official:imf 2026-03-17 1.153100", "USD/KRW:official:imf 2026-03-03 1435.400000",
            ]
        ),
        (
            "imf-sdr", "rates-csv/imf-sdr.tsv",
            ["EUR/XDR:official:imf 2026-03-02 0.8535140000", "USD/XDR:official:imf 2026-03-02 0.7296240000"]
        ),
        (
            "imf", "sdmx-csv/imf.csv",
            ["USD/SYP:official.average:imf 2010-12-31 46.7", "USD/SYP:official:imf 2010-12-31 46.8"]
        ),
        (
            "worldbank", "rates-json/worldbank.json",
            ["TR:cpi_yoy:worldbank 2022-12-31 72.3088358", "TR:cpi_yoy:worldbank 2023-12-31 53.8594089"]
        ),
        ("worldbank-fx", "rates-json/worldbank-fx.json", ["USD/SYP:official.average:worldbank 2010-12-31 46.4980"]),
        ("bis", "sdmx-csv/bis.csv", ["USD/TRY:official:bis 2018-08-10 6.43"]),
        ("bis-eer", "sdmx-csv/bis-eer.csv", ["TR:neer:bis 2018-07-31 196.4", "TR:reer:bis 2018-07-31 78.1"]),
        (
            "ecb-sdmx", "sdmx-csv/ecb-sdmx.csv",
            [
                "EUR/RUB:reference:ecb 2022-03-01 117.201", "EUR/TRY:reference:ecb 2026-10-29 55.71",
                "EUR/TRY:reference:ecb 2026-10-30 55.8015",
            ]
        ),
        ("open-er-api", "rates-json/open-er-api.json", ["USD/SYP:blend:open-er-api 2026-04-01 115.5"]),
        ("exchange-api", "rates-json/exchange-api.json", ["USD/SYP:blend:exchange-api 2024-03-06 13000.5"]),
        (
            "frankfurter", "rates-json/frankfurter.json",
            ["USD/TRY:blend:frankfurter 2026-04-09 44.51", "USD/TRY:blend:frankfurter 2026-04-10 44.53"]
        ),
        ("unore", "rates-xml/unore.xml", ["USD/SYP:official.un:unore 2024-03-01 12562.000"]),
        (
            "bonbast", "rates-json/bonbast.json",
            [
                "USD/IRR:parallel.buy:bonbast 2012-10-11 33000", "USD/IRR:parallel.sell:bonbast 2012-10-09 35500",
                "USD/IRR:parallel.sell:bonbast 2012-10-11 33800", "USD/IRR:parallel:bonbast 2012-10-09 35500",
                "USD/IRR:parallel:bonbast 2012-10-11 33400",
            ]
        ),
        (
            "sp-today", "rates-json/sp-today.json",
            [
                "USD/SYP:parallel.buy@Damascus:sp-today 2026-05-18 11800",
                "USD/SYP:parallel.sell@Damascus:sp-today 2026-05-18 11850",
                "USD/SYP:parallel@Damascus:sp-today 2026-05-18 11825",
            ]
        ),
        (
            "sp-today-aleppo", "rates-json/sp-today-aleppo.json",
            [
                "USD/SYP:parallel.buy@Aleppo:sp-today 2026-05-18 11810",
                "USD/SYP:parallel.sell@Aleppo:sp-today 2026-05-18 11860",
                "USD/SYP:parallel@Aleppo:sp-today 2026-05-18 11835",
            ]
        ),
        (
            "lirarate", "rates-json/lirarate.json",
            [
                "USD/LBP:parallel.buy:lirarate 2023-02-01 59500", "USD/LBP:parallel.buy:lirarate 2023-02-02 60500",
                "USD/LBP:parallel.sell:lirarate 2023-02-01 59500", "USD/LBP:parallel.sell:lirarate 2023-02-02 61000",
                "USD/LBP:parallel:lirarate 2023-02-01 59500", "USD/LBP:parallel:lirarate 2023-02-02 60750",
            ]
        ),
        (
            "wfp-syr", "wfp-csv/wfp-syr.csv",
            [
                "SY:markets.known:wfp 2020-09-15 2", "SY:markets.known:wfp 2020-10-15 2", "SY:markets:wfp 2020-09-15 2",
                "SY:markets:wfp 2020-10-15 1", "USD/SYP:parallel.max:wfp 2020-09-15 2203.2",
                "USD/SYP:parallel.max:wfp 2020-10-15 2300", "USD/SYP:parallel.min:wfp 2020-09-15 2200",
                "USD/SYP:parallel.min:wfp 2020-10-15 2300", "USD/SYP:parallel:wfp 2020-09-15 2201.6",
                "USD/SYP:parallel:wfp 2020-10-15 2300", "USD/SYP:parallel@Al-Midan:wfp 2020-09-15 2200",
                "USD/SYP:parallel@Nubul:wfp 2020-09-15 2203.2", "USD/SYP:parallel@Nubul:wfp 2020-10-15 2300",
            ]
        ),
        (
            "banrep", "rates-json/banrep.json",
            ["USD/COP:official:banrep 2026-03-17 3691.9", "USD/COP:official:banrep 2026-03-21 3704.87"]
        ),
        ("bbk", "sdmx-csv/bbk.csv", ["ATS/DEM:reference:bundesbank 1998-12-21 0.14214"]),
        (
            "bcb", "rates-json/bcb.json",
            [
                "USD/BRL:official.buy:bcb 2026-03-02 5.19900", "USD/BRL:official.sell:bcb 2026-03-02 5.19960",
                "USD/BRL:official:bcb 2026-03-02 5.1993",
            ]
        ),
        ("fred", "rates-json/fred.json", ["USD/BRL:reference:fred 2026-03-02 5.1901"]),
        ("lb", "rates-xml/lb.xml", ["AFN/LTL:official:lb 2014-12-31 0.048611"]),
        (
            "mnb", "rates-xml/mnb.xml",
            ["AUD/HUF:official:mnb 2025-03-28 235.26", "JPY/HUF:official:mnb 2025-03-28 2.4712"]
        ),
        ("nbg", "rates-json/nbg.json", ["AMD/GEL:official:nbg 2026-02-28 0.0070960"]),
        ("nbk", "rates-xml/nbk.xml", ["AUD/KZT:official:nbk 2026-04-01 328.01"]),
        ("nbkr", "rates-xml/nbkr.xml", ["USD/KGS:official:nbkr 2026-05-24 87.4500"]),
        ("nbkr-weekly", "rates-xml/nbkr-weekly.xml", ["GBP/KGS:official:nbkr 2026-05-23 117.4147"]),
        ("nbrm", "rates-json/nbrm.json", ["EUR/MKD:official:nbrm 2026-05-30 61.695"]),
        ("nbt", "rates-xml/nbt.xml", ["USD/TJS:official:nbt 2026-05-18 9.3450"]),
        (
            "sbp", "rates-xlsx/sbp.xlsx",
            ["JPY/PKR:market:sbp 2026-04-01 1.759259", "JPY/PKR:market:sbp 2026-04-02 1.75262"]
        ),
        (
            "rates-csv", "rates-csv/rates-csv.csv",
            [
                "USD/BTC:market:own 2020-03-02 0.000098374198", "USD/LBP:market:own 2020-03-01 1513.2",
                "USD/LBP:market:own 2020-03-02 907",
            ]
        ),
        (
            "own-series", "date-value-csv/own-series.csv",
            ["USD/SYP:parallel:own 2018-07-15 441", "USD/SYP:parallel:own 2020-09-15 2201.6"]
        ),
        (
            "own-table", "wide-csv/own-table.csv",
            [
                "USD/LBP:market:own 2020-09-02 1513.2", "USD/SYP:market:own 2020-09-01 2201.6",
                "USD/SYP:market:own 2020-09-02 2205",
            ]
        ),
    ]

    @Test("A shipped feed reads its publisher's shape, and leaves nothing unread", arguments: feeds)
    func shapes(feed: String, file: String, lines: [String]) throws {
        let reading = try ShippedFeed.read(feed, try fixture(file))
        #expect(reading.printedRates == lines)
        #expect(reading.leftovers.isEmpty)
        // Only bonbast's file has a day with one side.
        #expect(reading.warnings.isEmpty || feed == "bonbast")
    }

    @Test("A null says that there is no value on that day: it widens what the file is complete for")
    func nullIsAnAbsence() throws {
        let series = try ShippedFeed.read("tcmb", try fixture("rates-json/tcmb.json")).series(
            "USD/TRY:official.buy:tcmb")
        #expect(series.complete == Day(iso: "2026-03-01")!...Day(iso: "2026-03-02")!)
        let syria = try ShippedFeed.read("worldbank", try fixture("rates-json/worldbank.json")).series(
            "SY:cpi_yoy:worldbank")
        #expect(syria.days.isEmpty)
        #expect(syria.complete == Day(iso: "2023-12-31")!...Day(iso: "2023-12-31")!)
        #expect(syria.period == .annual)
    }

    @Test("A part names the currency of an answer that does not")
    func partNamesCurrency() throws {
        let reading = try ShippedFeed.read("bcc", try fixture("rates-json/bcc.json"), part: "eur")
        #expect(reading.rates.map(\.key.text).contains("EUR/CUP:official.special:bcc"))
    }
    /// What a feed of a shared reader makes of a text.
    private func read(_ reader: String, _ text: String, change: (inout RateLayout) -> Void) throws -> Reading {
        var layout = RateLayout()
        layout.quoteCode = "NOK"
        change(&layout)
        return try #require(Readers.named(reader)).read(
            Snapshot(feed: "x", source: "bank", parts: [.init(name: "main", bytes: Array(text.utf8))], layout: layout))
    }

    private static let powers = """
        BASE_CUR,UNIT_MULT,TIME_PERIOD,OBS_VALUE
        JPY,2,2026-03-16,6.0912
        USD,0,2026-03-16,9.7079
        XXX,-1,2026-03-16,0.25

        """

    @Test("A power of ten says for how many units a rate is: every digit is kept")
    func powerOfTen() throws {
        let reading = try read("sdmx-csv", Self.powers) { ($0.base, $0.power) = ("BASE_CUR", "UNIT_MULT") }
        #expect(
            reading.printedRates == [
                "JPY/NOK:official:bank 2026-03-16 0.060912", "USD/NOK:official:bank 2026-03-16 9.7079",
                "XXX/NOK:official:bank 2026-03-16 2.5",
            ])
        #expect(reading.leftovers.isEmpty)
    }

    @Test("A power of ten says in how many units an indicator is: it is multiplied")
    func powerOfAnIndicator() throws {
        let reading = try read("sdmx-csv", "TIME_PERIOD,OBS_VALUE,UNIT_MULT\n2024,21.5,6\n") {
            ($0.quoteCode, $0.areaCode, $0.indicator, $0.power) = (nil, "NO", "gdp", "UNIT_MULT")
        }
        #expect(reading.printedRates == ["NO:gdp:bank 2024-12-31 21500000"])
    }

    @Test(
        "A file of SDMX whose power of ten nobody reads is refused with the key to write",
        arguments: ["UNIT_MULT", "BBK_UNIT_MULT", "UNIT_MULT: Unit multiplier"])
    func unreadPower(name: String) throws {
        let text = Self.powers.replacing("UNIT_MULT", with: name)
        let fault = try #require(throws: Fault.self) { try read("sdmx-csv", text) { $0.base = "BASE_CUR" } }
        #expect(fault.code == "unread_power")
        #expect(fault.place == "line 1")
        #expect(fault.message.contains("\"\(name)\""))
        #expect(fault.remedy.contains("power = \"\(name)\""))
        let ignored = try read("sdmx-csv", text) { ($0.base, $0.ignore) = ("BASE_CUR", [name]) }
        #expect(ignored.printedRates.first == "JPY/NOK:official:bank 2026-03-16 6.0912")
    }

    @Test("What the journal read past a power of ten is still read so: a rebuild gives the rows that were")
    func powerOfAnOldRun() throws {
        let reading = try read("sdmx-csv", Self.powers) { ($0.base, $0.mustSayPower) = ("BASE_CUR", nil) }
        #expect(reading.printedRates.first == "JPY/NOK:official:bank 2026-03-16 6.0912")
        #expect(reading.leftovers == ["UNIT_MULT": 3])
    }

    @Test("A power that is none is refused with its row and column", arguments: ["", "x", "0.5", "19", "1e9"])
    func badPower(text: String) throws {
        let fault = try #require(throws: Fault.self) {
            try read("sdmx-csv", Self.powers.replacing("JPY,2", with: "JPY,\(text)")) {
                ($0.base, $0.power) = ("BASE_CUR", "UNIT_MULT")
            }
        }
        #expect(fault.code == "bad_nominal")
        #expect(fault.place == "line 2, column UNIT_MULT")
    }
}
