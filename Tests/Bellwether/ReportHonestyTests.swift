import Foundation
import TestSupport
import Testing

/// What nobody looked at, and what a source prints too seldom to tell, is said to be unknown.
@Suite struct ReportHonestyTests {
    private func text(_ desk: Desk, _ words: String..., now: String = "2022-04-01T06:00:00Z") throws -> String {
        let run = try Execution.bellwether(["--workspace", desk.workspace, "--now", now, "report"] + words)
        #expect(run.status == 0 || run.status == 3, "\(run.errors)")
        return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func bank(_ desk: Desk, _ rows: [(String, String)], _ lines: String = "") throws {
        try desk.ratesFeed("bank", measure: "official", lines)
        try desk.write(
            "Config/watch.toml",
            """
            [[country]]
            code = "RU"
            name = "Russia"
            currency = "RUB"
            official = "USD/RUB:official:bank"
            base_date = 2022-03-01

            [[rule]]
            id = "fall"
            series = "USD/RUB:official:bank"
            value_lost = 10

            [[rule]]
            id = "off"
            list = "sdn"
            removals = 0
            """)
        try desk.feed("sdn", "ofac-csv")
        guard !rows.isEmpty else { return }
        let file = try desk.folder.write(
            "bank.csv", "date,base,quote,rate\n" + rows.map { "\($0.0),USD,RUB,\($0.1)\n" }.joined())
        let run = try desk.run("import", "bank", file, "--seen", "2022-04-01T00:00:00Z")
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("A list is unchanged only where two looks say so")
    func looks() throws {
        let desk = try Desk(.bare)
        try bank(desk, [])
        for (ids, seen) in [
            (Array(1...100), "2021-12-01"), (Array(1...103), "2022-02-16"), (Array(1...103), "2022-02-23"),
        ] {
            let file = try desk.folder.write("\(seen).csv", SDNFile(ids).text)
            #expect(try desk.run("import", "sdn", file, "--seen", "\(seen)T12:00:00Z").status == 0)
        }
        for (week, words) in [
            ("2021-W48", ["Lists: what changed is unknown of sdn (first looked at on 1 Dec 2021)", "sdn 100 - - - 0"]),
            (
                "2022-W01",
                ["unknown of sdn (last looked at on 1 Dec 2021)", "New on lists: unknown", "sdn 100 - - - 0"]
            ),
            ("2021-W40", ["unknown of sdn (not looked at by then)", "sdn - - - - 0"]),
            // What came did so on any day since December.
            (
                "2022-W07",
                ["sdn +3 -0, 0 changed since 1 Dec 2021", "sdn, 16 Feb 2022, since the look of 1 Dec 2021: +3"]
            ),
            ("2022-W08", ["no change on the 1 list looked at", "None of the 2 rules"]),
            ("2022-W10", ["off cannot be judged at the end of the week: sdn was not looked at from 2022-03-07"]),
        ] {
            let report = try text(desk, "weekly", "--week", week)
            for word in words { #expect(report.contains(word), "\(week): \(word)\n\(report)") }
        }
        // Of one country what concerns others is not told, and not denied either.
        let country = try text(desk, "weekly", "--week", "2022-W07", "--country", "RU")
        #expect(
            country.contains("since the look of 1 Dec 2021: nothing that concerns Russia; 103 entries"), "\(country)")
        #expect(country.contains("no change that concerns Russia on the 1 list looked at"), "\(country)")
    }

    @Test("A rate that is printed once a month tells nothing of a week, in a table, a sentence or a rule")
    func seldom() throws {
        let desk = try Desk(.bare)
        try bank(
            desk, [("2021-12-15", "75"), ("2022-01-15", "76"), ("2022-02-15", "80"), ("2022-03-15", "90")],
            "max_age = \"45d\"")
        let report = try text(desk, "weekly", "--week", "2022-W11")
        // 100(1-80/90) = 11.1 from February to March, which is no week, and since 1 March.
        #expect(report.contains("RUB official bank 90.000 - 11.1 -"), "\(report)")
        #expect(report.contains("No watched rate can be compared over the week"), "\(report)")
        #expect(
            report.contains(
                "fall cannot be judged at the end of the week: USD/RUB:official:bank: the rate before is of "))
        let figures = CSV.rows(
            try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W11/indicators.csv", encoding: .utf8))
        let week = try #require(
            figures.first { $0["indicator"] == "value_lost_pct" && $0["base_date"] == "2022-03-13" })
        #expect(week["value"] == "" && week["note"]?.contains("prints too seldom for 7 days") == true, "\(week)")
        // The week after has no rate of its own; a base day that has not come yet has no figure.
        let after = try text(desk, "weekly", "--week", "2022-W12")
        #expect(
            after.contains("RUB official bank 90.000 - 11.1 -") && after.contains("old, no newer rate"), "\(after)")
        // 100(1-75/90) = 16.7 from the first rate of a period that begins before the series.
        let range = try text(desk, "range", "--from", "2021-01-01", "--to", "2022-03-31")
        #expect(range.contains("The RUB lost 16.7 % of its value since its first rate, of 2021-12-15, to"), "\(range)")
        #expect(range.contains("At its first rate in the period it was 75.000 (2021-12-15): 16.7 %"))
        let before = try text(desk, "weekly", "--week", "2022-W05")
        #expect(before.contains("RUB official bank 76.000 - 1.3 - - -"), "\(before)")
    }

