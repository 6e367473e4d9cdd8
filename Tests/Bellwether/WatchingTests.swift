import Foundation
import TestSupport
import Testing

/// Rules of watch.toml: told of once when they begin to hold, and again only after they cleared.
@Suite struct WatchingTests {
    private func desk(_ rules: String) throws -> Desk {
        let desk = try Desk(.bare)
        try desk.write(
            "Config/feeds/bank.toml",
            """
            id = "bank"
            source = "bank"
            kind = "rates"
            reader = "rates-csv"
            address = "file://./bank.csv"
            allow_file = true
            every = "1h"
            licence = "test"
            [layout]
            measure = "official"

            """)
        try desk.ratesFeed("street", measure: "parallel")
        try desk.write(
            "Config/watch.toml",
            """
            [[country]]
            code = "SY"
            name = "Syria"
            currency = "SYP"
            official = "USD/SYP:official:bank"
            parallel = "USD/SYP:parallel:street"
            \(rules)
            """)
        return desk
    }

    /// The lines of `fetch` about rules.
    private func told(_ desk: Desk, _ rows: [String], _ now: String) throws -> [String] {
        try desk.write("bank.csv", "date,base,quote,rate\n" + rows.map { "\($0)\n" }.joined())
        let run = try desk.run("fetch", "bank", now: now)
        #expect(run.status == 0, "\(run.errors)")
        return run.errors.split(separator: "\n").filter { $0.contains("fall:") }.map(String.init)
    }

    @Test("A fall is told when it happens, not while it lasts, and again after it cleared")
    func onceUntilItClears() throws {
        let desk = try desk("[[rule]]\nid = \"fall\"\nseries = \"USD/SYP:official:bank\"\nvalue_lost = 10\ndays = 7\n")
        var rows = (20...31).map { "2022-01-\($0),USD,SYP,100" } + ["2022-02-01,USD,SYP,100", "2022-02-02,USD,SYP,101"]
        #expect(try told(desk, rows, "2022-02-02T12:00:00Z").isEmpty)
        rows += ["2022-02-03,USD,SYP,125", "2022-02-04,USD,SYP,126"]
        // 100(1-100/126) = 20.6 by the last of them.
        let first = try told(desk, rows, "2022-02-04T12:00:00Z")
        #expect(first.count == 1 && first[0].contains("USD/SYP:official:bank lost"), "\(first)")
        rows += ["2022-02-05,USD,SYP,127"]
        #expect(try told(desk, rows, "2022-02-05T12:00:00Z").isEmpty)
        // Nothing new, and nothing told.
        #expect(try told(desk, rows, "2022-02-05T14:00:00Z").isEmpty)
        rows += (10...20).map { "2022-02-\($0),USD,SYP,127" }
        #expect(try told(desk, rows, "2022-02-20T12:00:00Z").isEmpty)
        rows += ["2022-02-21,USD,SYP,150", "2022-02-22,USD,SYP,151"]
        #expect(try told(desk, rows, "2022-02-22T12:00:00Z").count == 1)
        let report = try desk.run(
            "report", "range", "--from", "2022-02-01", "--to", "2022-02-22", now: "2022-02-22T13:00:00Z")
        let csv = try String(
            contentsOfFile: "\(desk.workspace)/Reports/2022-02-01_2022-02-22/alarms.csv", encoding: .utf8)
        let alarms = CSV.rows(csv)
        #expect(alarms.map { $0["rule"] } == ["fall", "fall"], "\(csv)\(report.output)")
        #expect(alarms.map { $0["since"] } == ["2022-02-03", "2022-02-21"])
        #expect(alarms.map { $0["standing"] } == ["false", "true"])
    }

