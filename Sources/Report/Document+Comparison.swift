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
            .map { (event: $0, strength: strength(groups[$0.id] ?? [])) }
            .sorted { ($0.strength, $1.event.id) > ($1.strength, $0.event.id) }
        for (event, _) in judged {
            document.append(.heading("\(event.date)  \(event.title)"))
            let own = (groups[event.id] ?? []).filter { $0.test != nil }
            for words in ComparisonWords.paragraphs(own) { document.append(.paragraph(words)) }
        }
        var isFirst = true
        for event in events where !judged.contains(where: { $0.event.id == event.id }) {
            guard let row = groups[event.id]?.first else { continue }
            if isFirst { document.append(.heading("Cannot be judged")) }
            isFirst = false
            document.append(
                .item("\(event.date) \(event.title) (\(event.id); \(row.series)): \(row.status.reason)."))
        }
        return document
    }

    /// The largest t scaled by turbulence among the rows of an event.
    private static func strength(_ rows: [ComparisonRow]) -> Double {
        rows.compactMap { $0.test?.tTurbulent.magnitude }.max() ?? 0
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
        case .noSeries: "no series for the currency"
        case .outside: "it lies outside the days the source has published"
        }
    }
}
