/// A pure function from a candidate to a verdict: one row per rule, each with the incident that made it.
package enum Gatekeeper {
    package struct Rule: Sendable {
        package var name: String
        /// The publication that this rule would have stopped.
        package var incident: String
        /// Why the candidate is held; nil where the rule has nothing to say.
        package var objection: @Sendable (Candidate) -> String?
        /// What is said of one that passes.
        package var warning: @Sendable (Candidate) -> String? = { _ in nil }
    }

    /// In the order in which a person reads the reasons: what the file would change, then what it is.
    package static let rules = changeRules + rateRules + shapeRules + sizeRules + dateRules

    package static func judge(_ candidate: Candidate) -> Verdict {
        let reasons = said(candidate, \.objection)
        return reasons.isEmpty ? .pass(said(candidate, \.warning)) : .hold(reasons)
    }

    private static func said(
        _ candidate: Candidate, _ part: (Rule) -> @Sendable (Candidate) -> String?
    ) -> [Verdict.Reason] {
        rules.compactMap { rule in
            part(rule)(candidate).map { Verdict.Reason(rule: rule.name, message: $0) }
        }
    }
}
