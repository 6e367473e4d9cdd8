import Archive
import FileSystem
import Foundation
import Intake
import Store
import Testing
import Vocabulary

@Suite struct IntakeTests {
    let shop = Workshop()

    func take(_ text: String, _ at: String, how: String = "import", _ intake: Intake) throws -> Run {
        try intake.take(shop.delivery(text, at: at, how: how), of: shop.list)
    }

    @Test func whatDidNotChangeWritesOnlyItsRecord() throws {
        let intake = try shop.intake()
        #expect(try take(Workshop.list(30), "2022-01-01T10:00:00Z", intake).outcome == .stored)
        let ledger = intake.ledger
        func readings() throws -> [String] {
            try ledger.dump().filter { !$0.hasPrefix("run|") && !$0.hasPrefix("part|") }
        }
        let before = try readings()
        let again = try take(Workshop.list(30), "2022-01-02T10:00:00Z", intake)
        #expect(again.outcome == .unchanged && again.rows == 30 && again.changes == 0)
        #expect(try readings() == before)
    }

    @Test func bytesThatComeAgainAfterNotModifiedAreUnchanged() throws {
        let intake = try shop.intake()
        let first = try take(Workshop.list(30), "2022-01-01T10:00:00Z", intake)
        let seen = try #require(Instant(iso: "2022-01-02T10:00:00Z"))
        let delivery = Delivery(how: "fetch", seen: seen, recorded: seen, content: .notModified)
        let none = try intake.take(delivery, of: shop.list)
        #expect(none.outcome == .unchanged && none.sha256 == first.sha256 && none.rows == 30)
        let again = try take(Workshop.list(30), "2022-01-03T10:00:00Z", intake)
        #expect(again.outcome == .unchanged && again.sameAs == first.id)
    }

    @Test func notModifiedWithoutAnythingHereFails() throws {
        let seen = try #require(Instant(iso: "2022-01-02T10:00:00Z"))
        let delivery = Delivery(how: "fetch", seen: seen, recorded: seen, content: .notModified)
        #expect(try shop.intake().take(delivery, of: shop.list).code == "not_modified_without_cache")
    }

    @Test func halfAListIsHeldAndTheLastGoodStateStays() throws {
        let intake = try shop.intake()
        _ = try take(Workshop.list(60), "2022-01-01T10:00:00Z", intake)
        let run = try take(Workshop.list(30), "2022-01-02T10:00:00Z", intake)
        #expect(run.outcome == .held && run.code == "removals;rows")
        #expect(run.message.contains("30 of 60 entries removed, more than 20"))
        #expect(try intake.ledger.entries("toy-list", on: nil, known: .now).count == 60)
        #expect(try intake.ledger.steps("toy-list", known: .now).isEmpty)
    }

