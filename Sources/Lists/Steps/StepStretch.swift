internal import Store
package import Vocabulary

/// Steps of one list that are told in one sentence: a snapshot's, a day's or a week's.
package struct StepStretch: Sendable {
    package var list: String
    /// When: `25 Feb 2022`.
    package var when: String
    /// At least one, in seen order.
    package var steps: [Step]

    /// One for each snapshot; two of one day tell their instants.
    package static func bySnapshot(_ steps: [Step]) -> [StepStretch] {
        byDay(steps).flatMap { day in
            day.steps.map { step in
                let seen = day.steps.count == 1 ? "" : ", seen \(step.run.seen)"
                return StepStretch(list: day.list, when: day.when + seen, steps: [step])
            }
        }
    }

    package static func byDay(_ steps: [Step]) -> [StepStretch] { stretches(steps) { Wording.day($0) } }

    package static func byWeek(_ steps: [Step]) -> [StepStretch] {
        stretches(steps) { day in
            let week = Week(containing: day)
            return "week \(week) (\(Wording.days(week.first...week.last)))"
        }
    }

    private static func stretches(_ steps: [Step], _ when: (Day) -> String) -> [StepStretch] {
        var found: [StepStretch] = []
        for step in steps {
            let text = when(step.run.day)
            if let last = found.last, last.list == step.run.feed, last.when == text {
                found[found.count - 1].steps.append(step)
            } else {
                found.append(StepStretch(list: step.run.feed, when: text, steps: [step]))
            }
        }
        return found
    }
}

extension StepStretch {
    /// More programmes or countries than this are told as a number.
    private static let most = 5

    /// A look this long before is told: what changed may have done so on any day since.
    private static let usualDays = 8

    /// `OFAC SDN, 25 Feb 2022: +91 (RUSSIA-EO14024 +83, BELARUS-EO14038 +9), 4 changed; 9,256 entries.`
    ///
    /// - Parameter country: whose changes the steps are narrowed to.
    package func sentence(_ names: ListNames, of country: String? = nil) -> String {
        let counts = StepCounts(steps)
        var parts: [String] = []
        if counts.added > 0 {
            let came = steps.flatMap(\.changes).filter { $0.isComing }
            parts.append("+\(Wording.whole(counts.added))\(StepStretch.programmes(came, "+", names))")
        }
        if counts.removed > 0 {
            let went = steps.flatMap(\.changes).filter { $0.kind == .removed }
            parts.append("-\(Wording.whole(counts.removed))\(StepStretch.programmes(went, "-", names))")
        }
        let again = counts.returned - counts.backWithSource
        for (count, words) in [
            (counts.modified - counts.rekeyed, "changed"), (counts.renamed, "renamed"), (again, "returned"),
            (counts.rekeyed, "re-keyed"), (counts.sourceMissing, "source missing"),
            (counts.backWithSource, "back with their source"), (counts.reread, "read anew"),
        ] where count > 0 {
            parts.append("\(Wording.whole(count)) \(words)")
        }
        if parts.isEmpty { parts = [country.map { "nothing that concerns \($0)" } ?? "nothing changed"] }
        let before = steps.first.flatMap { step in
            step.previousSeen.map(\.day).flatMap { $0 < step.run.day - StepStretch.usualDays ? $0 : nil }
        }
        let since = before.map { ", since the look of \(Wording.day($0))" } ?? ""
        let entries = steps.last?.entries ?? 0
        return "\(names.title(list)), \(when)\(since): \(parts.joined(separator: ", ")); "
            + "\(Wording.count(entries, "entry"))."
    }

    /// ` (RUSSIA-EO14024 +83, BELARUS-EO14038 +9)`; an entry under two programmes counts in both.
    private static func programmes(_ changes: [EntryChange], _ sign: String, _ names: ListNames) -> String {
        var counts: [String: Int] = [:]
        for entry in changes.compactMap(\.subject) {
            for tag in names.programmes.countedTags(of: entry) { counts[tag, default: 0] += 1 }
        }
        return leading(counts, most: most) { "\($0) \(sign)\(Wording.whole($1))" }.map { " (\($0))" } ?? ""
    }

    /// The largest counts first, the rest as a number; nil where there is none.
    static func leading(_ counts: [String: Int], most: Int, _ words: (String, Int) -> String) -> String? {
        guard !counts.isEmpty else { return nil }
        let ordered = counts.largestFirst()
        // One more in place of "and 1 more" is no longer than the words would be.
        let shown = ordered.count <= most + 1 ? ordered.count : most
        return Wording.list(ordered.map { words($0.key, $0.value) }, most: shown)
    }
}

extension EntryChange {
    /// It came onto the list, for the first time or again; what is only back with its source did not.
    package var isComing: Bool { kind == .added || kind == .returned && !isBackWithSource }

    /// It was taken off the list; one that is taken off because the person died is not let off anything.
    package var isEasing: Bool { kind == .removed && before?.first(.deathDate) == nil }
}
