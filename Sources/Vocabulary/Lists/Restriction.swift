/// What a listing forbids; the words that `Field.restriction` and the column of `programs.csv` hold.
package enum Restriction: String, Sendable, CaseIterable, Comparable {
    /// Property is frozen and nothing may be made available.
    case block
    /// No new debt beyond a maturity.
    case debt
    case equity
    /// No correspondent or payable-through accounts.
    case correspondent
    /// No dealing in securities.
    case investment
    case travel
    case arms
    case trade
    case other

    package static func < (a: Restriction, b: Restriction) -> Bool { a.rank < b.rank }
    private var rank: Int { Restriction.allCases.firstIndex(of: self) ?? 0 }
}
