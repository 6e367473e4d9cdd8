import Foundation
import TestSupport
import Testing

/// Rates through the built program: what is suspect, in which unit, and whose currency came before.
@Suite struct UnitsTests {
    /// Two sources whose files are laid out as the ECB's.
    func desk(_ units: String = "") throws -> Desk {
        let desk = try Desk(.bare)
        for name in ["one", "two"] {
            try desk.write(
                "Config/feeds/\(name).toml",
                """
                id = "\(name)"
                source = "\(name)"
                kind = "rates"
                reader = "ecb-csv"
                address = ""
                licence = "test"
                """)
        }
        try desk.write("Config/units.toml", units)
        return desk
    }

    static let pounds = """
        [[unit]]
        code_from = "SYP"
        code_to = "SYP"
        ratio = 100
        effective = 2026-01-01
        status = "in force"
        source = "Decree 293"
        unit_names = ["old pounds", "new pounds"]

        """

    static let switched =
        pounds + """
            [[unit.switch]]
            feed = "one"
            day = 2026-01-06

            """

    func take(_ desk: Desk, _ feed: String, _ code: String, at seen: String, _ rows: (String, String)...) throws
        -> Execution
    {
        let text = "Date,\(code),\n" + rows.map { "\($0.0),\($0.1),\n" }.joined()
        try desk.folder.write("\(feed).csv", text)
        return try desk.run("import", feed, "\(desk.folder.path)/\(feed).csv", "--seen", seen)
    }

    static let steps = [
        ("2026-01-04", "11800"), ("2026-01-05", "11810"), ("2026-01-06", "118.2"), ("2026-01-07", "118.1"),
    ]

    func taken(_ desk: Desk, _ feed: String = "one") throws -> Execution {
        let steps = UnitsTests.steps
        return try take(desk, feed, "SYP", at: "2026-01-08T00:00:00Z", steps[0], steps[1], steps[2], steps[3])
    }

    @Test func aNewUnitNobodySwitchedToIsSuspectAndTheCommandSaysWhatToAdd() throws {
        let desk = try desk(UnitsTests.pounds)
        let run = try taken(desk)
        #expect(run.status == 0)
        #expect(run.errors.contains("2 suspect values") && run.errors.contains("SYP lost 2 zeros on 2026-01-01"))
        let rows = try desk.rows("rates", "EUR/SYP:reference:one")
        #expect(rows.map { $0["value"] } == UnitsTests.steps.map(\.1))
        #expect(rows.map { $0["note"]?.hasPrefix("suspect: ") ?? false } == [false, false, true, true])
        #expect(rows.allSatisfy { $0["unit"] == "SYP per EUR (old pounds)" })
        let asked = ["indicators", "EUR/SYP:reference:one", "--on", "2026-01-07"]
        #expect(try desk.rows(asked[0], asked[1], asked[2], asked[3])[0]["value"] == "11810")
        let kept = try desk.rows(asked[0], asked[1], asked[2], asked[3], "--with-suspects")
        #expect(kept[0]["value"] == "118.1")
        let quarantined = try desk.rows("quarantine", "one")
        #expect(quarantined.map { $0["rules"] } == ["suspect"] && quarantined[0]["day"] == "2026-01-06")
        #expect(quarantined[0]["message"]?.hasSuffix("day = 2026-01-06; and 1 later value") == true)
        let units = try desk.rows("units")
        #expect(units.map { $0["proposed"] } == ["one 2026-01-06"])
        let text = try desk.run("units").output
        #expect(text.contains("[[unit.switch]]\nfeed = \"one\"\nday = 2026-01-06"))
        // Pasted as it is printed, it is what was missing.
        let toml = try #require(text.components(separatedBy: "below the change:\n\n").last)
        try desk.write("Config/units.toml", UnitsTests.pounds + toml)
        #expect(try desk.rows("quarantine").isEmpty)
        #expect(try desk.rows("units").map { $0["proposed"] } == [""])
    }

    @Test func aFeedThatSwitchedIsInItsNewestUnitAndPrintsWhatItPrinted() throws {
        let desk = try desk(UnitsTests.switched)
        #expect(try !taken(desk).errors.contains("suspect"))
        let rows = try desk.rows("rates", "EUR/SYP:reference:one")
        #expect(rows.map { $0["value"] } == UnitsTests.steps.map(\.1))
        #expect(rows.map { $0["note"] } == ["", "", "", ""])
        let units = ["old pounds", "old pounds", "new pounds", "new pounds"].map { "SYP per EUR (\($0))" }
        #expect(rows.map { $0["unit"] } == units)
        let linked = try desk.rows("rates", "EUR/SYP:reference:one", "--linked")
        #expect(linked.map { $0["value"] } == ["118", "118.1", "118.2", "118.1"])
        let moved = try desk.rows(
            "indicators", "EUR/SYP:reference:one", "--indicator", "multiple", "--base", "2026-01-04", "--on",
            "2026-01-06")
        #expect(abs((Double(moved[0]["value"] ?? "") ?? 0) - 118.2 / 118) < 1e-12)
    }

