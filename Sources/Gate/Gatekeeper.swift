internal import Vocabulary

/// A pure function from a candidate to a verdict: one row per rule, each with the incident that made it.
package enum Gatekeeper {
    package struct Rule: Sendable {
        package var name: String
        /// The publication that this rule would have stopped.
        package var incident: String
        /// Why the candidate is held; nil where the rule has nothing to say.
        package var objection: @Sendable (Candidate) -> String?
    }

    package static let rules: [Rule] = [
        Rule(name: "rows", incident: "a 0-byte SDN file; lists that answered 200 with no entry left") { candidate in
            if candidate.rows < candidate.limits.minimumRows {
                return "\(candidate.rows) rows, fewer than \(candidate.limits.minimumRows)"
            }
            guard let most = candidate.limits.maximumRows, candidate.rows > most else { return nil }
            return "\(candidate.rows) rows, more than \(most)"
        },
        Rule(
            name: "removals",
            incident: "2024-05-05: the US Consolidated Screening List lost 15,000 of 20,000 entries for two days"
        ) { candidate in
            let (removed, before) = (candidate.effect.removed, candidate.effect.before)
            let most = max(Double(candidate.limits.removed), candidate.limits.removedPercent / 100 * Double(before))
            guard Double(removed) > most else { return nil }
            let what = candidate.kind == .rates ? "values withdrawn" : "entries removed"
            let examples =
                candidate.effect.removedExamples.isEmpty
                ? "" : ", among them \(candidate.effect.removedExamples.joined(separator: ", "))"
            return "\(removed) of \(before) \(what), more than \(whole(most))\(examples)"
        },
        Rule(name: "stated_count", incident: "a publisher's own record count that its file does not reach") {
            candidate in
            guard let stated = candidate.statedCount, stated != candidate.rows else { return nil }
            return "the publisher says \(stated) records, the file has \(candidate.rows)"
        },
        Rule(
            name: "date_ahead", incident: "a publication of the year 9999, after which every real one would be too old"
        ) {
            candidate in
            // A day of grace: a publisher may print tomorrow's date in the evening. When an imported file was seen is a
            // person's word, and may be a guess: only what is years ahead is impossible there.
            let grace = candidate.isFetched ? 1 : 3653
            guard let published = candidate.published, let seen = candidate.seen, published > seen + grace else {
                return nil
            }
            return "published \(published), which is after the \(seen) on which it was seen"
        },
        Rule(name: "date_back", incident: "2026-07-19: the EU list answered 200 with a file six weeks old") {
            candidate in
            guard candidate.isFetched, let now = candidate.published, let before = candidate.previousPublished,
                now < before
            else { return nil }
            return "published \(now), which is before the \(before) of the last good run"
        },
    ]

    package static func judge(_ candidate: Candidate) -> Verdict {
        let reasons = rules.compactMap { rule in
            rule.objection(candidate).map { Verdict.Reason(rule: rule.name, message: $0) }
        }
        return reasons.isEmpty ? .pass : .hold(reasons)
    }

    private static func whole(_ value: Double) -> String { String(Int(value)) }
}
