/// A quantity that a text states: the words of its author or of a speaker, never an observation.
package struct StatedClaim: Sendable, Hashable {
    /// The clause, as it is printed.
    package var quote: String
    /// With its sign: a loss is below zero.
    package var number: Double
    /// `%`.
    package var unit: String
    /// An ISO 4217 code, or inflation, gdp, interest_rate, reserves, exports, imports.
    package var subject: String
    /// Whether the text says "the currency" and means that of the country it is about.
    package var isImplied = false
    /// The span or the base that the sentence states, in its words; empty where it states none.
    package var period = ""
    /// Who says it; empty where the article does in its own voice.
    package var speaker = ""
    var range: Range<Int>
}