    @Test func aSourceInOldPoundsBesideOneInNewOnesIsHeldOnlyWhileTheSwitchIsUnknown() throws {
        for (units, status) in [(UnitsTests.switched, Int32(0)), ("", 3)] {
            let desk = try desk(units)
            _ = try taken(desk)
            let run = try take(desk, "two", "SYP", at: "2026-01-08T01:00:00Z", ("2026-01-07", "11790"))
            #expect(run.status == status, "\(run.errors)")
            if status == 3 { #expect(run.errors.contains("x99.831: another unit, or a misplaced point?")) }
        }
    }

    @Test func aSeriesIsContinuedIntoItsPredecessorsOnlyWhereThatIsAskedFor() throws {
        let desk = try desk(
            """
            [[unit]]
            code_from = "VEB"
            code_to = "VEF"
            ratio = 1_000
            effective = 2008-01-01
            status = "in force"
            source = "test"

            [[unit]]
            code_from = "VEF"
            code_to = "VES"
            ratio = 1_000
            effective = 2018-06-04
            status = "postponed"
            source = "test"

            [[unit]]
            code_from = "VEF"
            code_to = "VES"
            ratio = 100_000
            effective = 2018-08-20
            status = "in force"
            source = "test"

            """)
        _ = try take(desk, "one", "VEB", at: "2018-09-01T00:00:00Z", ("2007-12-31", "3200"), ("2008-01-02", "3210"))
        _ = try take(
            desk, "one", "VEF", at: "2018-09-01T00:00:01Z", ("2008-01-02", "3.2"), ("2018-08-16", "289000"),
            ("2018-08-17", "290000"))
        _ = try take(desk, "one", "VES", at: "2018-09-01T00:00:02Z", ("2018-08-20", "70"))
        #expect(try desk.rows("rates", "EUR/VES:reference:one").count == 1)
        let rows = try desk.rows("rates", "EUR/VES:reference:one", "--linked", "--format", "csv")
        #expect(rows.map { $0["day"] } == ["2007-12-31", "2008-01-02", "2018-08-16", "2018-08-17", "2018-08-20"])
        let values = rows.map { Double($0["value"] ?? "") ?? 0 }
        for (value, expected) in zip(values, [3200 / 1e8, 3.2 / 1e5, 289_000 / 1e5, 290_000 / 1e5, 70]) {
            #expect(abs(value / expected - 1) < 1e-12)
        }
        #expect(
            rows.map { $0["note"] } == [
                "EUR/VEB:reference:one divided by 100000000", "EUR/VEF:reference:one divided by 100000",
                "EUR/VEF:reference:one divided by 100000", "EUR/VEF:reference:one divided by 100000", "",
            ])
        let lost = try desk.rows(
            "indicators", "EUR/VES:reference:one", "--indicator", "multiple", "--base", "2008-01-02", "--on",
            "2018-08-20", "--linked")
        #expect(abs((Double(lost[0]["value"] ?? "") ?? 0) / (70 / (3.2 / 1e5)) - 1) < 1e-12)
    }

