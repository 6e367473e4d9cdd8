package import Vocabulary

/// A reading before the gate, and what it is held against.
package struct Candidate: Sendable {
    /// `fetch` or `import`: what is fetched must not be older than what was fetched before; what is imported may be.
    package var isFetched: Bool
    /// `list`, `rates` or `news`, for the words of the reasons.
    package var kind: Reader.Kind
    package var rows: Int
    package var published: Day?
    /// The publisher's day on which the bytes were obtained.
    package var seen: Day?
    package var previousPublished: Day?
    package var statedCount: Int?
    package var effect: Effect
    package var limits: Limits

    package init(isFetched: Bool, kind: Reader.Kind, rows: Int, effect: Effect, limits: Limits) {
        self.isFetched = isFetched
        self.kind = kind
        self.rows = rows
        self.effect = effect
        self.limits = limits
    }
}

/// How much may change at once before a person is asked; a feed file's `[expect]` sets others.
package struct Limits: Sendable, Hashable {
    /// Removals up to this many always pass,
    package var removed = 20
    /// and beyond it up to this share of what was there.
    package var removedPercent = 5.0
    package var minimumRows = 1
    package var maximumRows: Int?

    package init() {}
}

/// What becomes of a candidate.
package enum Verdict: Sendable, Hashable {
    case pass
    /// Quarantine, with the reasons in the order of the rules.
    case hold([Reason])

    package struct Reason: Sendable, Hashable {
        /// The rule's name: `removals`.
        package var rule: String
        package var message: String
    }
}
