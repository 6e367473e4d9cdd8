import Foundation
import TestSupport
import Testing

/// The same figures in text, HTML and CSV, and the same bytes from the same ledger.
@Suite struct ReportNumbersTests {
    private let monday = "2022-03-07T06:00:00Z"

    private func file(_ desk: Desk, _ name: String, _ folder: String = "2022-W09") throws -> String {
        try String(contentsOfFile: "\(desk.workspace)/Reports/\(folder)/\(name)", encoding: .utf8)
    }

    /// To a fixed number of digits, as a person writes it: away from zero at the half.
    private func fixed(_ value: Double, _ decimals: Int) -> String {
        let scale = pow(10, Double(decimals))
        return String(format: "%.\(decimals)f", (value * scale).rounded(.toNearestOrAwayFromZero) / scale)
    }

    @Test("Every cell of the table of rates is the rounded cell of indicators.csv")
    func table() throws {
        let desk = try FetchedSample.copy()
        let summary = try desk.run("report", "weekly", "--week", "2022-W09", now: monday).output
        let row = try #require(summary.split(separator: "\n").first { $0.hasPrefix("RUB  ") })
        let cells = row.split(separator: " ").map(String.init)
        let figures = CSV.rows(try file(desk, "indicators.csv")).filter { $0["series"] == "USD/RUB:reference:ecb" }
        func value(_ id: String, base: String? = nil, date: String = "2022-03-06") throws -> Double {
            let found = figures.first {
                $0["indicator"] == id && $0["date"] == date && (base == nil || $0["base_date"] == base)
            }
            return try #require(Double(found?["value"] ?? ""), "\(id) \(base ?? "")")
        }
        #expect(cells[1...2] == ["reference", "ecb"])
        #expect(cells[3] == fixed(try value("rate"), 3))
        #expect(cells[4] == fixed(try value("value_lost_pct", base: "2022-02-27"), 1))
        #expect(cells[5] == fixed(try value("value_lost_pct", base: "2022-02-06"), 1))
        #expect(cells[6] == fixed(try value("value_lost_pct", base: "2021-03-06"), 1))
        #expect(cells[7] == fixed(try value("vol_30"), 1))
        #expect(cells[8] == "2022-03-01")
        let paragraph = summary.replacing("\n", with: " ")
        #expect(
            paragraph.contains(
                "\(fixed(try value("value_lost_pct", base: "2022-02-20"), 1)) % of its value lost, a rise of the rate by "
                    + "\(fixed(try value("rate_change_pct", base: "2022-02-20"), 1)) %."))
        // By arithmetic of our own, from the printed rates: S0 of the last day on or before the base.
        let rates = try desk.rows("rates", "USD/RUB:reference:ecb")
        func rate(_ day: String) throws -> Double {
            try #require(rates.last { ($0["day"] ?? "") <= day }.flatMap { Double($0["value"] ?? "") })
        }
        let now = try rate("2022-03-06")
        for (base, printed) in [("2022-02-27", cells[4]), ("2022-02-06", cells[5]), ("2021-03-06", cells[6])] {
            #expect(fixed(100 * (1 - (try rate(base)) / now), 1) == printed)
        }
    }

    @Test("Every number of What to know stands in a file beside it")
    func sentences() throws {
        let desk = try FetchedSample.copy()
        let summary = try desk.run("report", "weekly", "--week", "2022-W09", now: monday).output
        let section = try #require(
            summary.components(separatedBy: "What to know\n------------\n").last?
                .components(separatedBy: "\n\nRead this first").first)
        let items = section.replacing("\n  ", with: " ").split(separator: "\n").filter { $0.hasPrefix("- ") }
        #expect((3...6).contains(items.count))
        // Whatever can be counted or read off the files.
        var known: Set<String> = ["0", "0.05", "1", "09", "-0"]
        for figure in CSV.rows(try file(desk, "indicators.csv")) {
            guard let value = Double(figure["value"] ?? "") else { continue }
            known.formUnion([fixed(abs(value), 1), fixed(value, 3)])
        }
        let changes = CSV.rows(try file(desk, "changes.csv"))
        for list in Set(changes.compactMap { $0["list"] }) {
            for kind in ["added", "removed", "modified"] {
                let entries = Set(
                    changes.filter { $0["list"] == list && $0["change"] == kind }.compactMap { $0["entry_id"] })
                known.formUnion(["\(entries.count)", "+\(entries.count)", "-\(entries.count)"])
            }
        }
        let events = CSV.rows(try file(desk, "events.csv"))
        known.insert("\(events.count { ($0["date"] ?? "") >= "2022-02-28" })")
        // Only headline rows decide: filtered history where it is not withheld, the scaled test where it is.
        let rows = CSV.rows(try file(desk, "comparison.csv")).filter { $0["w0"] == "0" && $0["w1"] == "1" }
        let judged = Set(rows.filter { $0["p_turb"] != "" }.compactMap { $0["event"] })
        known.insert("\(judged.count)")
        func standsOut(_ row: [String: String]) -> Bool {
            let q = row["p_fhs_bh"].flatMap { Double($0) } ?? row["p_turb_bh"].flatMap { Double($0) }
            return (q ?? 1) <= 0.05
        }
        let market = rows.filter { $0["model"] == "market" && $0["p_turb"] != "" }
        let out = market.filter { $0["after_fix"] == "0" && standsOut($0) }
        known.insert("\(Set(out.compactMap { $0["event"] }).count)")
        known.insert("\(Set(out.compactMap { $0["day0"] }).count)")
        let disputed = out.filter { row in
            guard let other = market.first(where: { $0["event"] == row["event"] && $0["after_fix"] == "1" }) else {
                return false
            }
            func falls(_ row: [String: String]) -> Bool {
                (row["car_fhs"].flatMap { Double($0) } ?? row["car"].flatMap { Double($0) } ?? 0) < 0
            }
            return standsOut(other) != standsOut(row) || falls(other) != falls(row)
        }
        known.insert("\(Set(disputed.compactMap { $0["event"] }).count)")
        known.insert("\(CSV.rows(try file(desk, "sources.csv")).count { $0["outcome"] != "" })")
        for item in items {
            for number in item.matches(of: /[+-]?\d+(?:\.\d+)?/).map({ String($0.output) }) {
                let isDay = item.contains("\(number)-") || item.contains("-\(number.drop { $0 == "-" })-")
                let isPartOfDay =
                    item.contains(number) && number.hasPrefix("-") && item.contains("2022\(number)")
                    || number.hasPrefix("-0")
                #expect(known.contains(number) || isDay || isPartOfDay, "\(number) in \(item)")
            }
        }
    }

    @Test("The same ledger and arguments make the same bytes at another hour")
    func reproducible() throws {
        let desk = try FetchedSample.copy()
        func bytes(_ now: String) throws -> [String: Data] {
            _ = try desk.run("report", "weekly", "--week", "2022-W09", now: now)
            let folder = "\(desk.workspace)/Reports/2022-W09"
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            return try Dictionary(
                uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))) })
        }
        let first = try bytes(monday)
        #expect(first.count >= 12)
        #expect(try bytes("2022-03-07T19:30:00Z") == first)
    }

    @Test("A report as known on an earlier day is the report that was made then")
    func knownThen() throws {
        let (then, now) = (try FetchedSample.copy(), try FetchedSample.copy())
        // Between the two days two rates are revised and one is added.
        for desk in [then, now] { try desk.ratesFeed("bank", measure: "official") }
        for desk in [then, now] {
            try desk.write(
                "Config/watch.toml",
                "[[country]]\ncode = \"BY\"\nname = \"Belarus\"\ncurrency = \"BYN\"\nofficial = \"USD/BYN:official:bank\"\n"
            )
        }
        let head = "date,base,quote,rate\n2022-02-24,USD,BYN,2.60\n2022-02-25,USD,BYN,2.70\n2022-03-03,USD,BYN,3.00\n"
        let old = try then.folder.write("old.csv", head)
        for desk in [then, now] {
            #expect(try desk.run("import", "bank", old, "--seen", "2022-03-04T12:00:00Z", now: monday).status == 0)
        }
        let new = try now.folder.write(
            "new.csv", head.replacing("2.70", with: "2.75") + "2022-03-04,USD,BYN,3.10\n")
        #expect(
            try now.run("import", "bank", new, "--seen", "2022-03-09T12:00:00Z", now: "2022-03-09T12:00:00Z").status
                == 0)
        let made = try then.run("report", "weekly", "--week", "2022-W09", now: "2022-03-07T23:59:59Z")
        let asked = try now.run(
            "report", "weekly", "--week", "2022-W09", "--known-on", "2022-03-07", now: "2022-03-12T06:00:00Z")
        #expect(made.output == asked.output)
        for name in ["report.html", "indicators.csv", "changes.csv", "sources.csv", "revisions.csv", "manifest.json"] {
            #expect(try file(then, name) == file(now, name), "\(name)")
        }
        // What was learned since is what differs: in the next week's report it is named with its size.
        let later = try now.run("report", "weekly", "--week", "2022-W10", now: "2022-03-14T06:00:00Z").output
        #expect(later.contains("Revised: 1 rate of the five weeks before:"), "\(later)")
        let revision = try #require(CSV.rows(try file(now, "revisions.csv", "2022-W10")).first)
        #expect(revision["series"] == "USD/BYN:official:bank" && revision["day"] == "2022-02-25")
        #expect(revision["before"] == "2.70" && revision["after"] == "2.75")
        // 100(2.75/2.70-1)
        #expect(fixed(Double(revision["change_pct"] ?? "") ?? 0, 6) == "1.851852")
        #expect(later.contains("Rates of earlier days learned since: 1 value."))
    }

    @Test(
        "What a person lets in or puts away later was held back until then, for the same reasons",
        arguments: [
            "accept", "reject",
        ])
    func decidedLater(decision: String) throws {
        let desk = try Desk()
        for (ids, seen) in [(1...100, "2022-02-25T12:00:00Z"), (1...29, "2022-03-02T12:00:00Z")] {
            let path = try desk.folder.write("\(ids.count).csv", SDNFile(ids).text)
            _ = try desk.run("import", "us-ofac-sdn", path, "--seen", seen, now: seen)
        }
        let made = try desk.run("report", "weekly", "--week", "2022-W09", now: "2022-03-07T23:59:59Z")
        #expect(made.output.contains("! us-ofac-sdn held back on 2022-03-02T12:00:00Z: 71 of 100 entries removed"))
        let sources = try file(desk, "sources.csv")
        let held = try #require(try desk.rows("quarantine").first?["run"])
        #expect(try desk.run(decision, held, "--reason", "looked", now: "2022-03-08T06:00:00Z").status == 0)
        let asked = try desk.run(
            "report", "weekly", "--week", "2022-W09", "--known-on", "2022-03-07", now: "2022-03-09T06:00:00Z")
        #expect(asked.output == made.output)
        #expect(try file(desk, "sources.csv") == sources)
    }
}
