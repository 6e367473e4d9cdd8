/// What becomes of a candidate.
package enum Verdict: Sendable, Hashable {
    /// With what a person should look at although it passes.
    case pass([Reason])
    /// Quarantine, with the reasons in the order of the rules.
    case hold([Reason])

    package struct Reason: Sendable, Hashable {
        /// The rule's name: `removals`.
        package var rule: String
        package var message: String
    }
}
