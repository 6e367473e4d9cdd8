/// Which words of an article gave which of an event's values.
package struct Evidence: Sendable, Hashable {
    /// date, countries, currencies, programs, tags, people, organisations, laws, claims, dates.
    package var field: String
    package var value: String
    package var phrase: String
    /// Where the phrase begins, in Unicode scalars of the body, the title or a caption; nil where it stands in neither.
    package var offset: Int?
    /// body, title, caption or byline.
    package var part: String
    /// A metonym, an implied currency, the rule that found a date.
    package var note: String

    package init(_ field: String, _ value: String, phrase: String, offset: Int?, part: String, note: String = "") {
        self.field = field
        self.value = value
        self.phrase = phrase
        self.offset = offset
        self.part = part
        self.note = note
    }
}
