package import Compare
package import Vocabulary

extension Document {
    /// One passage per event, strongest first; what cannot be judged is named together at the end.
    ///
    /// - Parameter windows: those put into words; empty: all. The rows hold every one.
    package static func comparison(
        _ rows: [ComparisonRow], events: [NewsEvent], windows: [EventWindow] = []
    ) -> Document {
        var document = Document(title: "Events, and what moved beside them", subtitle: "")
        let worded = windows.isEmpty ? rows : rows.filter { windows.contains($0.window) }
        let groups = Dictionary(grouping: worded, by: \.event)
        let judged = events.filter { groups[$0.id]?.contains { $0.test != nil } ?? false }
        // Events that fall onto the same publication days have the same figures: they are told together.
        var passages: [Passage] = []
        for event in judged {
            let rows = (groups[event.id] ?? []).filter { $0.test != nil }
            if let index = passages.firstIndex(where: { $0.isSame(as: rows) }) {
                passages[index].events.append(event)
            } else {
                passages.append(Passage(events: [event], rows: rows))
            }
        }
        if passages.count > 1 { document.append(.paragraph(ComparisonWords.caution)) }
        for passage in passages.sorted(by: { ($0.strength, $1.events[0].id) > ($1.strength, $0.events[0].id) }) {
            for event in passage.events { document.append(.subheading("\(event.date)  \(event.title)")) }
            for words in ComparisonWords.paragraphs(passage.rows, withCaution: passages.count == 1) {
                document.append(.paragraph(words))
            }
        }
        var isFirst = true
        for event in events where !judged.contains(where: { $0.id == event.id }) {
            guard let row = groups[event.id]?.first else { continue }
            if isFirst { document.append(.subheading("Cannot be judged")) }
            isFirst = false
            document.append(
                .item("\(event.date) \(event.title) (\(event.id); \(row.series)): \(row.status.reason)."))
        }
        return document
    }

    private struct Passage {
        var events: [NewsEvent]
        var rows: [ComparisonRow]

        /// The largest t scaled by turbulence.
        var strength: Double { rows.compactMap { $0.test?.tTurbulent.magnitude }.max() ?? 0 }

        func isSame(as other: [ComparisonRow]) -> Bool {
            rows.count == other.count
                && zip(rows, other).allSatisfy { a, b in
                    a.series == b.series && a.dayZero?.day == b.dayZero?.day && a.numeraire == b.numeraire
                        && a.model == b.model && a.window == b.window && a.afterFix == b.afterFix
                }
        }
    }
}

extension ComparisonStatus {
    /// Why nothing is claimed.
    fileprivate var reason: String {
        switch self {
        case .ok, .gap: "nothing to say"
        case .truncated: "the window is not wholly present: the series has no rate on some of its days"
        case .managed: "the currency hardly moves: a peg or a stale series has no ordinary movement to compare with"
        case .shortEstimation: "fewer than 120 returns before it"
        case .noMarket: "its source lacks the currencies to compare with"
        case .infrequent: "one observation a month does not date a move to a day"
        case .noSeries: "no series for the currency"
        case .outside: "it lies outside the days the source has published"
        }
    }
}
