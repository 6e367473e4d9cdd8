import Foundation
import TestSupport
import Testing

/// `compare` through the built program on a source of 700 weekdays: what is withheld, and what is printed instead of rows.
@Suite struct CompareTests {
    /// Weekdays from Monday 2023-01-02; row 600 is Monday 2025-04-21.
    private static func day(_ row: Int) -> String {
        let monday = Date(timeIntervalSince1970: 1_672_617_600)
        let date = monday.addingTimeInterval(Double(row / 5 * 7 + row % 5) * 86_400)
        return String(date.formatted(.iso8601).prefix(10))
    }

    private static let desk = Result { () -> Desk in
        let desk = try Desk(.bare)
        try desk.write(
            "Config/units.toml",
            """
            [[unit]]
            code_from = "SYP"
            code_to = "SYP"
            ratio = 100
            effective = \(day(600))
            status = "in force"
            source = "test"
            unit_names = ["old pounds", "new pounds"]

            [[unit.switch]]
            feed = "own"
            day = \(day(600))

            """)
        try desk.ratesFeed("own", measure: "reference")
        try desk.ratesFeed("bank", measure: "official")
        try desk.ratesFeed("paused", measure: "market")
        let series = ["CHF", "GBP", "INR", "JPY", "PEG", "RUB", "SYP", "USD"].map { code in
            "\(code) = [\"EUR/\(code):reference:own\"]"
        }
        try desk.write(
            "Config/bellwether.toml",
            "[compare]\nbasket = [\"USD\", \"GBP\", \"JPY\", \"CHF\", \"EUR\"]\n\n[compare.series]\n"
                + series.joined(separator: "\n") + "\n")
        try desk.write(
            "Config/watch.toml",
            """
            [[country]]
            code = "XB"
            name = "Tengeland"
            currency = "KZT"
            official = ["EUR/KZT:official:bank", "USD/KZT:official:bank"]

            [[country]]
            code = "XC"
            name = "Francia"
            currency = "CHF"
            official = ["USD/CHF:reference:own"]

            """)
        var lines = ["date,base,quote,rate"]
        // What a central bank prints: the price of each in its own currency, here a wave of its own.
        var prices = lines
        for row in 0..<700 {
            func add(_ code: String, _ value: Double) { lines.append("\(day(row)),EUR,\(code),\(value)") }
            let euro = 500 * (1 + 0.01 * sin(0.31 * Double(row)))
            func price(_ code: String, _ perEuro: Double) { prices.append("\(day(row)),\(code),KZT,\(euro / perEuro)") }
            func wave(_ base: Double, _ frequency: Double) -> Double {
                base * (1 + 0.01 * sin(frequency * Double(row)))
            }
            add("USD", wave(1.1, 0.71))
            add("GBP", wave(0.86, 1.13))
            for (code, value) in [("USD", wave(1.1, 0.71)), ("GBP", wave(0.86, 1.13)), ("JPY", wave(125, 0.53))] {
                price(code, value)
            }
            add("JPY", wave(125, 0.53))
            add("CHF", wave(1.05, 0.97))
            add("PEG", row < 597 ? 4 : 4.4)
            // A street that falls by a quarter on row 600; the rouble is not quoted on rows 640 to 659 and after 680.
            if row < 640 || (660...680).contains(row) { add("RUB", wave(80, 1.37) * (row >= 600 ? 1.25 : 1)) }
            if row >= 300 { add("INR", wave(90, 1.9)) }
            add("SYP", wave(row >= 600 ? 110 : 11_000, 1.61))
        }
        let file = try desk.folder.write("own.csv", lines.joined(separator: "\n") + "\n")
        let run = try desk.run("import", "own", file, "--seen", "2025-10-01T00:00:00Z")
        guard run.status == 0 else { throw Mismatch(run.errors) }
        // A source that closed for five weeks on row 600.
        let open = (0..<700).filter { !(600..<625).contains($0) }.map { row in
            "\(day(row)),EUR,KGS,\(90 * (1 + 0.01 * sin(1.7 * Double(row))))\n"
        }
        let paused = try desk.folder.write("paused.csv", "date,base,quote,rate\n" + open.joined())
        let third = try desk.run("import", "paused", paused, "--seen", "2025-10-01T02:00:00Z")
        guard third.status == 0 else { throw Mismatch(third.errors) }
        let bank = try desk.folder.write("bank.csv", prices.joined(separator: "\n") + "\n")
        let second = try desk.run("import", "bank", bank, "--seen", "2025-10-01T01:00:00Z")
        guard second.status == 0 else { throw Mismatch(second.errors) }
        return desk
    }

