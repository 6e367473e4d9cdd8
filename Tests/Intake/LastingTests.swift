import Gate
import Intake
import Store
import Testing
import Vocabulary

/// What a person let in once is not asked about for ever: the next publication of that shape passes.
@Suite struct LastingTests {
    /// A publication that a rule holds, as it is day after day.
    struct Oddness: Sendable, CustomTestStringConvertible {
        var rule: String
        var limits = Limits()
        /// What the lines are on a day before, and from then on.
        var usual: @Sendable (Int) -> [String]
        var odd: @Sendable (Int) -> [String]
        var testDescription: String { rule }
    }

    private static func people(_ count: Int, dated: Int = 0, programme: String = "SDGT") -> [String] {
        (0..<count).map { "\($0),person \($0)|\($0 < dated ? "1970-01-01" : "")|\(programme)" }
    }

    private static func banded(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }

    static let all = [
        Oddness(rule: "removals", usual: { people(100 + $0) }, odd: { people(40 + $0) }),
        Oddness(
            rule: "programmes",
            usual: { people(1000) + (2000..<2030 + $0).map { "\($0),other||CUBA" } }, odd: { people(1000 + $0) }),
        Oddness(rule: "additions", usual: { people(40 + $0) }, odd: { people(140 + $0) }),
        Oddness(
            rule: "duplicate_key", usual: { people(60 + $0) }, odd: { people(60 + $0) + ["#conflict 7"] }),
        Oddness(
            rule: "columns", usual: { people(60 + $0) },
            odd: { people(60 + $0) + ["#absent Title", "#unread TitleOrType"] }),
        Oddness(rule: "fill_rate", usual: { people(60 + $0, dated: 60) }, odd: { people(60 + $0, dated: 10) }),
        Oddness(
            rule: "bytes", limits: banded { $0.minimumBytes = 500 }, usual: { people(60 + $0) },
            odd: { people(18 + $0) }),
        Oddness(
            rule: "rows", limits: banded { ($0.minimumRows, $0.removed) = (50, 1000) }, usual: { people(60 + $0) },
            odd: { people(42 + $0) }),
        Oddness(
            rule: "rows", limits: banded { ($0.maximumRows, $0.added) = (80, 1000) }, usual: { people(60 + $0) },
            odd: { people(100 + $0) }),
        Oddness(
            rule: "stated_count", usual: { people(60 + $0) + ["#stated \(60 + $0)"] },
            odd: { people(60 + $0) + ["#stated \(63 + $0)"] }),
        Oddness(
            rule: "date_ahead", usual: { people(60 + $0) + ["#published 2022-01-0\($0)"] },
            odd: { people(60 + $0) + ["#published 2022-01-\($0 + 10)"] }),
        Oddness(
            rule: "date_back", usual: { people(60 + $0) + ["#published 2022-01-0\($0)"] },
            odd: { people(60 + $0) + ["#published 2021-12-1\($0)"] }),
    ]

    private let shop = Workshop()

    private func take(_ lines: [String], _ day: Int, _ intake: Intake, _ limits: Limits) throws -> Run {
        var list = shop.list
        list.limits = limits
        return try intake.take(
            shop.delivery(lines.joined(separator: "\n"), at: "2022-01-0\(day)T10:00:00Z", how: "fetch"), of: list)
    }

    @Test("After a person let it in, the next publication of that shape passes", arguments: all)
    func lasts(_ oddness: Oddness) throws {
        let intake = try shop.intake()
        for day in 1...3 {
            #expect(try take(oddness.usual(day), day, intake, oddness.limits).outcome == .stored)
        }
        let held = try take(oddness.odd(4), 4, intake, oddness.limits)
        #expect(held.outcome == .held && (held.code ?? "").split(separator: ";").contains { $0 == oddness.rule })
        // Nobody looked at it yet: it is held again.
        let again = try take(oddness.odd(5), 5, intake, oddness.limits)
        #expect(again.outcome == .held)
        var list = shop.list
        list.limits = oddness.limits
        let at = try #require(Instant(iso: "2022-01-05T12:00:00Z"))
        let judged = try intake.accept(held.id, reason: "checked", by: "amal", at: at, of: list)
        #expect(judged.map(\.outcome) == [.stored, .stored], "\(judged.map(\.message))")
        for day in 6...9 {
            let next = try take(oddness.odd(day), day, intake, oddness.limits)
            #expect(next.outcome == .stored, "\(next.message)")
        }
        let anew = try shop.intake("\(shop.folder)/anew.sqlite")
        try anew.rebuild()
        #expect(try anew.ledger.dump() == intake.ledger.dump())
    }

    @Test("Every rule of lists has a way out that is tried here")
    func everyRule() {
        // Those of rates are asked about new values only: RateIntakeTests.
        let rules = Set(Gatekeeper.rules.map(\.name)).subtracting(["units", "swapped"])
        #expect(Set(LastingTests.all.map(\.rule)) == rules)
    }

    @Test("A further column that goes is asked about, and so is one that came back and went again")
    func anotherColumn() throws {
        let intake = try shop.intake()
        let lines = Self.people(60)
        func run(_ extra: [String], _ day: Int) throws -> Run {
            try take(lines + ["6\(day),new"] + extra, day, intake, Limits())
        }
        #expect(try run([], 1).outcome == .stored)
        let held = try run(["#absent Title"], 2)
        let at = try #require(Instant(iso: "2022-01-02T12:00:00Z"))
        _ = try intake.accept(held.id, reason: "checked", by: "amal", at: at, of: shop.list)
        let passed = try run(["#absent Title"], 3)
        #expect(passed.outcome == .stored && passed.warning == "not in the file, as in the last one: Title")
        #expect(try run(["#absent Title", "#absent Item"], 4).message == "not in the file any more: Item")
        #expect(try run([], 5).outcome == .stored)
        #expect(try run(["#absent Title"], 6).code == "columns")
    }

    @Test("A first file is not held for what was never there, unless what is missed may be there under another name")
    func first() throws {
        let run = try take(Self.people(5) + ["#absent Title"], 1, shop.intake(), Limits())
        #expect(run.outcome == .stored && run.warning == "not in the file: Title")
        let other = Workshop()
        let renamed = try take(
            Self.people(5) + ["#absent Title", "#unread Titel"], 1, other.intake(), Limits())
        #expect(renamed.message == "not in the file: Title; perhaps under another name: Titel")
        withExtendedLifetime(other) {}
    }

    @Test("A new reader that refuses the last snapshot does not keep the next one out")
    func refused() throws {
        let intake = try shop.intake()
        #expect(try take(Self.people(60) + ["#refused 2"], 1, intake, Limits()).outcome == .stored)
        shop.listVersion = 2
        let next = try take(Self.people(61), 2, intake, Limits())
        #expect(next.outcome == .stored && next.readerVersion == 2)
        #expect(next.message.contains("cannot be read again by toy-list 2: another root"))
    }
}