    @Test func acceptingLetsInWhatWasHeldAndJudgesLaterRunsAgainInOrder() throws {
        let intake = try shop.intake()
        _ = try take(Workshop.list(60), "2022-01-01T10:00:00Z", intake)
        let held = try take(Workshop.list(30), "2022-01-02T10:00:00Z", intake)
        let same = try take(Workshop.list(30), "2022-01-03T10:00:00Z", intake)
        let next = try take(Workshop.list(31), "2022-01-04T10:00:00Z", intake)
        let empty = try take(Workshop.list(5), "2022-01-05T10:00:00Z", intake)
        #expect([held, same, next, empty].allSatisfy { $0.outcome == .held })
        let at = try #require(Instant(iso: "2022-01-06T09:00:00Z"))
        let settled = try intake.accept(
            held.id, reason: "checked against the gazette", by: "amal", at: at, of: shop.list)
        #expect(settled.map(\.outcome) == [.stored, .unchanged, .stored, .held])
        #expect(settled[0].message == "accepted by amal: checked against the gazette")
        #expect(try intake.ledger.entries("toy-list", on: nil, known: .now).count == 31)
        // Until it was accepted, the list was the old one.
        let before = KnownOn(day: Day(iso: "2022-01-05"))
        #expect(try intake.ledger.entries("toy-list", on: nil, known: before).count == 60)
        #expect { try intake.accept(held.id, reason: "again", by: "amal", at: at, of: shop.list) } throws: {
            ($0 as? Fault)?.code == "not_held"
        }
    }

    @Test func aPublicationThatIsNoListFailsAndChangesNothing() throws {
        let intake = try shop.intake()
        _ = try take(Workshop.list(30), "2022-01-01T10:00:00Z", intake)
        let run = try take("<html>busy</html>", "2022-01-02T10:00:00Z", intake)
        #expect(run.outcome == .failed && run.code == "html_received")
        #expect(try intake.archive.read(run.sha256) == Array("<html>busy</html>".utf8))
        #expect(try intake.ledger.entries("toy-list", on: nil, known: .now).count == 30)
    }

    @Test func anAcceptAManualEventAndALateImportAreRebuiltRowForRow() throws {
        let intake = try shop.intake()
        _ = try take(Workshop.list(60), "2022-01-01T10:00:00Z", intake)
        let held = try take(Workshop.list(30), "2022-01-05T10:00:00Z", intake)
        _ = try take(Workshop.list(60, changed: [3]), "2022-01-06T10:00:00Z", intake)
        _ = try take("<html>", "2022-01-07T10:00:00Z", intake)
        _ = try intake.take(shop.delivery("2022-01-03,70\n2022-01-04,71", at: "2022-01-04T15:00:00Z"), of: shop.rates)
        _ = try intake.take(shop.delivery("2022-01-03,70\n2022-01-04,72", at: "2022-01-05T15:00:00Z"), of: shop.rates)
        let at = try #require(Instant(iso: "2022-01-08T09:00:00Z"))
        _ = try intake.accept(held.id, reason: "real", by: "amal", at: at, of: shop.list)
        var event = NewsEvent(id: "RU-2022-01-04", date: try #require(Day(iso: "2022-01-04")))
        event.title = "An event, with \"quotes\" and ünïcode"
        _ = try intake.edit(event, action: "add", reason: nil, by: "amal", at: at)
        // Late: seen between the first and the second.
        _ = try take(Workshop.list(61, changed: [1, 2]), "2022-01-03T10:00:00Z", intake)
        _ = try take(Workshop.list(30), "2022-01-09T10:00:00Z", intake)

        let anew = try shop.intake("\(shop.folder)/anew.sqlite")
        try anew.rebuild()
        let old = try intake.ledger.dump()
        let new = try anew.ledger.dump()
        #expect(old.count > 150)
        #expect(old == new)
        #expect(try anew.ledger.events(known: .now) == [event])
        #expect(try anew.ledger.journalBytes == intake.journal.length())
    }

    @Test func aCrashBeforeTheLedgerIsHealedByTheNextWriter() throws {
        let intake = try shop.intake()
        _ = try take(Workshop.list(30), "2022-01-01T10:00:00Z", intake)
        try Files.replace("\(shop.folder)/old.sqlite", with: try Files.read(shop.ledgerPath))
        _ = try take(Workshop.list(31), "2022-01-02T10:00:00Z", intake)
        let whole = try intake.ledger.dump()
        let journal = try Files.read(intake.journal.path)
        let lines = journal.split(separator: UInt8(ascii: "\n"))
        // After the verdict was journalled, before the ledger committed; and before the verdict, in the middle of a line.
        let cuts = [journal.count, journal.count - lines[lines.count - 1].count - 1, journal.count - 40]
        for cut in cuts {
            try Files.replace("\(shop.folder)/crashed.sqlite", with: try Files.read("\(shop.folder)/old.sqlite"))
            try Files.replace(intake.journal.path, with: Array(journal[..<cut]))
            let healed = try shop.intake("\(shop.folder)/crashed.sqlite")
            try healed.catchUp { $0 == "toy-list" ? shop.list : nil }
            #expect(try healed.ledger.dump() == whole, "cut at \(cut)")
            #expect(try healed.ledger.journalBytes == healed.journal.length())
        }
    }

    @Test func whatANewReaderSeesDifferentlyIsRereadNotChanged() throws {
        let intake = try shop.intake()
        _ = try take(Workshop.list(30), "2022-01-01T10:00:00Z", intake)
        shop.listVersion = 2
        _ = try intake.take(shop.delivery(Workshop.list(30, changed: [7]), at: "2022-01-02T10:00:00Z"), of: shop.list)
        let steps = try intake.ledger.steps("toy-list", known: .now)
        #expect(steps.map { $0.run.outcome } == [.reread, .stored])
        #expect(steps[0].changes.count == 30 && steps[0].changes.allSatisfy { $0.kind == .reread })
        #expect(steps[1].changes.map(\.id) == ["7"])
        #expect(steps[1].changes.map(\.kind) == [.modified])
    }

    @Test func aFileTakenInTwiceIsSaidToBeThere() throws {
        let intake = try shop.intake()
        _ = try take(Workshop.list(30), "2022-01-01T10:00:00Z", intake)
        let length = try intake.journal.length()
        let again = try take(Workshop.list(30), "2022-01-01T10:00:00Z", intake)
        #expect(again.outcome == .unchanged && again.message.hasPrefix("already taken in"))
        #expect(try intake.journal.length() == length)
    }

    @Test func anEntryThatComesBackHasReturned() throws {
        let intake = try shop.intake()
        _ = try take(Workshop.list(31), "2022-01-01T10:00:00Z", intake)
        _ = try take(Workshop.list(30), "2022-01-02T10:00:00Z", intake)
        _ = try take(Workshop.list(32), "2022-01-03T10:00:00Z", intake)
        let steps = try intake.ledger.steps("toy-list", known: .now)
        #expect(
            steps.map { $0.changes.map { "\($0.kind.rawValue) \($0.id)" } } == [
                ["removed 30"], ["returned 30", "added 31"],
            ])
        #expect(steps.map(\.entries) == [30, 32])
    }
}
