package import Configuration
package import Lists
internal import News
package import Store
package import Vocabulary

/// Names in the period's news, screened against the lists as they stood at its end.
package struct ListedNames {
    /// Persons, companies and groups; states, authorities, courts and the press are nobody's to list.
    package let names: [String]
    /// Of each name: an entry that it may be, or that a list has none.
    package let rows: [NameScreening.Row]
    package let looked: [String]
    /// Lists of which no snapshot had been seen by then: nothing is known of them.
    package let unknown: [String]

    package var listed: [NameScreening.Row] { rows.filter { $0.status == .listed } }

    /// Lone words that are in longer listed names only, each with those of one list.
    package var words: [(name: String, rows: [NameScreening.Row])] {
        let held = rows.filter { $0.status == .wordOfListed }
        return names.compactMap { name in
            let own = held.filter { $0.name == name }
            return own.isEmpty ? nil : (name, own)
        }
    }

    /// Stories have the people and organisations that were found in them; of an event that a person wrote the title is read
    /// likewise, for its actors are those who acted.
    private static func found(in events: [NewsEvent], _ rules: NewsRules?) -> [String] {
        let written = events.contains { $0.evidence.isEmpty && !$0.title.isEmpty }
        let extractor = rules.flatMap { rules in
            written ? Extractor(Gazetteer(rules.places, rules.bodies), Tagger(rules.tags)) : nil
        }
        let official: Set<String> = ["international", "agency", "authority", "court", "press"]
        let others = Set((rules?.bodies.bodies ?? []).filter { official.contains($0.kind) }.map(\.name))
        return events.flatMap { event -> [String] in
            guard event.evidence.isEmpty else {
                return event.evidence.compactMap { EvidenceLine($0) }
                    .filter { $0.field == "people" || $0.field == "organisations" }.map(\.value)
            }
            var article = Article()
            article.body = event.title
            return extractor.map { $0.extract(article) }.map { $0.people + $0.organisations } ?? []
        }.filter { !$0.isEmpty && !others.contains($0) }.uniqued()
    }
}

extension ListedNames {
    /// - Parameter rules: how names are found in titles; nil: the workspace has none.
    package init(
        of events: [NewsEvent], rules: NewsRules?, ledger: Ledger, on day: Day, known: KnownOn
    ) throws {
        names = ListedNames.found(in: events, rules)
        // Lists are read whole for this: not without a name.
        guard !names.isEmpty else {
            (rows, looked, unknown) = ([], [], [])
            return
        }
        let screening = try NameScreening(ledger, on: day, known: known)
        rows = screening.rowsWithWords(names)
        (looked, unknown) = (screening.looked, screening.unknown)
    }
}
