import Foundation
import TestSupport
import Testing

/// Breaks and events through the built program, on the sample's rouble.
@Suite struct BreaksCommandTests {
    private let rub = "EUR/RUB:reference:ecb"
    private let desk: Desk
    init() throws { desk = try FetchedSample.shared.get() }

    /// Days as numbers that can be subtracted.
    private func number(_ day: String) throws -> Int {
        let form = DateFormatter()
        form.dateFormat = "yyyy-MM-dd"
        form.timeZone = TimeZone(identifier: "UTC")
        return Int(try #require(form.date(from: day)).timeIntervalSince1970 / 86_400)
    }

    @Test func eventsNearBreaksAreThoseOfTheDefinition() throws {
        let days = try desk.rows("rates", rub).compactMap { $0["day"] }
        let returns = try zip(days, days.dropFirst()).filter { try number($1) - number($0) <= 5 }.map(\.1)
        // The one with a time was news before that day's fix: its own date decides like the others'.
        let events = try desk.rows("events", "list").filter { event in
            event["tags"]?.split(separator: ";").contains("sanctions") == true
                && event["currencies"]?.contains("RUB") == true
        }
        let placed = events.compactMap { event -> (id: String, row: Int)? in
            guard let id = event["id"], let date = event["date"], let first = days.first, date >= first else {
                return nil
            }
            return returns.firstIndex { $0 >= date }.map { (id, $0 + 1) }
        }
        #expect(placed.count > 5)
        for kind in ["drift", "volatility"] {
            let rows = try desk.rows("breaks", rub, "--tag", "sanctions", "--on", kind)
            let breaks = rows.compactMap { Int($0["index"] ?? "") }.map { $0 - 10...$0 + 10 }
            func score(_ shift: Int) -> Int {
                placed.count { event in breaks.contains { $0.contains((event.row - 1 + shift) % returns.count + 1) } }
            }
            let asMany = (1...999).count { score($0 * returns.count / 1000) >= score(0) }
            for (row, near) in zip(rows, breaks) {
                #expect(row["events"] == placed.filter { near.contains($0.row) }.map(\.id).joined(separator: ";"))
            }
            #expect(rows.allSatisfy { $0["n"] == "\(returns.count)" && $0["score"] == "\(score(0))" })
            #expect(rows.allSatisfy { Double($0["p_rotation"] ?? "") == Double(1 + asMany) / 1000 })
        }
    }

    @Test func withoutEventsTheColumnsStandEmpty() throws {
        for row in try desk.rows("breaks", rub) {
            #expect(row["events"] == "" && row["score"] == "" && row["p_rotation"] == "")
        }
        #expect(try !desk.run("breaks", rub).output.contains("rotations"))
    }

    @Test func theTextFitsATerminalAndClaimsNothing() throws {
        let run = try desk.run("breaks", rub, "--on", "drift,volatility,level", "--tag", "sanctions")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
        #expect(run.output.contains("\(rub) in USD, drift: "))
        #expect(run.output.contains("no cause") && !run.output.contains("caused"))
    }

    @Test func anEventThatNamesNoCurrencyCountsWhereItWasChosen() throws {
        let path = desk.folder.path + "/own-\(UUID().uuidString).csv"
        try Data("id,date,currencies\nown,2022-02-01,\nfranc,2022-02-01,CHF\n".utf8).write(
            to: URL(fileURLWithPath: path))
        let rows = try desk.rows("breaks", rub, "--on", "volatility", "--events", path)
        #expect(rows.contains { $0["events"] == "own" && $0["score"] == "1" })
        let foreign = try desk.run("breaks", rub, "--on", "drift", "--events", path, "--from", "2021-06-01")
        #expect(foreign.status == 0 && !foreign.errors.contains("None of the events"))
        try Data("id,date,currencies\nfranc,2022-02-01,CHF\n".utf8).write(to: URL(fileURLWithPath: path))
        let franc = try desk.run("breaks", rub, "--on", "drift", "--events", path)
        #expect(franc.status == 0 && franc.errors.contains("None of the events names a currency of these series."))
        #expect(try desk.run("breaks", rub, "--on", "drift", "--events", "\(path)-gone").status != 0)
    }

    @Test func whatChoosesNoEventIsSaidAndEndsWell() throws {
        for (words, said) in [
            (["--tag", "no-such-tag"], "no event has the tag no-such-tag"),
            (["--tag", "sanctions", "--to", "2021-06-30"], "No event"),
            (["--waves", "--min-entries", "100000"], "No event"),
        ] {
            let run = try Execution.bellwether(["--workspace", desk.workspace, "breaks", rub] + words)
            #expect(run.status == 0 && run.errors.contains(said), "\(words): \(run.errors)")
        }
        // The wave was seen two days after the last rate.
        let late = try desk.run("breaks", rub, "--on", "drift", "--waves", "--min-entries", "20")
        #expect(late.status == 0 && late.output.contains("the one event lies outside its days."), "\(late.output)")
        for words in [["--min-entries", "3"], ["--event", "no-such-event"], ["--waves", "--event", "no-such-event"]] {
            #expect(try Execution.bellwether(["--workspace", desk.workspace, "breaks", rub] + words).status == 2)
        }
    }
}
