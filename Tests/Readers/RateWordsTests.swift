import Readers
import Testing
import Vocabulary

/// The rules of layouts, each on the smallest file that shows it.
@Suite struct RateWordsTests {
    private func read(
        _ reader: String, _ text: String, seen: String = "2026-05-18", change: (inout RateLayout) -> Void
    ) throws -> Reading {
        var layout = RateLayout()
        layout.currency.quoteCode = "IRR"
        layout.currency.baseCode = "USD"
        change(&layout)
        return try #require(ReaderCatalogue.named(reader)).read(
            Snapshot(
                feed: "x", source: "bank", parts: [.init(name: "main", bytes: Array(text.utf8))],
                context: .layout(layout), seen: Day(iso: seen)))
    }

    private func dated(_ day: String, change: (inout RateLayout) -> Void) throws -> [String] {
        try read("date-value-csv", "date,value\n\(day),5\n", change: change).printedRates
    }

    @Test(
        "A day before 1800 or after the end of next year is a fault in any reader",
        arguments: [
            ("rates-csv", "date,base,quote,rate\n1391-07-18,USD,IRR,3550\n", "1391-07-18 is 1391-07-18"),
            ("rates-csv", "date,base,quote,rate\n2028-01-01,USD,IRR,3550\n", "2028-01-01"),
            ("date-value-csv", "date,value\n1799-12-31,1\n", "1799-12-31"),
            ("ecb-csv", "Date,USD,\n2028-01-01,1.1,\n", "2028-01-01"),
            (
                "ecb-xml",
                "<Envelope><Cube><Cube time='1391-07-18'><Cube currency='USD' rate='1.1'/></Cube></Cube></Envelope>",
                "1391-07-18"
            ),
            (
                "wfp-csv", "date,market,commodity,currency,price\n2028-01-15,Aden,Exchange rate (unofficial),YER,500\n",
                "2028-01-15"
            ),
        ])
    func farDays(reader: String, text: String, day: String) throws {
        let fault = try #require(throws: Fault.self) { try read(reader, text) { _ in } }
        #expect(fault.code == "bad_day")
        #expect(fault.message.contains(day.suffix(10)))
        #expect(fault.remedy.contains("day.calendar"))
        // The last day that there can be.
        #expect(try dated("2027-12-31") { _ in }.count == 1)
    }

    // jdatetime 5.0.0: 1391/07/18 is 2012-10-09, 1403/12/30 (a leap day) 2025-03-20, 1404/06/31 2025-09-22.
    @Test(
        "Days of the Persian calendar are read where the layout says so, those that it has and no others",
        arguments: [
            ("1391/07/18", "2012-10-09"), ("1403/12/30", "2025-03-20"), ("1404/06/31", "2025-09-22"),
            ("1404/12/30", nil), ("1404/07/31", nil),
        ] as [(String, String?)])
    func persian(text: String, day: String?) throws {
        let read = { () throws -> [String] in
            try dated(text) { ($0.day.calendar, $0.day.form) = (.persian, "yyyy/MM/dd") }
        }
        if let day {
            #expect(try read() == ["USD/IRR:market:bank \(day) 5"])
        } else {
            #expect(try #require(throws: Fault.self, performing: { _ = try read() }).code == "bad_day")
        }
    }

    @Test(
        "Two digits of a year are counted from the pivot, and letters in apostrophes stand for themselves",
        arguments: [
            ("19-May-26", "dd-MMM-yy", 1970, "2026-05-19"), ("01-Jan-70", "dd-MMM-yy", 1970, "1970-01-01"),
            ("01-Jan-69", "dd-MMM-yy", 1950, "1969-01-01"), ("01-Jan-49", "dd-MMM-yy", 1950, nil),
            ("2025M07D08", "yyyy'M'MM'D'dd", nil, "2025-07-08"), ("2025M07T08", "yyyy'M'MM'D'dd", nil, nil),
        ] as [(String, String, Int?, String?)])
    func forms(text: String, form: String, pivot: Int?, day: String?) throws {
        let read = { () throws -> [String] in try dated(text) { ($0.day.form, $0.day.pivot) = (form, pivot) } }
        if let day {
            #expect(try read() == ["USD/IRR:market:bank \(day) 5"])
        } else {
            #expect(try #require(throws: Fault.self, performing: { _ = try read() }).code == "bad_day")
        }
    }

    @Test(
        "A time that states its offset is of the day on the publisher's clocks, one that does not of the day it prints",
        arguments: [
            ("2026-05-04T01:00:00Z", "2026-05-03"), ("2026-05-03T21:01:08.073Z", "2026-05-03"),
            ("2026-05-03T00:00:00-04:00", "2026-05-03"), ("2026-05-04T01:00:00", "2026-05-04"),
            ("2026-05-03 23:30:00-0600", "2026-05-04"),
        ])
    func times(text: String, day: String) throws {
        let read = { (zone: String?) throws -> [String] in
            try dated(text) { ($0.day.form, $0.day.zone) = ("iso-time", zone) }
        }
        #expect(try read("America/Caracas") == ["USD/IRR:market:bank \(day) 5"])
        // A layout of the journal from before it had a zone.
        #expect(try read(nil) == ["USD/IRR:market:bank \(text.prefix(10)) 5"])
    }

    @Test(
        "A number is read if its significant digits fit, however many it is printed with",
        arguments: [
            ("0.0000000000114799999999", "0.0000000000114799999999"),
            ("1.0000000000000000000000", "1.00000000000000000"), ("0000000000000000000012.5", "12.5"),
        ])
    func longNumbers(text: String, value: String) throws {
        #expect(
            try read("date-value-csv", "date,value\n2026-01-02,\(text)\n") { _ in }.printedRates
                == ["USD/IRR:market:bank 2026-01-02 \(value)"])
    }

    @Test(
        "A number with more than 18 significant digits is said to have them",
        arguments: ["1234567890123456789", "1.234567890123456789", "1000000000000000000000"])
    func tooLong(text: String) throws {
        let fault = try #require(throws: Fault.self) {
            try read("date-value-csv", "date,value\n2026-01-02,\(text)\n") { _ in }
        }
        #expect(fault.message == "\"\(text)\" has more than 18 significant digits")
        #expect(fault.place == "line 2, column value")
    }

    @Test("A table with one blank row says that the publisher has nothing for these words")
    func blankRow() throws {
        let fault = try #require(throws: Fault.self) {
            try read("sdmx-csv", "CURRENCY,TIME_PERIOD,OBS_VALUE\n,,\n") { _ in }
        }
        #expect(fault.code == "no_rows")
        #expect(fault.message.contains("nothing for these words"))
    }

    private static let paged = #"[{"page":1,"pages":2,"lastupdated":"2026-05-01"},[{"date":"2026-01-02","value":5}]]"#

    @Test("One page of several is refused; the only one is read, with the day of its publication")
    func pages() throws {
        let read = { (text: String) throws -> Reading in
            try self.read("rates-json", text) {
                $0.where.records = ["2"]
                ($0.where.page, $0.where.pages, $0.day.published) = ("1.page", "1.pages", "1.lastupdated")
                ($0.day.column, $0.values) = ("date", ["value": "market"])
            }
        }
        let fault = try #require(throws: Fault.self) { try read(Self.paged) }
        #expect(fault.code == "one_page" && fault.message.contains("page 1 of 2"))
        let whole = try read(Self.paged.replacing("\"pages\":2", with: "\"pages\":1"))
        #expect(whole.published == Day(iso: "2026-05-01") && whole.rows == 1)
    }

    @Test("What is no country is refused until it is left out by name", arguments: ["XC", "1W", "ZZ"])
    func areas(code: String) throws {
        let read = { (codes: [String: String]) throws -> Reading in
            try self.read("date-value-csv", "date,area,value\n2026-01-02,\(code),5\n2026-01-02,SY,6\n") {
                ($0.currency.baseCode, $0.currency.quoteCode) = (nil, nil)
                ($0.indicator.name, $0.indicator.area, $0.codes) = ("cpi", "area", codes)
            }
        }
        #expect(try #require(throws: Fault.self, performing: { _ = try read([:]) }).code == "bad_area")
        #expect(try read([code: ""]).printedRates == ["SY:cpi:bank 2026-01-02 6"])
    }

    private func quoted(_ rows: String, change: (inout RateLayout) -> Void) throws -> Reading {
        try read("date-value-csv", "date,code,units,value\n\(rows)") {
            ($0.currency.baseCode, $0.currency.base, $0.number.nominal) = (nil, "code", "units")
            change(&$0)
        }
    }

    @Test("Codes that are left out as unknown are counted and named")
    func unknownCodes() throws {
        let reading = try quoted("2026-01-02,CMD,1,5\n2026-01-02,USD,1,6\n2026-01-03,CMD,1,5\n") {
            $0.currency.isKnownOnly = true
        }
        #expect(reading.warnings == ["1 code that ISO 4217 does not have is left out: CMD"])
        #expect(reading.rows == 1)
    }

    @Test(
        "What is left out by name is not judged",
        arguments: ["2026-01-02,TWI,,61.4", "x,TWI,1,61", "2026-01-02,TWI,1,-"])
    func leftOut(row: String) throws {
        let reading = try quoted("\(row)\n2026-01-02,USD,1,6\n") { $0.codes = ["TWI": ""] }
        #expect(reading.printedRates == ["USD/IRR:market:bank 2026-01-02 6"])
    }

    @Test("Units that are not printed are the usual ones where the layout says them, else refused")
    func nominalDefault() throws {
        let rows = "2026-01-02,HUF,100,6\n2026-01-02,USD,,6\n"
        #expect(try #require(throws: Fault.self, performing: { _ = try quoted(rows) { _ in } }).code == "bad_nominal")
        #expect(
            try quoted(rows) { $0.number.nominalDefault = 1 }.printedRates
                == ["HUF/IRR:market:bank 2026-01-02 0.06", "USD/IRR:market:bank 2026-01-02 6"])
    }

    @Test("An empty list is said to be empty", arguments: [([], "[]"), (["data"], #"{"data":[]}"#)])
    func emptyList(records: [String], text: String) throws {
        let fault = try #require(throws: Fault.self) {
            try read("rates-json", text) { ($0.where.records, $0.values) = (records, ["value": "market"]) }
        }
        #expect(fault.code == "no_rows" && fault.message.hasSuffix("its list is empty"))
    }

    @Test("A file of another source, or of another country, is refused where it says so")
    func otherSource() throws {
        let fault = try #require(throws: Fault.self) {
            try quoted("2026-01-02,USD,1,6\n2026-01-02,EUR,2,6\n") { $0.must = ["units": "1"] }
        }
        #expect(fault.code == "wrong_file" && fault.place == "line 3, column units")
    }

    @Test("Notes above a header, lines of notes, and a day in three columns that is carried down")
    func threeColumns() throws {
        let text =
            "Bank\nTitle,a,b,c,d\n\n# note\nPeriod,,,US Dollar\n2025,Dec,31,1.5\n2026,Jan,02,1.25\n,,05,1.75\n# end\n\"* noon\"\n"
        let reading = try read("wide-csv", text) {
            ($0.where.header, $0.where.comment) = ("Period", "#")
            ($0.day.columns, $0.day.form) = (["Period", "Period#2", "Period#3"], "yyyy MMM dd")
            ($0.currency.baseCode, $0.columns, $0.codes) = (nil, "{base}", ["US Dollar": "USD"])
        }
        #expect(
            reading.printedRates == [
                "USD/IRR:market:bank 2025-12-31 1.5", "USD/IRR:market:bank 2026-01-02 1.25",
                "USD/IRR:market:bank 2026-01-05 1.75",
            ])
    }

    @Test("Lists that belong together are records, and refused where one is shorter")
    func parallelLists() throws {
        let read = { (values: String) throws -> Reading in
            try self.read("rates-json", #"[{"V":{"D":["2026-01-02","2026-01-05"],"N":\#(values)},"C":"x"}]"#) {
                ($0.where.arrays, $0.day.column, $0.ignore) = (["V.D", "V.N"], "V.D", ["C"])
                $0.values = ["V.N": "market"]
            }
        }
        #expect(
            try read("[5,6]").printedRates
                == ["USD/IRR:market:bank 2026-01-02 5", "USD/IRR:market:bank 2026-01-05 6"])
        let fault = try #require(throws: Fault.self) { try read("[5]") }
        #expect(fault.message.hasSuffix("V.D has 2, V.N has 1"))
    }
}
