import Testing
import Vocabulary

/// What no shared reader lets in: each is refused with where it stands, and nothing of the file is read.
@Suite struct BadRatesTests {
    @Test(
        "A number or day that is none is refused with its row and column",
        arguments: [
            ("1,1500", "bad_rate"), ("12abc", "bad_rate"), ("1.2.3", "bad_rate"), ("NaN", "bad_rate"),
            ("nan", "bad_rate"),
            ("Infinity", "bad_rate"), ("inf", "bad_rate"), ("0x1p10", "bad_rate"), ("N/A", "bad_rate"),
            ("-5", "bad_rate"),
            ("0", "bad_rate"), ("0.00", "bad_rate"), ("1e", "bad_rate"), ("1e+", "bad_rate"), (".5", "bad_rate"),
            ("5.", "bad_rate"), ("1 000", "bad_rate"), ("1e400", "bad_rate"), ("12345678901234567890", "bad_rate"),
            ("٣", "bad_rate"), ("--", "bad_rate"),
        ])
    func numbers(text: String, code: String) throws {
        // In quotes, so that a comma stays in its cell.
        let fault = try #require(throws: Fault.self) {
            try ShippedFeed.read("rates-csv", "date,base,quote,rate\n2024-01-02,USD,SYP,\"\(text)\"\n")
        }
        #expect(fault.code == code)
        #expect(fault.place == "line 2, column rate")
        #expect(fault.message.contains(text))
    }

    @Test(
        "A day that there is not is refused, never rolled over",
        arguments: [
            "2020-02-30", "2023-02-29", "2020-13-01", "2020-00-10", "20200101", "2020-1-1", "01.02.2020",
            "2020-01-01T24:00:00", "", "0000-01-01",
        ])
    func days(text: String) throws {
        let fault = try #require(throws: Fault.self) {
            try ShippedFeed.read("rates-csv", "date,base,quote,rate\n\(text),USD,SYP,100\n")
        }
        #expect(fault.code == "bad_day")
        #expect(fault.place == "line 2, column date")
    }

    @Test(
        "An hour 24, a second 60 and a zone that is none are no times",
        arguments: ["24:00:00", "23:60:00", "12:00:60", "12", "1200", "12:00:00Zx", "12:00:00+5", "12:00:00."])
    func times(text: String) throws {
        let fault = try #require(throws: Fault.self) {
            try ShippedFeed.read(
                "banrep",
                #"[{"valor":"3691.9","unidad":"COP","vigenciadesde":"2026-03-17T\#(text)","vigenciahasta":""}]"#)
        }
        #expect(fault.code == "bad_day")
    }

    @Test(
        "A file of another shape is refused with what it is",
        arguments: [
            ("rates-csv", "", "empty_file"), ("rates-csv", "<!doctype html><title>Sign in</title>", "html_received"),
            ("rates-csv", #"{"error":"no key"}"#, "json_received"), ("rates-csv", "date,base,quote,rate\n", "no_rows"),
            ("rates-csv", "date,base,quote,value\n2024-01-02,USD,SYP,1\n", "wrong_columns"),
            ("rates-csv", "date,base,quote,rate\n2024-01-02,USD,SYP\n", "wrong_columns"),
            ("rates-csv", "date,base,quote,rate,rate\n2024-01-02,USD,SYP,1,2\n", "wrong_header"),
            ("rates-csv", "date,base,quote,rate\n2024-01-02,USD,SYP,1\n2024-01-02,USD,SYP,2\n", "duplicate_key"),
            ("rates-csv", "date,base,quote,rate\n2024-01-02,usd,SYP,1\n", "bad_currency"),
            ("nbu", "", "empty_file"), ("nbu", "<html></html>", "html_received"), ("nbu", "[]", "no_rows"),
            ("nbu", "[{\"exchangedate\":\"01.03.2026\",", "bad_json"), ("nbu", "[1,2,3] x", "bad_json"),
            ("nbp", #"{"a":1,"a":2}"#, "duplicate_key"),
            (
                "nbp", #"[{"effectiveDate":"2026-03-02","rates":[{"code":"USD","mid":1.1,"mid":11.5}]}]"#,
                "duplicate_key"
            ),
            ("nbp", #"[{"effectiveDate":"2026-03-02","rates":[{"code":"USD","ask":1.1}]}]"#, "wrong_columns"),
            ("nbp", #"[{"effectiveDate":"2026-03-02","rates":[{"code":"USD","mid":"NaN"}]}]"#, "bad_rate"),
            ("nbp", #"[{"effectiveDate":"2026-03-02","rates":[{"code":"USD","mid":0x10}]}]"#, "bad_json"),
            ("cbr", "<ValCurs Date=\"25.04.2026\"></ValCurs>", "no_rows"),
            ("cbr", "<Other/>", "wrong_root"),
            (
                "cbr",
                "<ValCurs Date=\"25.04.2026\"><Valute><CharCode>USD</CharCode><Nominal>1</Nominal><Value>81.5</Value></Valute></ValCurs>",
                "bad_rate"
            ),
            (
                "cbr",
                "<ValCurs Date=\"25.04.2026\"><Valute><CharCode>USD</CharCode><Nominal>7</Nominal><Value>81,5</Value></Valute></ValCurs>",
                "bad_nominal"
            ),
            (
                "cbr",
                "<ValCurs Date=\"25.04.2026\"><Valute><CharCode>USD</CharCode><Nominal>1</Nominal><Value>81,5</Value></Valute>",
                "cut_xml"
            ),
            (
                "cbr",
                "<ValCurs Date=\"25.04.2026\"><Valute><CharCode>USD</CharCode><CharCode>EUR</CharCode><Nominal>1</Nominal><Value>81,5</Value></Valute></ValCurs>",
                "wrong_columns"
            ),
            ("dab", "<html><body><p>Access denied</p></body></html>", "bad_day"),
            ("ecb-sdmx", "", "empty_file"),
        ])
    func shapes(feed: String, text: String, code: String) throws {
        let fault = try #require(throws: Fault.self) { try ShippedFeed.read(feed, text) }
        #expect(fault.code == code, "\(fault)")
        #expect(!fault.message.isEmpty)
    }

    @Test(
        "A file cut at any byte is refused and crashes nothing",
        arguments: [
            ("nbp", "feeds/nbp/answer.json"), ("tcmb", "feeds/tcmb/answer.json"), ("cbr", "feeds/cbr/answer.xml"),
            ("mnb", "feeds/mnb/answer.xml"), ("dab", "feeds/dab/answer.html"),
        ])
    func cut(feed: String, file: String) throws {
        var bytes = try fixture(file)
        while let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
        for count in 0..<bytes.count - 1 {
            let fault = #expect(throws: Fault.self) { try ShippedFeed.read(feed, Array(bytes[..<count])) }
            #expect(fault?.remedy.isEmpty == false, "\(feed) cut at \(count): \(String(describing: fault))")
        }
    }

    static let record = #"{"effectiveDate":"2026-03-02","rates":[{"code":"USD","mid":1.1}]}"#

    @Test(
        "What stands among records and is none is refused, not passed over",
        arguments: [
            #""x""#, "null", "1", "true", #"{"effectiveDate":"2026-03-03"}"#,
            #"{"effectiveDate":"2026-03-03","rats":[]}"#,
            #"{"effectiveDate":"2026-03-03","rates":[null]}"#, #"{"effectiveDate":"2026-03-03","rates":[7]}"#,
        ])
    func strangers(element: String) throws {
        let fault = try #require(throws: Fault.self) {
            try ShippedFeed.read("nbp", "[\(Self.record),\(element)]")
        }
        #expect(fault.code == "wrong_columns")
        #expect(fault.place.hasPrefix("element "))
    }

    @Test("A second table under another title is refused, though the first has the right one")
    func secondTitle() throws {
        let rates = "Representative Exchange Rates\nCurrency\tMarch 02, 2026\nKorean won\t1435\nEuro(1)\t1.1\n"
        let other = "SDRs per Currency unit\nCurrency\tMarch 02, 2026\nThai baht\t0.02\nEuro(1)\t0.8\n"
        let fault = try #require(throws: Fault.self) { try ShippedFeed.read("imf-rates", rates + other) }
        #expect(fault.code == "wrong_table")
        #expect(fault.place == "line 6")
    }

    @Test(
        "A clock that was never set, and milliseconds in the place of seconds, are no days",
        arguments: ["0", "1700000000000", "-5", "1.5", "99999999999999"])
    func clocks(text: String) throws {
        let fault = try #require(throws: Fault.self) {
            try ShippedFeed.read(
                "cbm", #"{"info":"","description":"","timestamp":"\#(text)","rates":{"USD":"2,100.0"}}"#)
        }
        #expect(fault.code == "bad_day")
    }

    @Test("A mean of two sides says how many of its days have one side only")
    func oneSide() throws {
        let text =
            #"{"value":[{"cotacaoCompra":5.1,"cotacaoVenda":5.3,"dataHoraCotacao":"2026-03-02 13:00:00.0","tipoBoletim":"Fechamento"},"#
            + #"{"cotacaoCompra":null,"cotacaoVenda":5.4,"dataHoraCotacao":"2026-03-03 13:00:00.0","tipoBoletim":"Fechamento"}]}"#
        #expect(
            try ShippedFeed.read("bcb", text).warnings == ["USD/BRL:official is of one side only on 1 of its days"])
    }

    @Test("Periods of two lengths in one file are refused: a year and its last month end on one day")
    func periods() throws {
        let text = "TIME_PERIOD,OBS_VALUE,CURRENCY_DENOM,CURRENCY\n2024-11,1.1,EUR,USD\n2024-Q4,1.2,EUR,USD\n"
        let fault = try #require(throws: Fault.self) { try ShippedFeed.read("ecb-sdmx", text) }
        #expect(fault.place == "line 3, column TIME_PERIOD")
        #expect(fault.message == "\"2024-Q4\" is a period of another length than those before it")
    }

    @Test(
        "A cell of a workbook that is no number of its own is refused: error, truth, formula not computed, cell twice",
        arguments: [
            (#"<c r="C10" t="e"><v>#REF!</v></c>"#, "bad_cell"), (#"<c r="C10" t="b"><v>1</v></c>"#, "bad_rate"),
            (#"<c r="C10"><f>A1+1</f></c>"#, "bad_cell"),
            (#"<c r="C10"><v>1.5</v></c><c r="C10"><v>2.5</v></c>"#, "bad_cell"),
            (#"<c r="C10" t="str"><v>n/a</v></c>"#, "bad_rate"),
        ])
    func cells(cell: String, code: String) throws {
        let file = try Workbook.changed(try fixture("feeds/sbp/answer.xlsx")) { name, bytes in
            guard name == "xl/worksheets/sheet1.xml" else { return bytes }
            let sheet = String(decoding: bytes, as: UTF8.self)
            return Array(sheet.replacing(#"<c r="C10"><v>1.759259</v></c>"#, with: cell).utf8)
        }
        let fault = try #require(throws: Fault.self) { try ShippedFeed.read("sbp", file) }
        #expect(fault.code == code)
        #expect(fault.place.contains("row 10"))
    }

    @Test("A message is two short lines, however long what it quotes")
    func longText() throws {
        let long = String(repeating: "x", count: 100_000)
        for text in [
            "\(long),b\n1,2\n", "date,base,quote,rate\n2024-01-02,\(long),SYP,1\n",
            "date,base,quote,rate\n2024-01-02,USD,SYP,\(long)\n", "date,base,quote,rate\n\(long),USD,SYP,1\n",
        ] {
            let fault = try #require(throws: Fault.self) { try ShippedFeed.read("rates-csv", text) }
            #expect(fault.description.utf8.count < 300)
        }
    }

    @Test("An error with 200 is told in the publisher's own words")
    func message() throws {
        let fault = try #require(throws: Fault.self) {
            try ShippedFeed.read("worldbank", try fixture("readers/rates-json/worldbank-error.json"))
        }
        #expect(fault.code == "no_rows")
        #expect(fault.message.contains("The provided parameter value is not valid"))
    }

    @Test("A table of another kind than the layout names is refused: SDRs are no dollars")
    func otherTable() throws {
        let fault = try #require(throws: Fault.self) {
            try ShippedFeed.read("imf-rates", try fixture("feeds/imf-sdr/answer.tsv"))
        }
        #expect(fault.code == "wrong_table")
    }

    @Test("A thousand nested arrays are refused, not followed")
    func depth() throws {
        let text = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
        let fault = try #require(throws: Fault.self) { try ShippedFeed.read("nbu", text) }
        #expect(fault.code == "bad_json")
    }

    @Test(
        "Thousands marks stand between groups of three, or the number is none",
        arguments: [
            ("1,435.40", "1435.40"), ("12,345,678.9", "12345678.9"), ("435.4", "435.4"),
        ])
    func thousands(printed: String, value: String) throws {
        let text = "Representative Exchange Rates\nCurrency\tMarch 02, 2026\nKorean won\t\(printed)\nEuro(1)\t1.1\n"
        let reading = try ShippedFeed.read("imf-rates", text)
        #expect(try reading.series("USD/KRW:official:imf").printed == ["2026-03-02 \(value)"])
    }

    @Test(arguments: ["1,43", "1,4354", ",435", "1435,000", "1.435,4", "12,34,567"])
    func wrongThousands(printed: String) throws {
        let text = "Representative Exchange Rates\nCurrency\tMarch 02, 2026\nKorean won\t\(printed)\nEuro(1)\t1.1\n"
        let fault = try #require(throws: Fault.self) { try ShippedFeed.read("imf-rates", text) }
        #expect(fault.code == "bad_rate")
    }
}