    @Test("The day's move is counted from the rate before, which may be Friday's")
    func monday() throws {
        let desk = try Desk(.bare)
        try bank(desk, [("2022-02-24", "80"), ("2022-02-25", "84"), ("2022-02-28", "95")])
        let report = try text(desk, "daily", "--day", "2022-02-28")
        #expect(
            report.contains("The RUB lost 11.6 % of its value since the rate of 2022-02-25, to 95.000"), "\(report)")
        #expect(!report.contains("The day before"))
    }

    @Test("An authority is nobody's to list, and a lone word of longer names is told as that")
    func names() throws {
        let desk = try Desk(.bare)
        try bank(desk, [("2022-02-25", "84")])
        let shipped = try Desk()
        for name in ["places.toml", "bodies.toml", "tags.toml"] {
            try desk.write("Config/\(name)", try shipped.folder.read("desk/Config/\(name)"))
        }
        try desk.feed("dated", "events-csv")
        let events = try desk.folder.write(
            "events.csv",
            "id,date,title,countries,actors\nRU-1,2022-02-24,US blocks VTB and limits Sberbank,RU,US;CBR\n")
        #expect(try desk.run("import", "dated", events, "--seen", "2022-02-25T00:00:00Z").status == 0)
        var list = SDNFile(1...100)
        list.rows[200] = .init(name: "VTB BANK PUBLIC JOINT STOCK COMPANY", programme: "RUSSIA-EO14024")
        list.rows[201] = .init(name: "VTB CAPITAL", programme: "RUSSIA-EO14024")
        let file = try desk.folder.write("sdn.csv", list.text)
        #expect(try desk.run("import", "sdn", file, "--seen", "2022-02-25T12:00:00Z").status == 0)
        let report = try text(desk, "weekly", "--week", "2022-W08")
        #expect(report.contains("2 names of persons, companies and groups"), "\(report)")
        #expect(report.contains("against sdn (seen 2022-02-25)") && report.contains("listed under that name alone"))
        #expect(
            report.contains(
                "VTB is a word of the names of 2 listed entries, such as VTB BANK PUBLIC JOINT STOCK COMPANY (sdn 200)")
        )
        let rows = CSV.rows(
            try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W08/names.csv", encoding: .utf8))
        #expect(
            rows.map { "\($0["name"] ?? "") \($0["status"] ?? "")" }.sorted() == [
                "Sberbank not listed", "VTB word of listed names", "VTB word of listed names",
            ])
    }

    @Test("The unit of a series that begins after a change is not guessed")
    func unknownUnit() throws {
        let desk = try Desk(.bare)
        try bank(desk, [("2022-02-25", "84"), ("2022-02-28", "84")])
        try desk.write(
            "Config/units.toml",
            """
            [[unit]]
            code_from = "RUB"
            code_to = "RUB"
            ratio = 1000
            effective = 2022-01-01
            status = "in force"
            source = "test"
            unit_names = ["old roubles", "new roubles"]

            """)
        let report = try text(desk, "weekly", "--week", "2022-W09")
        #expect(
            report.contains("84.000 RUB per USD (old roubles or new roubles, not known) on 2022-02-28"), "\(report)")
        #expect(report.contains("old unit, a change of unit was due, and as far as is known"), "\(report)")
        // A report of a day before the change has no doubt.
        try bank(desk, [("2021-12-01", "83"), ("2021-12-02", "84"), ("2022-02-25", "84"), ("2022-02-28", "84")])
        let earlier = try text(desk, "weekly", "--week", "2021-W48")
        #expect(earlier.contains("(old roubles)") && !earlier.contains("old unit,"), "\(earlier)")
    }
}
