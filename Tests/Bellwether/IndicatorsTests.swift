import Foundation
import TestSupport
import Testing

/// `indicators` from the command line: what is printed beside a value, and what it finds in the ledger by itself.
@Suite struct IndicatorsTests {
    private static let rub = "EUR/RUB:reference:ecb"

    @Test func everyInputIsPrintedWithItsDayItsAgeAndTheRunThatBroughtIt() throws {
        let desk = try FetchedSample.shared.get()
        let row = try #require(
            desk.rows("indicators", "USD/RUB:reference:ecb", "--indicator", "rate", "--on", "2022-03-06").first)
        let runs = Set(try desk.rows("rates", IndicatorsTests.rub, "--from", "2022-03-01").compactMap { $0["run"] })
        let run = try #require(runs.first)
        #expect(runs.count == 1)
        #expect(
            row["inputs"] == """
                EUR/USD:reference:ecb@2022-03-01=1.1162 age=5 run=\(run);EUR/RUB:reference:ecb@2022-03-01=117.201 \
                age=5 run=\(run)
                """)
    }

    @Test func aWindowIsToldByItsEnds() throws {
        let desk = try FetchedSample.shared.get()
        let row = try #require(
            desk.rows("indicators", IndicatorsTests.rub, "--indicator", "vol_30", "--on", "2022-03-01").first)
        #expect(row["inputs"]?.contains(";… 29 between …;EUR/RUB:reference:ecb@2022-03-01=117.201 ") == true)
    }

    @Test func yesAndNoArePrintedAsTrueAndFalse() throws {
        let desk = try FetchedSample.shared.get()
        for (s1, answer) in [("1.5", "true"), ("1.49", "false")] {
            let question = ["indicators", "--indicator", "cagan_hyperinflation", "--set", "s0=1,s1=\(s1)"]
            let csv = try Execution.bellwether(["--workspace", desk.workspace] + question + ["--format", "csv"])
            #expect(CSV.rows(csv.output).first?["value"] == answer)
            let json = try Execution.bellwether(["--workspace", desk.workspace] + question + ["--format", "json"])
            #expect(json.output.contains("\"value\":\(answer),"))
        }
        let none = try desk.rows(
            "indicators", IndicatorsTests.rub, "--indicator", "crash_frankel_rose", "--on", "2022-03-01")
        #expect(none.first?["value"] == "" && none.first?["note"]?.isEmpty == false)
    }

    @Test func aBaseAndASettingMeantForOneOfSeveralIndicatorsAreNoMistake() throws {
        let desk = try FetchedSample.shared.get()
        let rows = try desk.rows(
            "indicators", IndicatorsTests.rub, "--indicator", "rate,value_lost_pct,vol_30_raw", "--base", "2022-02-18",
            "--on", "2022-03-01", "--set", "n=5")
        #expect(rows.map { $0["indicator"] } == ["rate", "value_lost_pct", "vol_30_raw"])
        let lost = try #require(Double(rows[1]["value"] ?? ""))
        #expect(abs(lost - 100 * (1 - 86.2815 / 117.201)) < 1e-10)
        for (words, message) in [
            (["rate", "--base", "2022-02-18"], "rate takes no base day"),
            (["rate,vol_30", "--set", "m=5"], "rate takes no setting `m`"),
        ] {
            let run = try Execution.bellwether(
                ["--workspace", desk.workspace, "indicators", IndicatorsTests.rub, "--indicator"] + words)
            #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
        }
    }

    @Test(arguments: [
        ("eur/rub:reference:ecb", "Did you mean EUR/RUB:reference:ecb?"),
        ("EURRUB:reference:ecb", "Did you mean EUR/RUB:reference:ecb?"),
        ("EUR/RUB:referenze:ecb", "Did you mean EUR/RUB:reference:ecb?"),
        ("EUR/RUB", "There are: EUR/RUB:reference:ecb."),
        ("EUR", " more: `bellwether rates` lists them."),
        ("ERU/RUB:reference:ecb", "Did you mean EUR/RUB:reference:ecb?"),
        ("EUR/RUR:reference:ecb", "sources: ecb; `bellwether rates` lists all series"),
        ("XXX/YYY:market:nobody", "sources: ecb; `bellwether rates` lists all series"),
    ])
    func aSeriesThatIsNotThereIsAnsweredWithWhatMayBeMeant(name: String, words: String) throws {
        let desk = try FetchedSample.shared.get()
        for command in ["rates", "indicators"] {
            let run = try desk.run(command, name)
            #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
        }
    }

    /// 2026-02-05 is a Thursday: Tehran closes on Friday, and trades on Saturday and Sunday.
    @Test(arguments: [
        ("", [9.0, 10, 10, 20, 20]),
        ("calendar_filled = true\n", [9.0, 10, 10]),
        ("calendar_filled = true\nclosed_weekdays = [\"friday\"]\n", [9.0, 10, 20, 20]),
    ])
    func theClosedDaysOfAFeedAreNoReturnsAndTheWeekendIsTheFeedsOwn(keys: String, values: [Double]) throws {
        let desk = try Desk(.bare)
        try desk.ratesFeed("street", measure: "parallel", keys)
        let file = try desk.folder.write(
            "rates.csv",
            """
            date,base,quote,rate
            2026-02-04,USD,IRR,9
            2026-02-05,USD,IRR,10
            2026-02-06,USD,IRR,10
            2026-02-07,USD,IRR,20
            2026-02-08,USD,IRR,20

            """)
        #expect(try desk.run("import", "street", file, "--seen", "2026-02-09T00:00:00Z").status == 0)
        let used = zip(values, values.dropFirst()).map { log($1 / $0) }
        let mean = used.reduce(0, +) / Double(used.count)
        let expected = (used.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(used.count - 1)).squareRoot()
        let row = try #require(
            try desk.rows(
                "indicators", "USD/IRR:parallel:street", "--indicator", "vol_30_raw", "--set", "n=\(used.count)",
                "--on",
                "2026-02-08", "--with-suspects"
            ).first)
        #expect(abs((Double(row["value"] ?? "") ?? 0) - expected) < 1e-12, "\(row)")
    }

    @Test func lastIsTheLastRowOfEachSeries() throws {
        let desk = try FetchedSample.shared.get()
        let names = ["EUR/RUB:reference:ecb", "EUR/USD:reference:ecb"]
        let all = try desk.rows("indicators", names[0], names[1], "--indicator", "drawdown_pct,rate")
        let last = try desk.rows("indicators", names[0], names[1], "--indicator", "drawdown_pct,rate", "--last")
        #expect(last.map { $0["series"] } == names + names)
        #expect(last.map { $0["date"] } == ["2022-03-01", "2022-03-03", "2022-03-01", "2022-03-03"])
        #expect(last.allSatisfy(all.contains))
    }

    @Test func aBasketFindsItsSeriesInOneSource() throws {
        let desk = try FetchedSample.shared.get()
        let span = ["--base", "2022-02-18", "--on", "2022-03-01"]
        let basket = ["indicators", "--indicator", "neer", "--set", "home=RUB", "--set", "weights=EUR:0.4,USD:0.6"]
        func value(_ words: [String]) throws -> String? {
            let run = try Execution.bellwether(["--workspace", desk.workspace] + words + span + ["--format", "csv"])
            return CSV.rows(run.output).first?["value"]
        }
        let found = try #require(try value(basket).flatMap(Double.init))
        // What a rouble buys, from the printed rates: 1/86.2815 and 1/117.201 euros; 1.1354 and 1.1162 dollars a euro.
        let euro = 86.2815 / 117.201
        let expected = 100 * pow(euro, 0.4) * pow(euro * 1.1162 / 1.1354, 0.6)
        #expect(abs(found - expected) < 1e-10)
        let given = try value(
            basket + ["--series", IndicatorsTests.rub, "--series", "RUB/USD:reference:ecb"]
        ).flatMap(Double.init)
        #expect(abs((given ?? 0) - expected) < 1e-10)
    }

    @Test(arguments: [
        ("--indicator neer --base 2022-02-18", "needs a home currency and weights"),
        ("--indicator neer --base 2022-02-18 --set home=RUB --set weights=EUR:0.5,XXX:0.5", "no source in the ledger"),
        ("--indicator neer --base 2022-02-18 --set home=RUB --set weights=EUR:1 --set source=x", "x was asked for"),
        ("--indicator neer --base 2022-02-18 --set home=RUB --set weights=EUR:0.5,USD", "is no value for `weights`"),
        ("--indicator premium_pct --series EUR/RUB:reference:ecb", "takes two series, 1 given"),
        ("--indicator multiple --set s0=1,s2=2", "takes no setting `s2`"),
        ("--indicator multiple --set s0=1,2", "--set wants NAME=VALUE"),
    ])
    func whatCannotBeAskedIsSaid(line: String, says: String) throws {
        let desk = try FetchedSample.shared.get()
        let words = ["--workspace", desk.workspace, "indicators"] + line.split(separator: " ").map(String.init)
        let run = try Execution.bellwether(words)
        #expect(run.status != 0 && run.output == "")
        #expect(run.errors.contains(says), "\(run.errors)")
    }

    @Test func ofSeveralSourcesABasketWantsOneNamed() throws {
        let desk = try Desk()
        let days = "Date,USD,TRY,\n2021-09-02,1.2,10,\n2021-09-01,1.2,8,\n"
        for (feed, source) in [("first", "one"), ("second", "two")] {
            try desk.write(
                "Config/feeds/\(feed).toml",
                """
                id = "\(feed)"
                source = "\(source)"
                kind = "rates"
                reader = "ecb-csv"
                address = ""
                licence = "test"

                """)
            let file = try desk.folder.write("\(feed).csv", days)
            let run = try desk.run("import", feed, file, "--seen", "2021-09-03T00:00:00Z")
            #expect(run.status == 0, "\(run.errors)")
        }
        let words =
            "indicators --indicator neer --base 2021-09-01 --on 2021-09-02 --set home=TRY,weights=EUR:0.5,USD:0.5"
        func ask(_ more: [String]) throws -> Execution {
            try Execution.bellwether(
                ["--workspace", desk.workspace] + words.split(separator: " ").map(String.init) + more
                    + ["--format", "csv"])
        }
        let both = try ask([])
        #expect(both.status == 2)
        #expect(both.errors.contains("several sources price TRY in this basket: reference of one, reference of two"))
        let named = try #require(CSV.rows(try ask(["--set", "source=two"]).output).first)
        // From 8 to 10 liras a euro, and as many a dollar: what a lira buys falls to 0.8 of itself.
        #expect(abs((named["value"].flatMap(Double.init) ?? 0) - 80) < 1e-9)
        #expect(named["series"] == "TRY:basket:two")
    }
}
