package import Compare
package import Vocabulary

/// What a comparison found, in sentences: coincidence in time, never cause.
package enum ComparisonWords {
    /// One series and numeraire of one event in words.
    package struct Passage: Sendable {
        /// Stands out, not distinguishable, or cannot be judged.
        package var verdict: String
        package var paragraph: String
        /// The p of its headline test; nil where nothing can be judged.
        package var p: Double?
        package var standsOut = false
        /// The first day of the window that is told.
        package var from: Day?
        /// The other way of dating the event comes to another answer.
        package var isDisputed = false
    }

    /// One passage per series and numeraire of the rows, in their order; give the rows of one event. The first window is
    /// told, the others are named beside it.
    ///
    /// - Parameters:
    ///   - told: ids of all events that the passages are about.
    ///   - withCaution: false where the caution stands once beside many passages.
    package static func passages(
        _ rows: [ComparisonRow], told: Set<String> = [], withCaution: Bool = true
    ) -> [Passage] {
        var order: [Topic] = []
        var topics: [Topic: [ComparisonRow]] = [:]
        for row in rows {
            let topic = Topic(series: row.series, numeraire: row.numeraire)
            if topics[topic] == nil { order.append(topic) }
            topics[topic, default: []].append(row)
        }
        return order.compactMap { topics[$0].flatMap { passage($0, told, withCaution: withCaution) } }
    }

    private struct Topic: Hashable {
        var series: String
        var numeraire: String
    }

    /// Rows of one topic: up to two rules, each with its models and windows.
    private static func passage(_ rows: [ComparisonRow], _ told: Set<String>, withCaution: Bool) -> Passage? {
        guard let window = rows.first?.window else { return nil }
        let headline = rows.filter { $0.window == window }
        let rules = Set(headline.map(\.afterFix)).sorted()
        let quoted = rules.compactMap { rule in ComparisonRow.quoted(headline.filter { $0.afterFix == rule }) }
        // Where one way of dating finds no whole window the other may.
        guard let main = quoted.first(where: { $0.test != nil }) ?? quoted.first else { return nil }
        guard !main.isLate, let test = main.test, let move = main.move, let fit = main.fit else {
            return Passage(
                verdict: "\(name(main)): cannot be judged: \(main.reason)",
                paragraph: [withheld(main), steps(main), provenance(main)].compactMap(\.self).joined(separator: " "))
        }
        var sentences = [Movement(main, move: move, test: test, fit: fit).sentence, standing(main, test)]
        if main.status == .gap {
            sentences.append("The window holds a return over more days than one period of the source.")
        }
        let other = quoted.first { $0 !== main }.flatMap { disagreement(main, $0) }
        if let other { sentences.append(other) }
        let others = rows.filter { $0.window != window && $0.afterFix == main.afterFix && $0.model == main.model }
        if !others.isEmpty { sentences.append(windows(others)) }
        sentences.append(neighbours(main.confounders.filter { !told.contains($0) }, of: main))
        if withCaution { sentences.append(caution) }
        sentences.append(provenance(main))
        return Passage(
            verdict: "\(name(main)): \(verdict(main))", paragraph: sentences.joined(separator: " "),
            p: main.headline?.tailP ?? test.pTurbulent, standsOut: main.standsOut, from: main.dayZero?.day,
            isDisputed: other != nil)
    }

    /// What no reader of a comparison may forget.
    package static let caution =
        "This is coincidence in time, not proof of cause; the sign of a currency move does not measure whether a sanction works."

    /// `RUB in USD`, `volatility of RUB in USD`, or a series' own name.
    private static func name(_ row: ComparisonRow) -> String {
        switch row.quantity {
        case .change: row.currency.isEmpty ? row.series : "\(row.currency) in \(row.numeraire)"
        case .volatility: "volatility of \(row.currency) in \(row.numeraire)"
        case .premium: "premium of \(row.currency)"
        case .difference: row.series
        }
    }

    private static func standing(_ row: ComparisonRow, _ test: WindowTest) -> String {
        let unit = row.place.isSlow ? "observation" : "day"
        let spans = row.window.count == 1 ? "\(unit)s" : "\(row.window.count)-\(unit) spans"
        let (rank, count) = row.headline.map { ($0.rank, $0.count) } ?? (test.rank ?? 0, test.placeboCount)
        guard count > 0 else { return "No earlier span is as long." }
        // No p can be smaller than one over all spans and the event itself.
        let bound = rank == 0 ? " (p at most \(Wording.chance(1 / Double(1 + count))))" : ""
        return "Moves this large, measured against the turbulence of their own time, were seen on \(rank) of "
            + "\(count) earlier \(spans)\(bound)."
    }

    private static func verdict(_ row: ComparisonRow) -> String {
        guard let multiplicity = row.multiplicity, let q = row.headlineQ else { return "cannot be judged" }
        let words = "q \(Wording.chance(q)) in a family of \(multiplicity.family)"
        return row.standsOut ? "stands out (\(words))" : "not distinguishable from ordinary movement (\(words))"
    }

    private static func windows(_ rows: [ComparisonRow]) -> String {
        let told = rows.map { row -> String in
            guard row.test != nil, let car = row.headline?.car ?? row.car else {
                return "\(row.window) \(row.reason)"
            }
            return "\(row.window) \(size(car, row.quantity))\(row.standsOut ? ", which stands out" : "")"
        }
        let none = rows.contains(where: \.standsOut) ? "" : "; none of these stands out"
        return "By window: \(told.joined(separator: "; "))\(none)."
    }

    private static func disagreement(_ main: ComparisonRow, _ other: ComparisonRow) -> String? {
        // Counted from the next day a window before the event holds the event.
        guard main.window.last >= 0, other.test != nil, let first = main.headline?.car ?? main.car,
            let second = other.headline?.car ?? other.car, let day = other.dayZero?.day
        else {
            return nil
        }
        guard (first < 0) != (second < 0) || main.standsOut != other.standsOut else { return nil }
        let verdict = other.standsOut ? "stands out" : "is not distinguishable from ordinary movement"
        return "Counted from \(day), the first rates after that date, the figure is \(size(second, main.quantity)) and "
            + "\(verdict): the two ways of dating the event disagree."
    }

    /// Many are counted, the first few named.
    private static func neighbours(_ ids: [String], of row: ComparisonRow) -> String {
        let most = 10
        let named = ids.isEmpty ? "" : " (\(Wording.list(ids, most: most)))"
        let reach = row.place.isSlow ? "in rows -1 to +4" : "within 5 days"
        return "Other tagged events \(reach): \(ids.count)\(named)."
    }

    /// A figure with its sign and unit.
    package static func size(_ value: Double, _ quantity: Quantity) -> String {
        switch quantity {
        case .change, .premium: "\(Wording.fixed(valueChange(value), 1)) %"
        case .volatility: "\(Wording.fixed(100 * value, 1)) %"
        case .difference: Wording.fixed(value, 2)
        }
    }
}

extension ComparisonRow {
    /// The row the words quote: the market model, or the mean where the currency has no usual link to the basket.
    static func quoted(_ rows: [ComparisonRow]) -> ComparisonRow? {
        let market = rows.first { $0.model == .market }
        let mean = rows.first { $0.model == .mean }
        if let market, market.test != nil, abs(market.fit?.tBeta ?? 0) >= 2 { return market }
        return mean ?? market
    }
}
