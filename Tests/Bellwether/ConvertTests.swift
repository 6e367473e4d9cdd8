import Foundation
import TestSupport
import Testing

/// The rates of the sample as the ECB printed them, and what amounts become at them.
@Suite struct ConvertTests {
    private static let header = "date,amount,from,to\n"
    private let desk: Desk

    init() throws { desk = try FetchedSample.shared.get() }

    private func convert(_ rows: String, _ options: String...) throws -> Execution {
        let folder = try TemporaryFolder()
        let file = try folder.write("amounts.csv", ConvertTests.header + rows)
        return try Execution.bellwether(
            ["--workspace", desk.workspace, "rates", "convert", "--file", file] + options)
    }

    private func rows(_ rows: String, _ options: String...) throws -> [[String: String]] {
        let folder = try TemporaryFolder()
        let file = try folder.write("amounts.csv", ConvertTests.header + rows)
        let run = try Execution.bellwether(
            ["--workspace", desk.workspace, "rates", "convert", "--file", file] + options)
        guard run.status == 0 else { throw Mismatch("\(run.status): \(run.errors)") }
        return CSV.rows(run.output)
    }

    @Test func theColumnsAreThoseOfTheContract() throws {
        let run = try convert("2022-03-01,+10.00,EUR,RUB\n")
        #expect(
            run.output == """
                date,amount,from,to,result,rate,series,observed_on,age_days,note
                2022-03-01,10.00,EUR,RUB,1172.01,117.201,EUR/RUB:reference:ecb,2022-03-01,0,

                """)
        #expect(run.errors == "")
    }

    @Test("Said as csv it is the same, and json and text have the same figures")
    func formats() throws {
        let row = "2022-03-01,10.00,EUR,RUB\n"
        #expect(try convert(row, "--format", "csv").output == convert(row).output)
        let json = try convert(row, "--format", "json").output
        #expect(json.contains("\"schema\"") && json.contains("1172.01") && json.contains("EUR/RUB:reference:ecb"))
        let text = try convert(row, "--format", "text").output
        #expect(text.contains("1,172.01") && text.contains("observed_on"))
    }

    // 117.201 roubles and 1.1162 dollars per euro on 2022-03-01; 92.5673 and 1.1216 on 2022-02-25, a Friday.
    private static let amounts: [(row: String, rate: Double, series: String, observed: String, note: String)] = [
        (
            "2022-03-01,100,RUB,EUR", 1 / 117.201, "RUB/EUR:reference:ecb", "2022-03-01",
            "inverse of EUR/RUB:reference:ecb"
        ),
        (
            "2022-03-01,100,USD,RUB", 117.201 / 1.1162, "USD/RUB:reference:ecb", "2022-03-01",
            "cross of EUR/USD:reference:ecb and EUR/RUB:reference:ecb"
        ),
        (
            "2022-02-27,100,RUB,USD", 1.1216 / 92.5673, "RUB/USD:reference:ecb", "2022-02-25",
            "cross of EUR/RUB:reference:ecb and EUR/USD:reference:ecb"
        ),
        // The rouble ends on 2022-03-01: a cross is of the last day that has both legs.
        (
            "2022-03-03,100,USD,RUB", 117.201 / 1.1162, "USD/RUB:reference:ecb", "2022-03-01",
            "cross of EUR/USD:reference:ecb and EUR/RUB:reference:ecb"
        ),
    ]

    @Test(arguments: amounts)
    func anAmountIsConvertedAtTheLastRateOfItsDay(
        row: String, rate: Double, series: String, observed: String, note: String
    ) throws {
        let found = try #require(try rows(row + "\n").first)
        let given = try #require(Double(found["rate"] ?? ""))
        let result = try #require(Double(found["result"] ?? ""))
        #expect(abs(given / rate - 1) < 1e-14)
        #expect(abs(result / (100 * rate) - 1) < 1e-14)
        #expect(found["series"] == series)
        #expect(found["observed_on"] == observed)
        #expect(found["note"] == note)
    }

    @Test func oneCurrencyIsWorthItself() throws {
        let found = try #require(try rows("1990-01-01,12.50,XAU,XAU\n").first)
        #expect((found["amount"], found["result"], found["rate"]) == ("12.50", "12.5", "1"))
        #expect(found["note"] == "one currency")
    }

    @Test func whatHasNoRateSaysWhyAndTheRestGoesOn() throws {
        let found = try rows(
            "2022-03-01,1,EUR,XXQ\n2022-04-01,1,EUR,RUB\n1998-01-01,1,EUR,RUB\n2022-03-01,1,EUR,RUB\n")
        #expect(found.map { $0["result"] } == ["", "", "", "117.201"])
        #expect(found[0]["note"] == "no series of the ledger has the currency XXQ")
        #expect(found[1]["note"]?.hasSuffix("2022-03-01, is 31 days old; at most 7 are accepted") == true)
        #expect(found[2]["note"]?.hasPrefix("EUR/RUB:reference:ecb: no observation on or before 1998-01-01") == true)
    }

    @Test func theMaximumAgeIsTheReadersChoiceAndItsEdgeIsAccepted() throws {
        #expect(try rows("2022-04-01,1,EUR,RUB\n", "--max-age-days", "31").first?["age_days"] == "31")
        #expect(try rows("2022-04-01,1,EUR,RUB\n", "--max-age-days", "30").first?["result"] == "")
        #expect(try convert("2022-04-01,1,EUR,RUB\n", "--max-age-days=-1").status == 2)
    }

    @Test func aKindOrSourceThatIsNotThereAnswersNothing() throws {
        let none = try #require(try rows("2022-03-01,1,EUR,RUB\n", "--measure", "parallel").first)
        #expect(none["result"] == "")
        #expect(
            none["note"]
                == "no parallel series of one source leads from EUR to RUB; there is one of --measure reference")
        #expect(try rows("2022-03-01,1,EUR,RUB\n", "--measure", "parallel,reference").first?["rate"] == "117.201")
        let nobody = try #require(try rows("2022-03-01,1,EUR,RUB\n", "--source", "nobody").first)
        #expect(nobody["result"] == "")
        #expect(nobody["note"] == "the ledger has no rates of nobody, but of ecb")
    }

    @Test func aMisspeltKindIsRefusedForItWouldNeverAnswer() throws {
        let run = try convert("2022-03-01,1,EUR,RUB\n", "--measure", "paralel")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("there is no kind of rate paralel"))
        #expect(run.errors.contains("did you mean `parallel`?"))
    }

    @Test func aSecondSourceAnswersWhereTheFirstHasNothing() throws {
        let desk = try Desk()
        for (source, rows) in [("aaa", "2022-03-01,1.1,\n"), ("bbb", "2022-04-01,1.3,\n2022-03-01,1.2,\n")] {
            try desk.write(
                "Config/feeds/\(source).toml",
                """
                id = "\(source)"
                source = "\(source)"
                kind = "rates"
                reader = "ecb-csv"
                address = ""
                licence = "test"

                """)
            let file = try desk.folder.write("\(source).csv", "Date,USD,\n" + rows)
            let run = try desk.run("import", source, file, "--seen", "2022-04-01T16:00:00Z")
            guard run.status == 0 else { throw Mismatch(run.errors) }
        }
        let amounts = try desk.folder.write(
            "amounts.csv", ConvertTests.header + "2022-03-01,1,EUR,USD\n2022-04-01,1,EUR,USD\n")
        func rates(_ options: String...) throws -> [String?] {
            let run = try Execution.bellwether(
                ["--workspace", desk.workspace, "rates", "convert", "--file", amounts] + options)
            return CSV.rows(run.output).map { $0["rate"] }
        }
        #expect(try rates() == ["1.1", "1.3"])
        #expect(try rates("--source", "bbb,aaa") == ["1.2", "1.3"])
        #expect(try rates("--source", "aaa") == ["1.1", ""])
    }

    @Test func itAnswersAsItWasKnown() throws {
        let early = try #require(try rows("2022-02-28,1,EUR,RUB\n", "--known-on", "2022-02-25").first)
        #expect((early["rate"], early["observed_on"]) == ("95.7175", "2022-02-24"))
    }

    @Test func aMalformedRowStopsBeforeAnythingIsPrinted() throws {
        let run = try convert("2022-03-01,1,EUR,RUB\n2022-03-01,1,000,EUR,RUB\n")
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.errors.contains("amounts.csv: line 3, column 5: the row has 5 fields, the header 4"))
        #expect(try Execution.bellwether(["rates", "convert", "--file", "/nonexistent.csv"]).status == 1)
        #expect(try Execution.bellwether(["rates", "convert"]).errors.contains("--file is missing"))
    }

    // 12194.21 and 105.56 sums on 2026-04-01: 115.52 Syrian pounds for a dollar.
    @Test(
        "Two currencies that a source prices in a third are crossed as well, either way round",
        arguments: [("USD,SYP", 12194.21 / 105.56), ("SYP,USD", 105.56 / 12194.21)])
    func commonQuote(pair: String, rate: Double) throws {
        let desk = try Desk(.bare)
        try desk.ratesFeed("bank", measure: "official")
        let file = try desk.write(
            "rates.csv", "date,base,quote,rate\n2026-04-01,USD,UZS,12194.21\n2026-04-01,SYP,UZS,105.56\n")
        try #require(try desk.run("import", "bank", file, now: "2026-04-01T12:00:00Z").status == 0)
        let amounts = try desk.write("amounts.csv", "date,amount,from,to\n2026-04-02,1,\(pair)\n")
        let row = try #require(CSV.rows(try desk.run("rates", "convert", "--file", amounts).output).first)
        #expect(abs((Double(row["rate"] ?? "") ?? 0) / rate - 1) < 1e-14)
        let legs = pair.split(separator: ",").map { "\($0)/UZS:official:bank" }
        #expect(row["note"] == "cross of \(legs[0]) and \(legs[1])")
        // The same as the cross that `rates` prints.
        let key = pair.replacingOccurrences(of: ",", with: "/") + ":official:bank"
        #expect(try desk.rows("rates", key)[0]["value"] == row["rate"])
    }
}
