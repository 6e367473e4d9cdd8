package import Vocabulary

/// A word that events and entries are asked for by.
package struct Mark: Sendable, Hashable, Comparable {
    package enum Kind: String, Sendable, CaseIterable {
        case country, currency, tag
        /// What names a story wherever it is told.
        case story
        /// Of an entry of a list, without the white space that publishers print at a tag's ends.
        case programme
        /// Of an entry of a list put together from others: the list that it comes from.
        case source
    }
    package var kind: Kind
    package var name: String

    package init(_ kind: Kind, _ name: String) { (self.kind, self.name) = (kind, name) }

    /// In the order in which marks are kept.
    package static func < (a: Mark, b: Mark) -> Bool {
        a.kind == b.kind
            ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
            : a.kind.rawValue.utf8.lexicographicallyPrecedes(b.kind.rawValue.utf8)
    }

    /// Those of an event.
    package static func of(_ event: NewsEvent) -> Set<Mark> {
        var marks = Set(event.countries.map { Mark(.country, $0) })
        marks.formUnion(event.currencies.map { Mark(.currency, $0) })
        marks.formUnion(event.tags.map { Mark(.tag, $0) })
        marks.formUnion(stories(of: event).map { Mark(.story, $0) })
        return marks
    }

    /// Whether an event has it.
    func isOf(_ event: NewsEvent) -> Bool {
        switch kind {
        case .country: event.countries.contains(name)
        case .currency: event.currencies.contains(name)
        case .tag: event.tags.contains(name)
        case .story: Mark.stories(of: event).contains(name)
        case .programme, .source: false
        }
    }

    private static func stories(of event: NewsEvent) -> [String] {
        ([event.key] + event.reports.map(StoryKey.of(report:))).filter { !$0.isEmpty }
    }

    /// Those of an entry of a list.
    package static func of(_ facts: [Attribute]) -> Set<Mark> {
        var marks: Set<Mark> = []
        for fact in facts {
            switch fact.field {
            case .programme: marks.insert(Mark(.programme, Tag.trimmed(fact.value)))
            case .sourceList: marks.insert(Mark(.source, fact.value))
            default: break
            }
        }
        return marks
    }
}
