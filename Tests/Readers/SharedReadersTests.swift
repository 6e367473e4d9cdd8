import Readers
import Testing
import Vocabulary

/// The rules of the readers that publishers share. What the shipped feeds read stands in FeedProofTests.
@Suite struct SharedReadersTests {
    @Test("A null says that there is no value on that day: it widens what the file is complete for")
    func nullIsAnAbsence() throws {
        let series = try ShippedFeed.read("tcmb", try fixture("feeds/tcmb/answer.json")).series(
            "USD/TRY:official.buy:tcmb")
        #expect(series.complete == Day(iso: "2026-03-01")!...Day(iso: "2026-03-02")!)
        let syria = try ShippedFeed.read("worldbank", try fixture("feeds/worldbank/answer.json")).series(
            "SY:cpi_yoy:worldbank")
        #expect(syria.days.isEmpty)
        #expect(syria.complete == Day(iso: "2023-12-31")!...Day(iso: "2023-12-31")!)
        #expect(syria.period == .annual)
    }

    @Test("A part names the currency of an answer that does not")
    func partNamesCurrency() throws {
        let reading = try ShippedFeed.read("bcc", try fixture("feeds/bcc/answer.json"), part: "eur")
        #expect(reading.rates.map(\.key.text).contains("EUR/CUP:official.special:bcc"))
    }

    /// What a feed of a shared reader makes of a text.
    private func read(_ reader: String, _ text: String, change: (inout RateLayout) -> Void) throws -> Reading {
        var layout = RateLayout()
        layout.currency.quoteCode = "NOK"
        change(&layout)
        return try #require(ReaderCatalogue.named(reader)).read(
            Snapshot(
                feed: "x", source: "bank", parts: [.init(name: "main", bytes: Array(text.utf8))],
                context: .layout(layout)))
    }

    private static let powers = """
        BASE_CUR,UNIT_MULT,TIME_PERIOD,OBS_VALUE
        JPY,2,2026-03-16,6.0912
        USD,0,2026-03-16,9.7079
        XXX,-1,2026-03-16,0.25

        """

    @Test("A power of ten says for how many units a rate is: every digit is kept")
    func powerOfTen() throws {
        let reading = try read("sdmx-csv", Self.powers) {
            ($0.currency.base, $0.number.power) = ("BASE_CUR", "UNIT_MULT")
        }
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
            ($0.currency.quoteCode, $0.number.power) = (nil, "UNIT_MULT")
            ($0.indicator.areaCode, $0.indicator.name) = ("NO", "gdp")
        }
        #expect(reading.printedRates == ["NO:gdp:bank 2024-12-31 21500000"])
    }

    @Test(
        "A file of SDMX whose power of ten nobody reads is refused with the key to write",
        arguments: ["UNIT_MULT", "BBK_UNIT_MULT", "UNIT_MULT: Unit multiplier"])
    func unreadPower(name: String) throws {
        let text = Self.powers.replacing("UNIT_MULT", with: name)
        let fault = try #require(throws: Fault.self) { try read("sdmx-csv", text) { $0.currency.base = "BASE_CUR" } }
        #expect(fault.code == "unread_power")
        #expect(fault.place == "line 1")
        #expect(fault.message.contains("\"\(name)\""))
        #expect(fault.remedy.contains("power = \"\(name)\""))
        let ignored = try read("sdmx-csv", text) { ($0.currency.base, $0.ignore) = ("BASE_CUR", [name]) }
        #expect(ignored.printedRates.first == "JPY/NOK:official:bank 2026-03-16 6.0912")
    }

    @Test("What the journal read past a power of ten is still read so: a rebuild gives the rows that were")
    func powerOfAnOldRun() throws {
        let reading = try read("sdmx-csv", Self.powers) { ($0.currency.base, $0.mustSayPower) = ("BASE_CUR", false) }
        #expect(reading.printedRates.first == "JPY/NOK:official:bank 2026-03-16 6.0912")
        #expect(reading.leftovers == ["UNIT_MULT": 3])
    }

    @Test("A power that is none is refused with its row and column", arguments: ["", "x", "0.5", "19", "1e9"])
    func badPower(text: String) throws {
        let fault = try #require(throws: Fault.self) {
            try read("sdmx-csv", Self.powers.replacing("JPY,2", with: "JPY,\(text)")) {
                ($0.currency.base, $0.number.power) = ("BASE_CUR", "UNIT_MULT")
            }
        }
        #expect(fault.code == "bad_nominal")
        #expect(fault.place == "line 2, column UNIT_MULT")
    }
}