    private let desk: Desk
    init() throws { desk = try CompareTests.desk.get() }

    private func events(_ lines: String...) throws -> String {
        try desk.folder.write(
            "events-\(UUID().uuidString).csv",
            "id,date,currencies,countries,tags,direction\n" + lines.map { $0 + "\n" }.joined())
    }

    @Test func whateverIsWrongWithAnEventYieldsARowWithAStatusAndTheRestGoOn() throws {
        let path = try events(
            "good,\(CompareTests.day(600)),RUB,XA,,", "early,2010-01-01,RUB,XA,,", "late,2030-01-01,RUB,XA,,",
            "saturday,2025-04-19,RUB,XA,,", "gap,\(CompareTests.day(645)),RUB,XA,,",
            "peg,\(CompareTests.day(600)),PEG,XC,,",
            "short,\(CompareTests.day(400)),INR,XA,,", "stranger,\(CompareTests.day(600)),XYZ,XD,,",
            "bare,2025-04-21,,,,",
            "end,\(CompareTests.day(680)),RUB,XA,,", "back,\(CompareTests.day(660)),RUB,XA,,",
            "twin,\(CompareTests.day(600)),RUB,XA,,")
        let rows = try desk.rows(
            "compare", "--events", path, "--model", "mean", "--window", "0:1", "--after-fix", "0", "--numeraire", "EUR")
        let statuses = Dictionary(uniqueKeysWithValues: rows.map { ($0["event"] ?? "", $0["status"] ?? "") })
        #expect(
            statuses == [
                "good": "ok", "early": "outside", "late": "outside", "saturday": "ok", "gap": "truncated",
                "peg": "managed", "short": "short_estimation", "stranger": "no_series", "bare": "no_series",
                "end": "truncated", "back": "gap", "twin": "ok",
            ])
        #expect(
            rows.map { $0["event"] } == [
                "good", "early", "late", "saturday", "gap", "peg", "short", "stranger", "bare", "end", "back", "twin",
            ])
        let saturday = try #require(rows.first { $0["event"] == "saturday" })
        #expect(saturday["day0"] == "2025-04-21" && saturday["mapping"] == "rolled+2")
        #expect(rows[0]["confounders"] == "saturday;twin")
        for row in rows where !["ok", "gap"].contains(row["status"]) {
            #expect(["p", "t", "p_turb", "placebo_p", "p_fhs", "p_bh", "lo"].allSatisfy { row[$0] == "" })
        }
        let text = try desk.run("compare", "--events", path, "--window", "0:1", "--numeraire", "EUR")
        #expect(text.status == 0 && text.output.contains("# Cannot be judged"))
        #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.output.contains("> RUB in EUR: stands out"))
    }

    @Test func anEmptyFileOfEventsAndAnUnknownTagAreSaidAndEndWell() throws {
        let empty = try desk.folder.write("empty.csv", "id,date,currencies\n")
        for words in [["--events", empty], ["--tag", "no-such"]] {
            let run = try Execution.bellwether(
                ["--workspace", desk.workspace, "compare", "--format", "csv"] + words)
            #expect(run.status == 0 && run.output.split(separator: "\n").count == 1, "\(run.errors)")
            #expect(run.errors.contains("No event to compare."))
        }
    }

    @Test func aNewUnitInsideTheWindowIsDividedOutBeforeAnyReturn() throws {
        let path = try events("zeros,\(CompareTests.day(600)),SYP,SY,,")
        let row = try #require(try desk.rows("compare", "--events", path, "--model", "mean", "--window", "0:1").first)
        #expect(row["status"] == "ok")
        let change = try #require(Double(row["pct"] ?? ""))
        #expect(abs(change) < 6, "two zeros would be a gain of 9,900 %")
    }

    @Test func rowsAroundEarlierEventsLeaveACleanEstimation() throws {
        let path = try events(
            "earlier,\(CompareTests.day(500)),RUB,XA,,", "elsewhere,\(CompareTests.day(520)),CHF,XB,,",
            "own,\(CompareTests.day(600)),RUB,XA,,")
        func row(_ words: String...) throws -> [String: String] {
            let run = try Execution.bellwether(
                ["--workspace", desk.workspace, "compare", "--events", path, "--model", "market", "--window", "0:1"]
                    + ["--after-fix", "0", "--format", "csv"] + words)
            return try #require(CSV.rows(run.output).last { $0["event"] == "own" })
        }
        let (whole, clean) = (try row(), try row("--clean-estimation"))
        // Rows 499 to 504; the other country's event stays.
        #expect(whole["L"] == "250" && clean["L"] == "244")
        #expect(whole["fhs_n"].flatMap { Int($0) }.map { "\($0 - 6)" } == clean["fhs_n"])
        #expect(whole["s2"] != clean["s2"] && clean["status"] == "ok")
    }

    @Test func aTagIsPooledByDirectionAndATooSmallOneIsOnlyListed() throws {
        let path = try events(
            "a,\(CompareTests.day(560)),RUB,XA,sanctions,tighten",
            "b,\(CompareTests.day(570)),RUB,XA,sanctions,tighten",
            "c,\(CompareTests.day(580)),CHF,XB,sanctions,tighten",
            "d,\(CompareTests.day(590)),RUB,XA,sanctions,tighten",
            "e,\(CompareTests.day(600)),RUB,XA,sanctions,tighten",
            "f,\(CompareTests.day(600)),RUB,XA,sanctions,tighten",
            "g,\(CompareTests.day(610)),RUB,XA,sanctions,ease")
        let rows = try desk.rows(
            "compare", "--events", path, "--pool", "sanctions", "--window", "0:1", "--model", "mean")
        #expect(rows.map { $0["direction"] } == ["tighten", "ease"])
        #expect(rows.map { $0["N"] } == ["5", "1"] && rows.map { $0["status"] } == ["ok", "too_few"])
        #expect(rows[0]["events"] == "a;b;c;d;e" && rows[0]["dates"] == "5" && rows[0]["seed"] == "")
        #expect(rows[1]["caar"] == "" && rows[1]["p_kp"] == "")
        // Each vector of five signs is one of 32.
        let flips = try #require(Double(rows[0]["signflip_p"] ?? ""))
        #expect((flips * 32).rounded() == flips * 32)
        let two = try desk.rows(
            "compare", "--events", path, "--pool", "sanctions", "--after-fix", "0,1", "--window", "0:1", "--model",
            "mean")
        #expect(two.map { $0["after_fix"] } == ["0", "1", "0", "1"])
        let text = try desk.run("compare", "--events", path, "--pool", "sanctions,unheard")
        #expect(text.status == 0 && text.errors.contains("no event has the tag unheard"))
        #expect(text.output.contains("1 entry, and 5 are needed; listed only"))
        #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func stepsOfAPegAreDatedFromTheEvent() throws {
        let path = try events("e,\(CompareTests.day(600)),PEG,XA,,")
        let rows = try desk.rows("compare", "--events", path, "--steps", "--numeraire", "EUR", "--after-fix", "0")
        #expect(rows.count == 1 && rows[0]["step"] == CompareTests.day(597) && rows[0]["managed"] == "true")
        #expect(rows[0]["distance_rows"] == "-3" && rows[0]["distance_days"] == "-5" && rows[0]["T"] == "699")
        let text = try desk.run("compare", "--events", path, "--numeraire", "EUR")
        #expect(text.output.contains("It was moved in 1 step of more than 0.5 % in 699 returns"))
    }

    @Test func oneEventIsTakenApartInEightyColumns() throws {
        let path = try events("e,\(CompareTests.day(600)),RUB,XA,,", "f,\(CompareTests.day(610)),RUB,XA,,")
        #expect(try desk.run("compare", "--events", path, "--explain").status == 2)
        let text = try desk.run("compare", "--events", path, "--event", "e", "--explain")
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text.output)")
        #expect(text.output.contains("<- the event"))
        let lines = try desk.rows("compare", "--events", path, "--event", "e", "--explain", "--model", "mean")
        let row = try #require(
            try desk.rows(
                "compare", "--events", path, "--event", "e", "--model", "mean", "--window", "0:1", "--after-fix", "0"
            ).first)
        for (step, name, column) in [("plain", "t", "t"), ("filtered", "p", "p_fhs"), ("estimation", "alpha", "alpha")]
        {
            #expect(lines.first { $0["step"] == step && $0["name"] == name }?["value"] == row[column])
        }
    }

    @Test func calibrationTellsEachTestApart() throws {
        let rows = try desk.rows("compare", "--calibrate", "--series", "EUR/*:reference:own", "--window", "0:1")
        #expect(Set(rows.compactMap { $0["test"] }) == ["p", "placebo_p", "p_turb", "placebo_p_turb", "p_fhs"])
        #expect(Set(rows.compactMap { $0["times"] }) == ["all", "turmoil", "calm"])
        let text = try desk.run("compare", "--calibrate", "--series", "EUR/CHF:reference:own")
        #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text.output)")
        for words in [
            ["--abnormal", "--explain"], ["--seed", "3"], ["--every", "2"], ["--pool", "x", "--pool-min", "1"],
        ] {
            let run = try Execution.bellwether(["--workspace", desk.workspace, "compare"] + words)
            #expect(run.status == 2, "\(words)")
        }
    }

    @Test func whatIsAskedTwiceIsAnsweredOnce() throws {
        let path = try events("e,\(CompareTests.day(600)),RUB;RUB,XA,,")
        let rows = try desk.rows(
            "compare", "--events", path, "--numeraire", "USD,USD", "--model", "mean,mean", "--window", "0:1,0:1",
            "--after-fix",
            "0,0")
        #expect(rows.count == 1 && rows[0]["family"] == "1")
        let unknown = try desk.run("compare", "--events", path, "--basket", "USD,XXX", "--window", "0:1")
        #expect(unknown.status == 0 && unknown.errors.contains("no source of the series compared quotes XXX"))
    }

    @Test func daysAndStepsAreTablesThatFitATerminal() throws {
        let path = try events("e,\(CompareTests.day(600)),RUB,XA,,", "f,\(CompareTests.day(600)),PEG,XA,,")
        for mode in ["--abnormal", "--steps"] {
            let run = try desk.run("compare", "--events", path, mode)
            #expect(run.status == 0 && run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
        }
        for words in [["--steps", "--within"], ["--calibrate", "--every"]] {
            let run = try Execution.bellwether(
                ["--workspace", desk.workspace, "compare", "--events", path] + words + ["\(Int.max)"])
            #expect(run.status == 2)
        }
    }

    @Test func eventsOfOneDayToldTogetherAreNotEachOthersConfounders() throws {
        let path = try events("a,\(CompareTests.day(600)),RUB,XA,,", "b,\(CompareTests.day(600)),RUB,XA,,")
        let run = try desk.run("compare", "--events", path, "--window", "0:1")
        #expect(run.output.contains("Other tagged events within 5 days: 0."), "\(run.output)")
    }

    @Test func aSourceThatPrintsPricesInItsOwnCurrencyIsComparedLikeAnyOther() throws {
        let path = try events("e,\(CompareTests.day(600)),,XA,,")
        func row(_ series: String, _ model: String) throws -> [String: String] {
            try #require(
                try desk.rows(
                    "compare", "--events", path, "--series", series, "--model", model, "--window", "0:1", "--after-fix",
                    "0",
                    "--basket", "USD,GBP,JPY"
                ).first)
        }
        // The pound in dollars is the same whichever currency both are quoted in.
        let own = try row("EUR/GBP:reference:own", "mean")
        for series in ["GBP/KZT:official:bank", "USD/GBP:official:bank"] {
            let found = try row(series, "mean")
            #expect(found["status"] == "ok")
            let (a, b) = (try #require(Double(found["t"] ?? "")), try #require(Double(own["t"] ?? "")))
            #expect(abs(a - b) < 1e-6)
        }
        let market = try row("GBP/KZT:official:bank", "market")
        #expect(market["status"] == "ok" && market["basket_n"] == "1")
        // The dollar in tenge, where values are counted in dollars, is about the tenge.
        let tenge = try desk.run("compare", "--events", path, "--series", "USD/KZT:official:bank", "--window", "0:1")
        #expect(tenge.output.contains("> KZT in USD: "))
        #expect(try desk.rows("breaks", "USD/GBP:official:bank", "--on", "drift")[0]["n"] == "699")
    }

    @Test func aFirstRateLongAfterTheEventIsNoAnswerToIt() throws {
        // The row keeps its figures, and its words claim nothing.
        let path = try events("e,\(CompareTests.day(600)),KGS,XA,,")
        let run = try desk.run(
            "compare", "--events", path, "--series", "EUR/KGS:market:paused", "--window", "0:1", "--numeraire", "EUR",
            "--after-fix", "0")
        let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let (from, first) = (CompareTests.day(600), CompareTests.day(625))
        #expect(text.contains("KGS in EUR: cannot be judged: its first rate after \(from) is of \(first)"), "\(text)")
        #expect(
            text.contains("The first rate of the KGS at paused after \(from) is of \(first): what moved by then is no"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 && $0.first != " " }, "\(run.output)")
    }

    @Test func aCurrencyWithoutConfiguredSeriesIsComparedWithTheRateThatIsWatched() throws {
        let path = try events("e,\(CompareTests.day(600)),KZT;CHF;BYN,XA,,")
        let rows = try desk.rows("compare", "--events", path, "--window", "0:1", "--after-fix", "0", "--model", "mean")
        let found = Dictionary(rows.map { ($0["series"] ?? "", $0["status"] ?? "") }) { first, _ in first }
        // What is configured for the franc stays, and the watched rates decide nothing there.
        #expect(found["USD/KZT:official:bank"] == "ok")
        #expect(found["EUR/CHF:reference:own"] == "ok" && found["USD/CHF:reference:own"] == nil)
        #expect(found["BYN"] == "no_series", "\(found)")
    }

    @Test func anEventOfNoCurrencyOfTheSeriesIsCounted() throws {
        let path = try events("e,\(CompareTests.day(600)),RUB,XA,,", "f,\(CompareTests.day(600)),CHF,XB,,")
        let run = try desk.run("compare", "--events", path, "--series", "EUR/RUB:reference:own", "--format", "csv")
        #expect(Set(CSV.rows(run.output).map { $0["event"] }) == ["e"])
        #expect(run.errors.contains("1 of the events name none of the currencies of --series"))
        // One rate has no premium, also where its returns are asked for beside it.
        let lonely = try desk.run(
            "compare", "--events", path, "--on", "return,premium", "--series", "EUR/RUB:reference:own")
        #expect(lonely.status != 0 && lonely.errors.contains("a premium needs two rates"), "\(lonely.errors)")
        for words in [
            ["--steps", "--on", "volatility"], ["--calibrate", "--events", path], ["--waves", "--events", path],
        ] {
            let refused = try Execution.bellwether(["--workspace", desk.workspace, "compare"] + words)
            #expect(refused.status == 2, "\(words) \(refused.errors)")
        }
    }
}
