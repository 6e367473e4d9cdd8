package import Compare
package import Vocabulary

extension Document {
    /// One passage per event, strongest first; what cannot be judged comes at the end.
    ///
    /// - Parameter windows: those put into words, the first of them at length; empty: all. The rows hold every one.
    package static func comparison(
        _ rows: [ComparisonRow], events: [NewsEvent], windows: [EventWindow] = []
    ) -> Document {
        var document = Document(title: "Events, and what moved beside them", subtitle: "")
        let worded = windows.isEmpty ? rows : rows.filter { windows.contains($0.window) }
        let groups = Dictionary(grouping: worded, by: \.event)
        // Events that fall onto the same publication days have the same figures: they are told together.
        var passages: [Passage] = []
        for event in events {
            guard let rows = groups[event.id], !rows.isEmpty else { continue }
            if let index = passages.firstIndex(where: { $0.isSame(as: rows) }) {
                passages[index].events.append(event)
            } else {
                passages.append(Passage(events: [event], rows: rows))
            }
        }
        let isMany = passages.count > 1
        for index in passages.indices { passages[index].tell(withCaution: !isMany) }
        if isMany { document.append(.paragraph(ComparisonWords.caution)) }
        for passage in passages.filter(\.isJudged).sorted(by: Passage.isStronger) {
            for event in passage.events { document.append(.subheading(event.heading)) }
            for words in passage.words {
                document.append(.verdict(words.verdict))
                document.append(.paragraph(words.paragraph))
            }
        }
        let unjudged = passages.filter { !$0.isJudged }
        if !unjudged.isEmpty, isMany { document.append(.subheading("Cannot be judged")) }
        for passage in unjudged {
            for event in passage.events {
                // Alone it is told at length; among many its reason is enough.
                if isMany {
                    document.append(.item(passage.reasons(event)))
                } else {
                    document.append(.subheading(event.heading))
                    for words in passage.words {
                        document.append(.verdict(words.verdict))
                        document.append(.paragraph(words.paragraph))
                    }
                }
            }
        }
        return document
    }

    private struct Passage {
        var events: [NewsEvent]
        var rows: [ComparisonRow]
        private(set) var words: [ComparisonWords.Passage] = []

        init(events: [NewsEvent], rows: [ComparisonRow]) {
            (self.events, self.rows) = (events, rows)
        }

        mutating func tell(withCaution: Bool) {
            words = ComparisonWords.passages(rows, told: Set(events.map(\.id)), withCaution: withCaution)
        }

        var isJudged: Bool { words.contains { $0.p != nil } }

        /// What stands out comes first, then the smallest chance by the test that is told.
        private var strength: (Int, Double) {
            (words.contains(where: \.standsOut) ? 0 : 1, words.compactMap(\.p).min() ?? 1)
        }

        static func isStronger(_ a: Passage, _ b: Passage) -> Bool {
            (a.strength.0, a.strength.1, a.events[0].id) < (b.strength.0, b.strength.1, b.events[0].id)
        }

        func isSame(as other: [ComparisonRow]) -> Bool {
            rows.count == other.count
                && zip(rows, other).allSatisfy { a, b in
                    a.series == b.series && a.dayZero?.day == b.dayZero?.day && a.numeraire == b.numeraire
                        && a.model == b.model && a.window == b.window && a.afterFix == b.afterFix
                        && a.status == b.status && a.dayZero != nil
                }
        }

        /// One line for each reason that any of its series has.
        func reasons(_ event: NewsEvent) -> String {
            var told: [String] = []
            for row in rows where !told.contains(where: { $0.hasPrefix(row.series) }) {
                let steps = ComparisonWords.steps(row).map { " \($0)" } ?? ""
                told.append("\(row.series.isEmpty ? "no currency" : row.series): \(row.reason).\(steps)")
            }
            let name = event.title.isEmpty ? "" : "\(Wording.title(event.title)) "
            return "\(event.date) \(name)(\(event.id)): \(told.joined(separator: " "))"
        }
    }
}

extension NewsEvent {
    /// Its date and title; one that somebody wrote without a title goes by its id.
    var heading: String { "\(date)  \(title.isEmpty ? id : Wording.title(title))" }
}