    @Test func aCrossHasTheSuspectDaysOfItsLegsAndSaysWhose() throws {
        let desk = try desk()
        _ = try take(
            desk, "one", "USD,SEK", at: "2024-03-07T12:00:00Z", ("2024-03-04", "1.08,11"), ("2024-03-05", "1.09,110"),
            ("2024-03-06", "1.08,11.1"))
        let rows = try desk.rows("rates", "USD/SEK:reference:one")
        let cross = "cross of EUR/USD:reference:one and EUR/SEK:reference:one"
        #expect(
            rows.map { $0["note"] } == [
                cross,
                cross
                    + "; suspect: EUR/SEK:reference:one 110 after 11 on 2024-03-04: x10: another unit, or a misplaced point?",
                cross,
            ])
        #expect(abs((Double(rows[1]["value"] ?? "") ?? 0) - 110 / 1.09) < 1e-12)
        let rates = try desk.rows("indicators", "USD/SEK:reference:one")
        #expect(rates.map { $0["observed_on"] } == ["2024-03-04", "2024-03-06"])
        let report = try desk.run("report", "weekly", "--week", "2024-W10", now: "2024-03-11T06:00:00Z")
        #expect(report.output.contains("1 suspect value"), "\(report.output) \(report.errors)")
    }

    @Test func aPersonLetsSuspectValuesCount() throws {
        let desk = try desk()
        let run = try take(
            desk, "one", "EGP", at: "2024-03-06T12:00:00Z", ("2024-03-05", "33.5"), ("2024-03-06", "53.7"))
        #expect(run.status == 0)
        #expect(run.errors.contains("1 suspect value, left out of figures until something confirms it"))
        let id = try #require(try desk.rows("quarantine").first?["run"])
        #expect(try desk.run("quarantine", id).output.contains("53.7 after 33.5 on 2024-03-05"))
        let accepted = try desk.run("accept", id, "--reason", "floated", now: "2024-03-07T08:00:00Z")
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(try desk.rows("quarantine").isEmpty)
        let asked = ["indicators", "EUR/EGP:reference:one", "--on", "2024-03-06"]
        #expect(try desk.rows(asked[0], asked[1], asked[2], asked[3])[0]["value"] == "53.7")
        let before = try desk.rows(asked[0], asked[1], asked[2], asked[3], "--known-on", "2024-03-06")
        #expect(before[0]["value"] == "33.5")
        #expect(try desk.run("rebuild").status == 0)
        #expect(try desk.rows("quarantine").isEmpty)
        #expect(try desk.run("verify").status == 0)
    }

    @Test func aConversionSaysTheUnitAndWhatItPassedOver() throws {
        let desk = try desk(UnitsTests.pounds)
        _ = try taken(desk)
        let file = try desk.folder.write("amounts.csv", "date,amount,from,to\n2026-01-07,2,EUR,SYP\n")
        let row = try #require(CSV.rows(try desk.run("rates", "convert", "--file", file).output).first)
        #expect(row["result"] == "23620" && row["observed_on"] == "2026-01-05")
        #expect(row["note"] == "EUR/SYP:reference:one is in old pounds; 2 suspect values left out")
    }

    @Test func aCurrencyIsNamedInAnyCaseAndOneWithoutAChangeIsRefused() throws {
        let desk = try desk(UnitsTests.pounds)
        #expect(try desk.rows("units", "syp").map { $0["code_to"] } == ["SYP"])
        let run = try desk.run("units", "XXX")
        #expect(run.status == 2 && run.errors.contains("`bellwether units` lists all that it knows"))
    }

    @Test func aVintageHasItsUnitAndItsDoubtToo() throws {
        let desk = try desk(UnitsTests.pounds)
        _ = try taken(desk)
        let rows = try desk.rows("rates", "EUR/SYP:reference:one", "--vintages")
        #expect(rows.map { $0["value"] } == UnitsTests.steps.map(\.1))
        #expect(rows.map { $0["unit"] } == Array(repeating: "SYP per EUR (old pounds)", count: 4))
        #expect(rows.map { $0["note"]?.hasPrefix("suspect: ") } == [false, false, true, true])
    }

    @Test func aQuestionWithoutARowSaysSoAndAMisspeltFeedNamesItsNeighbour() throws {
        let desk = try desk(UnitsTests.pounds)
        _ = try taken(desk)
        let early = try desk.run("rates", "EUR/SYP:reference:one", "--known-on", "2026-01-01")
        #expect(early.status == 0)
        #expect(early.errors == "No observation known at the end of 2026-01-01 on the days asked for.\n")
        #expect(try desk.run("read", "onee", "x").errors.contains("did you mean `one`?"))
    }

    @Test func aWarningCountsValuesAndTheStretchesThatItTellsOf() throws {
        let desk = try desk(UnitsTests.pounds)
        #expect(try taken(desk).errors.contains("2 suspect values in 1 stretch, left out of figures"))
    }

    @Test func aFeedWithoutAnAddressSaysHowItIsFilled() throws {
        let run = try desk().run("fetch", "one")
        #expect(run.status == 0)
        #expect(run.errors == "one: it has no address: use `bellwether import one FILE`\n")
    }

    @Test func manyTownsOfOneMarketAreNotAllToldWhereNoneWasMeant() throws {
        let desk = try desk()
        let towns = ["Aleppo", "Damascus", "Hama", "Homs", "Idlib"]
        for (measure, id) in zip(["parallel"] + towns.map { "parallel@\($0)" }, "abcdef") {
            try desk.ratesFeed("\(id)", source: "street", measure: measure)
            let file = try desk.folder.write("\(id).csv", "date,base,quote,rate\n2023-01-15,USD,SYP,6000\n")
            #expect(try desk.run("import", "\(id)", file, "--seen", "2023-02-01T00:00:00Z").status == 0)
        }
        let file = try desk.folder.write("amounts.csv", "date,amount,from,to\n2023-01-16,2,USD,SYP\n")
        let note = CSV.rows(try desk.run("rates", "convert", "--file", file).output).first?["note"]
        #expect(
            note == """
                no reference or official series of one source leads from USD to SYP; there is one of --measure parallel \
                or parallel@Aleppo or parallel@Damascus or parallel@Hama or 2 others
                """)
        #expect(
            try desk.run("rates", "USD/SYP").errors.contains(
                """
                There are: USD/SYP:parallel:street, USD/SYP:parallel@Aleppo:street, USD/SYP:parallel@Damascus:street, \
                USD/SYP:parallel@Hama:street, USD/SYP:parallel@Homs:street and 1 more: `bellwether rates` lists them.
                """))
    }

    @Test(arguments: [("2026-01-06T12:00:00Z", false), ("2026-01-05T12:00:00Z", true)])
    func whatWasSeenBeforeItsDayIsWarnedOf(seen: String, isWarned: Bool) throws {
        let run = try take(try desk(), "one", "SYP", at: seen, ("2026-01-04", "11800"), ("2026-01-07", "11810"))
        #expect(run.status == 0)
        #expect(run.errors.contains("it is of 2026-01-07, after the 2026-01-05 on which it was seen") == isWarned)
    }
}
