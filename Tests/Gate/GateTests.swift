import Gate
import Testing
import Vocabulary

@Suite struct GateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var rows = 9000
        var before = 9000
        var removed = 0
        var published: String?
        var previous: String?
        var seen: String?
        var stated: Int?
        var isFetched = true
        /// The rules expected to object.
        var rules: [String]
        var testDescription: String { what }

        func candidate() -> Candidate {
            var effect = Effect()
            effect.before = before
            effect.removed = removed
            var candidate = Candidate(isFetched: isFetched, kind: .list, rows: rows, effect: effect, limits: Limits())
            candidate.published = published.flatMap { Day(iso: $0) }
            candidate.seen = seen.flatMap { Day(iso: $0) }
            candidate.previousPublished = previous.flatMap { Day(iso: $0) }
            candidate.statedCount = stated
            return candidate
        }
    }

    static let cases = [
        Case(what: "an ordinary day", removed: 3, rules: []),
        Case(what: "OFAC 2021-12-30, its largest real step in sixteen months", before: 9150, removed: 150, rules: []),
        Case(
            what: "OFAC 2025-06-30: 518 Syria entries, a real delisting of 3 %", before: 17000, removed: 518, rules: []),
        Case(what: "US CSL 2024-05-05", rows: 5000, before: 20_000, removed: 15_000, rules: ["removals"]),
        Case(what: "exactly five in a hundred pass", before: 9000, removed: 450, rules: []),
        Case(what: "one more than five in a hundred", before: 9000, removed: 451, rules: ["removals"]),
        Case(what: "twenty of a short list pass", rows: 10, before: 30, removed: 20, rules: []),
        Case(what: "twenty-one of a short list", rows: 9, before: 30, removed: 21, rules: ["removals"]),
        Case(what: "nothing left", rows: 0, removed: 9000, rules: ["rows", "removals"]),
        Case(what: "EU 2026-07-19", published: "2026-06-05", previous: "2026-07-18", rules: ["date_back"]),
        Case(
            what: "a history imported with an early day of its own", published: "2026-10-30", seen: "2022-03-01",
            isFetched: false, rules: []),
        Case(what: "a date of the year 9999", published: "9999-12-31", seen: "2022-03-01", rules: ["date_ahead"]),
        Case(what: "tomorrow's date, in the evening", published: "2022-03-02", seen: "2022-03-01", rules: []),
        Case(
            what: "an archive imported behind", published: "2026-06-05", previous: "2026-07-18", isFetched: false,
            rules: []),
        Case(what: "the same date again", published: "2026-07-18", previous: "2026-07-18", rules: []),
        Case(what: "a record count that is not reached", rows: 9043, stated: 9046, rules: ["stated_count"]),
    ]

    @Test(arguments: cases) func objectsWhereItShouldAndNowhereElse(example: Case) {
        switch Gatekeeper.judge(example.candidate()) {
        case .pass: #expect(example.rules.isEmpty)
        case .hold(let reasons): #expect(reasons.map(\.rule) == example.rules)
        }
    }

    @Test func everyRuleIsNeededByACase() {
        for rule in Gatekeeper.rules {
            #expect(GateTests.cases.contains { $0.rules.contains(rule.name) }, "no case for \(rule.name)")
        }
    }
}