    @Test("Days that say nothing clear no rule, and a rule that cannot be judged is told as such")
    func silenceClearsNothing() throws {
        let desk = try desk(
            """
            [[rule]]
            id = "fall"
            series = "USD/SYP:official:bank"
            value_lost = 10
            days = 22

            [[rule]]
            id = "never"
            series = "USD/XXX:official:bank"
            value_lost = 10

            [[rule]]
            id = "gap"
            country = "SY"
            premium = 50

            [[rule]]
            id = "listed"
            additions = 4
            """)
        var rows = (10...31).map { "2022-01-\($0),USD,SYP,100" }
        #expect(try told(desk, rows, "2022-01-31T12:00:00Z").isEmpty)
        rows += ["2022-02-01,USD,SYP,125", "2022-02-02,USD,SYP,126"]
        #expect(try told(desk, rows, "2022-02-02T12:00:00Z").count == 1)
        // An older day is learned of where the newest is too old to answer: 18 days.
        rows.insert("2022-01-09,USD,SYP,100", at: 0)
        #expect(try told(desk, rows, "2022-02-20T12:00:00Z").isEmpty)
        rows += ["2022-02-21,USD,SYP,127"]
        #expect(try told(desk, rows, "2022-02-21T12:00:00Z").isEmpty)

        let week = try desk.run("report", "weekly", "--week", "2022-W07", now: "2022-02-22T13:00:00Z").output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // Bad data is no reason to be silent about it.
        for words in [
            "fall cannot be judged at the end of the week: USD/SYP:official:bank: ",
            "never cannot be judged at the end of the week: USD/XXX:official:bank is not in the ledger.",
            "gap cannot be judged at the end of the week: SY has no street rate and official rate of the same two",
            "listed cannot be judged at the end of the week: no list is in the ledger.",
        ] { #expect(week.contains(words), "\(week)") }
        let csv = try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W07/alarms.csv", encoding: .utf8)
        #expect(
            CSV.rows(csv).filter { $0["finding"]?.hasPrefix("cannot be judged: ") == true && $0["standing"] == "" }
                .count
                == 4, "\(csv)")
        _ = try desk.run("report", "weekly", "--week", "2022-W08", now: "2022-02-22T13:00:00Z")
        let after = CSV.rows(
            try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W08/alarms.csv", encoding: .utf8))
        #expect(after.first { $0["rule"] == "fall" }?["since"] == "", "held already before")
    }

    @Test("A premium, additions to a list and a feed that fell silent are told in the report of their day")
    func otherRules() throws {
        let desk = try desk(
            """
            [[rule]]
            id = "gap"
            country = "SY"
            premium = 50

            [[rule]]
            id = "many"
            list = "sdn"
            additions = 4
            days = 3

            [[rule]]
            id = "some"
            programme = "CUBA"
            removals = 0

            [[rule]]
            id = "silent"
            feed = "bank"
            stale = "2d"
            """)
        try desk.feed("sdn", "ofac-csv")

        try desk.write("bank.csv", "date,base,quote,rate\n2022-02-01,USD,SYP,100\n2022-02-02,USD,SYP,100\n")
        #expect(try desk.run("fetch", "bank", now: "2022-02-02T12:00:00Z").status == 0)
        let street = try desk.folder.write(
            "s.csv", "date,base,quote,rate\n2022-02-01,USD,SYP,140\n2022-02-02,USD,SYP,160\n")
        #expect(
            try desk.run("import", "street", street, "--seen", "2022-02-02T12:00:00Z", now: "2022-02-02T12:00:00Z")
                .status == 0)
        for (ids, seen) in [
            (Array(1...100), "2022-02-01"), (Array(1...105), "2022-02-03"), (Array(2...105), "2022-02-05"),
        ] {
            let file = try desk.folder.write("\(seen).csv", SDNFile(ids).text)
            #expect(
                try desk.run("import", "sdn", file, "--seen", "\(seen)T12:00:00Z", now: "\(seen)T12:00:00Z").status == 0
            )
        }
        _ = try desk.run("report", "range", "--from", "2022-02-01", "--to", "2022-02-06", now: "2022-02-06T23:00:00Z")
        let csv = try String(
            contentsOfFile: "\(desk.workspace)/Reports/2022-02-01_2022-02-06/alarms.csv", encoding: .utf8)
        let alarms = CSV.rows(csv)
        // 100(160/100-1) = 60; five entries came; one went; two days without a success ended at noon of the 4th.
        let lines = alarms.map {
            "\($0["rule"] ?? "") \($0["since"] ?? "") \($0["value"] ?? "") \($0["standing"] ?? "")"
        }
        #expect(
            lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
                "gap 2022-02-02", "many 2022-02-03", "some 2022-02-05", "silent 2022-02-04",
            ], "\(csv)")
        #expect(
            lines[0].hasPrefix("gap 2022-02-02 60") && lines[0].hasSuffix("true")
                && lines[1] == "many 2022-02-03 5 false")
        #expect(lines[2] == "some 2022-02-05 1 true")
    }

    @Test(
        "A rule that could never hold is refused with its place",
        arguments: [
            ("id = \"x\"", "a rule has one of the keys"),
            (
                "id = \"x\"\nseries = \"USD/SYP:official:bank\"\nvalue_lost = 10\nstale = \"1d\"",
                "a rule has one of the keys"
            ),
            ("id = \"x\"\nfeed = \"bnak\"\nstale = \"1d\"", "there is no feed bnak"),
            ("id = \"x\"\ncountry = \"IR\"\npremium = 10", "no [[country]] above has the code IR"),
            ("id = \"x\"\nprogramme = \"NO-SUCH\"\nadditions = 5", "no tag or family"),
            ("id = \"x\"\nseries = \"USD/SYP:official:bank\"\nvalue_lost = 10\ndays = 0", "a whole number from 1"),
            ("id = \"x\"\nseries = \"USD/SYP:official:nowhere\"\nvalue_lost = 10", "no feed has the source"),
            ("id = \"x\"\nadditions = 5\nmuch = 1", "unknown key `much`"),
        ])
    func refused(rule: String, words: String) throws {
        let desk = try desk("[[rule]]\n\(rule)\n")
        let run = try desk.run("config", "check")
        #expect(
            run.status == 1 && run.errors.contains(words) && run.errors.contains("Config/watch.toml:"), "\(run.errors)")
    }
}
