internal import Vocabulary

/// What a comparison found, in sentences: coincidence in time, never cause.
package enum ComparisonWords {
    /// One paragraph per series, numeraire and window of the rows, in their order; give the rows of one event.
    ///
    /// - Parameter withCaution: false where the caution stands once beside many paragraphs.
    package static func paragraphs(_ rows: [ComparisonRow], withCaution: Bool = true) -> [String] {
        var order: [Topic] = []
        var topics: [Topic: [ComparisonRow]] = [:]
        for row in rows {
            let topic = Topic(series: row.series, currency: row.currency, numeraire: row.numeraire, window: row.window)
            if topics[topic] == nil { order.append(topic) }
            topics[topic, default: []].append(row)
        }
        return order.compactMap { topics[$0].flatMap { paragraph($0, withCaution: withCaution) } }
    }

    private struct Topic: Hashable {
        var series: String
        var currency: String
        var numeraire: String
        var window: EventWindow
    }

    /// Rows of one topic: up to two rules, each with its models.
    private static func paragraph(_ rows: [ComparisonRow], withCaution: Bool) -> String? {
        let rules = Set(rows.map(\.afterFix)).sorted()
        let quoted = rules.compactMap { rule in ComparisonRow.quoted(rows.filter { $0.afterFix == rule }) }
        guard let main = quoted.first else { return nil }
        guard let test = main.test, let car = main.car, let move = main.move, let fit = main.fit else {
            return [withheld(main), provenance(main)].joined(separator: " ")
        }
        var sentences = [
            moved(main, move: move, car: car, test: test, fit: fit), standing(main, test), verdict(main),
        ]
        if main.status == .gap { sentences.append("The window holds a return over more than five calendar days.") }
        if quoted.count > 1, let other = disagreement(main, quoted[1]) { sentences.append(other) }
        let ids = main.confounders.isEmpty ? "" : " (\(main.confounders.joined(separator: ", ")))"
        sentences.append("Other tagged events within 5 days: \(main.confounders.count)\(ids).")
        if withCaution { sentences.append(caution) }
        sentences.append(provenance(main))
        return sentences.joined(separator: " ")
    }

    /// What no reader of a comparison may forget.
    package static let caution =
        "This is coincidence in time, not proof of cause; the sign of a currency move does not measure whether a sanction works."

    private static func moved(
        _ row: ComparisonRow, move: Double, car: Double, test: WindowTest, fit: NormalFit
    ) -> String {
        let days = row.window.count == 1 ? "on the trading day" : "over the \(row.window.count) trading days from"
        let link =
            fit.model == .market ? "its usual link to \(fit.basketCount) other currencies" : "its own average movement"
        let (lo, hi) = row.headline.map { ($0.lo, $0.hi) } ?? (test.loTurbulent, test.hiTurbulent)
        let range = "(95 % range \(fixed(valueChange(lo), 1)) % to \(fixed(valueChange(hi), 1)) %)"
        // The figure and its range rest on the same fit.
        let car = row.headline?.car ?? car
        let start =
            row.window.first == 0
            ? row.dayZero.map { $0.day.description }
            : row.dayZero.map {
                "row \(row.window.first) around \($0.day)"
            }
        let own = "The \(row.currency) \(change(move)) against \(money(row.numeraire)) \(days) \(start ?? "day 0")"
        let size = fixed(abs(valueChange(car)), 1)
        if (move < 0) == (car < 0) { return "\(own), \(size) % beyond \(link) \(range)." }
        return "\(own); measured against \(link) it \(change(car)) \(range)."
    }

    private static func change(_ logReturn: Double) -> String {
        "\(logReturn < 0 ? "lost" : "gained") \(fixed(abs(valueChange(logReturn)), 1)) %"
    }

    private static func money(_ code: String) -> String {
        switch code {
        case "USD": "the dollar"
        case "EUR": "the euro"
        default: "the \(code)"
        }
    }

    private static func standing(_ row: ComparisonRow, _ test: WindowTest) -> String {
        let spans = row.window.count == 1 ? "days" : "\(row.window.count)-day spans"
        let (rank, count) = row.headline.map { ($0.rank, $0.count) } ?? (test.rank, test.placeboCount)
        return "Moves this large, measured against the turbulence of their own time, were seen on \(rank) of "
            + "\(count) earlier \(spans)."
    }

    private static func verdict(_ row: ComparisonRow) -> String {
        guard let multiplicity = row.multiplicity, let q = row.headlineQ else { return "" }
        let words = "q \(chance(q)) in a family of \(multiplicity.family)"
        return row.standsOut
            ? "It stands out (\(words))."
            : "It is not distinguishable from ordinary movement (\(words))."
    }

    private static func disagreement(_ main: ComparisonRow, _ other: ComparisonRow) -> String? {
        guard other.test != nil, let first = main.headline?.car ?? main.car,
            let second = other.headline?.car ?? other.car, let day = other.dayZero?.day
        else {
            return nil
        }
        guard (first < 0) != (second < 0) || main.standsOut != other.standsOut else { return nil }
        let verdict = other.standsOut ? "stands out" : "is not distinguishable from ordinary movement"
        return
            "Counted from \(day), the first rates after that date, the figure is \(fixed(valueChange(second), 1)) % and \(verdict): "
            + "the two ways of dating the event disagree."
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
