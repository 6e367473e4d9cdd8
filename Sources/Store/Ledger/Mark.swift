package import Vocabulary

/// A word that events and entries are asked for by.
package struct Mark: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case country, currency, tag
        /// What names a story wherever it is told.
        case story
        /// Of an entry of a list.
        case programme
    }
    package var kind: Kind
    package var name: String

    package init(_ kind: Kind, _ name: String) { (self.kind, self.name) = (kind, name) }

    /// Those of an event.
    package static func of(_ event: NewsEvent) -> Set<Mark> {
        var marks = Set(event.countries.map { Mark(.country, $0) })
        marks.formUnion(event.currencies.map { Mark(.currency, $0) })
        marks.formUnion(event.tags.map { Mark(.tag, $0) })
        let stories = [event.key] + event.reports.map(StoryKey.of(report:))
        marks.formUnion(stories.filter { !$0.isEmpty }.map { Mark(.story, $0) })
        return marks
    }

    /// Those of an entry of a list.
    package static func of(_ facts: [Attribute]) -> Set<Mark> {
        Set(facts.filter { $0.field == .programme }.map { Mark(.programme, $0.value) })
    }
}
