import Archive
import Gate
import Intake
import Store
import Testing
import Vocabulary

/// The gate with a ledger behind it: what it remembers, and what a person's word does to that.
@Suite struct GateTests {
    let shop = Workshop()

    private func take(_ lines: [String], _ day: Int, _ intake: Intake, programmes: [String: Programmes.Row] = [:])
        throws -> Run
    {
        var list = shop.list
        list.programmes = programmes
        let delivery = shop.delivery(
            lines.joined(separator: "\n"), at: "2022-01-\(day < 10 ? "0" : "")\(day)T10:00:00Z")
        return try intake.take(delivery, of: list)
    }

    /// So many entries, those up to `dated` with a date of birth.
    private func people(_ count: Int, dated: Int) -> [String] {
        (0..<count).map { "\($0),person \($0)|\($0 < dated ? "1970-01-01" : "")|SDGT" }
    }

    private func decide(_ intake: Intake, _ run: Run, on day: Int) throws -> [Run] {
        let at = Instant(try #require(Day(year: 2022, month: 1, day: day)))
        return try intake.accept(run.id, reason: "checked", by: "amal", at: at, of: shop.list)
    }

    @Test func aFieldThatEmptiesIsHeldUntilAPersonLetsItIn() throws {
        let intake = try shop.intake()
        for day in 1...3 { #expect(try take(people(60 + day, dated: 60), day, intake).outcome == .stored) }
        let held = try take(people(64, dated: 20), 4, intake)
        #expect(held.code == "fill_rate" && held.message == "birth_date in 20 entries, usually 62")
        #expect(try take(people(64, dated: 45), 5, intake).outcome == .stored)
        #expect(try decide(intake, held, on: 6).map(\.outcome) == [.stored])
        // What was let in is the measure from then on, not what was usual before it.
        #expect(try take(people(65, dated: 21), 7, intake).outcome == .stored)
    }

    @Test func anEntryThatCannotBeReadFailsTheRunAndNothingOfItStays() throws {
        let intake = try shop.intake()
        let good = people(30, dated: 30)
        #expect(try take(good, 1, intake).outcome == .stored)
        let failed = try take(good.dropLast() + ["29,!||SDGT", "30,somebody new||SDGT"], 2, intake)
        #expect(failed.outcome == .failed && failed.code == "bad_entry" && !failed.isKnown)
        #expect(failed.message.contains("entry 29"))
        #expect(try intake.ledger.entries("toy-list", on: nil, known: .now).count == 30)
        // Most entries are as they were and are not read again: the bad one is found all the same.
        #expect(try take(good + ["30,somebody new||SDGT"], 3, intake).changes == 1)
        let dump = try intake.ledger.dump()
        let anew = try shop.intake("\(shop.folder)/anew.sqlite")
        try anew.rebuild()
        #expect(try anew.ledger.dump() == dump)
    }

    @Test func whatTheGateRefusesLeavesNothingButItsVerdict() throws {
        let intake = try shop.intake()
        _ = try take(people(60, dated: 0), 1, intake)
        func contents() throws -> [String] {
            try intake.ledger.dump().filter { !$0.hasPrefix("run|") && !$0.hasPrefix("part|") }
        }
        let before = try contents()
        let held = try take(people(20, dated: 0), 2, intake)
        #expect(held.outcome == .held && held.rows == 20 && held.changes == 0 && !held.isKnown)
        #expect(try intake.ledger.run(held.id) == held)
        #expect(try contents() == before)
        guard case .judged(let verdict) = try #require(intake.journal.records().last).record else {
            Issue.record("the journal does not end with the verdict")
            return
        }
        #expect(verdict.run == held.id && verdict.outcome == .held && verdict.code == held.code)
    }

    @Test func anAcceptedRunIsReadAsItWasFetchedAlsoWhereTheJournalGrewMeanwhile() throws {
        let intake = try shop.intake()
        _ = try take(people(60, dated: 0), 1, intake)
        let first = try take(people(20, dated: 0), 2, intake)
        // Asks the journal for what was fetched.
        _ = try decide(intake, first, on: 3)
        let second = try take(people(5, dated: 0), 4, intake)
        #expect(second.outcome == .held)
        #expect(try decide(intake, second, on: 5).map(\.outcome) == [.stored])
        #expect(try intake.ledger.entries("toy-list", on: nil, known: .now).count == 5)
    }

    @Test func whatOnlyAnnouncesChangesTakesNothingElseAway() throws {
        let intake = try shop.intake()
        var list = shop.list
        let whole = list.reader.read
        // Lines that begin with `-` are removals.
        list.reader.read = { snapshot in
            let text = String(decoding: try snapshot.parts[0].content.all(), as: UTF8.self).split(separator: "\n")
            let kept = text.filter { !$0.hasPrefix("-") }.joined(separator: "\n")
            var reading = try whole(
                Snapshot(
                    feed: snapshot.feed, source: snapshot.source, parts: [.init(name: "main", bytes: Array(kept.utf8))])
            )
            guard case .list(var facets) = reading.content else { return reading }
            facets[0].isComplete = false
            facets[0].removed = Set(text.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) })
            reading.content = .list(facets)
            return reading
        }
        func take(_ text: String, _ day: Int) throws -> Run {
            try intake.take(shop.delivery(text, at: "2022-01-0\(day)T10:00:00Z"), of: list)
        }
        func ids() throws -> [String] {
            try intake.ledger.entries("toy-list", on: nil, known: .now).map(\.designation.name)
        }
        #expect(try take("1,A\n2,B\n3,C", 1).outcome == .stored)
        #expect(try take("1,A changed", 3).changes == 1)
        #expect(try ids() == ["A changed", "B", "C"])
        #expect(try take("4,D\n-2", 4).changes == 2)
        #expect(try ids() == ["A changed", "C", "D"])
        // An older one that comes late undoes nothing.
        #expect(try take("1,A earlier\n3,C earlier", 2).outcome == .stored)
        #expect(try ids() == ["A changed", "C earlier", "D"])
    }

    @Test func aListThatWasLetInShorterIsTheUsualLengthAfterwards() throws {
        let intake = try shop.intake()
        for day in 1...5 { _ = try take(people(100 + day, dated: 0), day, intake) }
        let held = try take(people(60, dated: 0), 6, intake)
        #expect(held.code == "removals;rows")
        #expect(held.message.contains("by programme: SDGT 45"))
        _ = try decide(intake, held, on: 7)
        #expect(try take(people(61, dated: 0), 8, intake).outcome == .stored)
    }

    @Test func aProgrammeThatLeavesWholeIsHeldUnlessItHasEnded() throws {
        let other = (1000..<2000).map { "\($0),other \($0)||CUBA" }
        let intake = try shop.intake()
        _ = try take(other + people(30, dated: 0), 1, intake)
        let held = try take(other, 2, intake)
        #expect(held.code == "programmes" && held.message == "entries removed: 30 of 30 under SDGT")
        var ended = Programmes.Row(family: "T.sdgt", list: "x", tag: "SDGT")
        ended.until = Day(iso: "2022-01-03")
        #expect(try take(other, 3, intake, programmes: ["SDGT": ended]).outcome == .stored)
    }

    @Test func aRenamedColumnIsNamedWithWhatMayBeItsNewName() throws {
        let intake = try shop.intake()
        let held = try take(people(5, dated: 0) + ["#absent Country", "#unread Country-Pays"], 1, intake)
        #expect(held.code == "columns")
        #expect(held.message == "not in the file: Country; perhaps under another name: Country-Pays")
    }

    @Test func aFileOfTenTimesItsBytesIsHeldOnceThereAreThreeToCompareWith() throws {
        func long(_ day: Int) -> [String] { (0..<50).map { "\($0),\(String(repeating: "x\(day)", count: 300))" } }
        func short(_ day: Int) -> [String] { (0..<50).map { "\($0),entry \(day)" } }
        let intake = try shop.intake()
        #expect(try take(short(1), 1, intake).outcome == .stored)
        #expect(try take(short(2), 2, intake).outcome == .stored)
        #expect(try take(long(3), 3, intake).outcome == .stored)
        #expect(try take(short(4), 4, intake).outcome == .stored)
        #expect(try take(long(5), 5, intake).code == "bytes")
    }

    @Test func anotherTagOnEveryEntryIsNoRemoval() throws {
        let intake = try shop.intake()
        _ = try take((0..<40).map { "\($0),person \($0)||BELARUS-EO" }, 1, intake)
        let run = try take((0..<40).map { "\($0),person \($0)||BELARUS-EO14038" }, 2, intake)
        #expect(run.outcome == .stored && run.changes == 40)
    }

    @Test func aWarningARejectionAndAnAcceptanceAreRebuiltRowForRow() throws {
        let intake = try shop.intake()
        _ = try take(people(100, dated: 50), 1, intake)
        let surge = try take(people(130, dated: 50), 2, intake)
        #expect(surge.outcome == .stored)
        #expect(surge.warning.hasPrefix("30 entries added to 100 (30 %), among them 100, 101"))
        #expect(surge.message == "\(surge.warning); 30 added, 0 removed, 0 modified")
        let held = try take(people(40, dated: 20), 3, intake)
        let wrong = try take(people(50, dated: 20), 4, intake)
        let at = try #require(Instant(iso: "2022-01-05T10:00:00Z"))
        let rejected = try intake.reject(wrong.id, reason: "a test file", by: "amal", at: at, of: shop.list)
        #expect(rejected.outcome == .rejected && rejected.rows == 50 && rejected.code == wrong.code)
        #expect(rejected.message.hasPrefix("rejected by amal: a test file; it was held: "))
        // What was put away is not judged again.
        #expect(try decide(intake, held, on: 6).map(\.id) == [held.id])
        #expect(throws: Fault.self) {
            try intake.reject(held.id, reason: "too late", by: "amal", at: at, of: shop.list)
        }
        let anew = try shop.intake("\(shop.folder)/anew.sqlite")
        try anew.rebuild()
        let old = try intake.ledger.dump()
        #expect(try anew.ledger.dump() == old)
        #expect(old.contains { $0.hasPrefix("census|") && $0.hasSuffix("|'field'|'birth_date'|50") })
    }

    @Test func whatWasRejectedByMistakeCanStillBeAccepted() throws {
        let intake = try shop.intake()
        _ = try take(people(60, dated: 0), 1, intake)
        let held = try take(people(20, dated: 0), 2, intake)
        let at = try #require(Instant(iso: "2022-01-03T10:00:00Z"))
        _ = try intake.reject(held.id, reason: "half a list", by: "amal", at: at, of: shop.list)
        #expect(try decide(intake, held, on: 4).map(\.outcome) == [.stored])
        #expect(try intake.ledger.entries("toy-list", on: nil, known: .now).count == 20)
    }
}
