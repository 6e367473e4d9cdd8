internal import Compare
internal import Vocabulary

/// The first sentence of a passage: what moved, by how much, and how much of it was to be expected.
struct Movement {
    private let row: ComparisonRow
    private let move: Double
    /// The abnormal part, and its 95 % range; all of one fit.
    private let abnormal: Double
    private let range: (Double, Double)
    private let fit: NormalFit

    init(_ row: ComparisonRow, move: Double, test: WindowTest, fit: NormalFit) {
        self.row = row
        self.move = move
        self.fit = fit
        abnormal = row.headline?.car ?? row.car ?? 0
        range = row.headline.map { ($0.lo, $0.hi) } ?? (test.loTurbulent, test.hiTurbulent)
    }

    var sentence: String {
        let range =
            "(95 % range \(ComparisonWords.size(range.0, row.quantity)) to \(ComparisonWords.size(range.1, row.quantity)))"
        let size = ComparisonWords.size(abs(abnormal), row.quantity)
        switch row.quantity {
        case .change:
            let subject = row.currency.isEmpty ? row.series : "The \(row.currency)"
            let against = row.currency.isEmpty ? "" : " against \(money)"
            let own = "\(subject) \(change(move))\(against) \(days)"
            let beyond = magnitude(abnormal)
            guard (move < 0) == (abnormal < 0) else {
                return "\(own); measured against \(link) it \(change(abnormal)) \(range)."
            }
            return "\(own), \(beyond) beyond \(link) \(range)."
        case .volatility:
            return "The moves of the \(row.currency) against \(money) add up to "
                + "\(Wording.fixed(100 * move, 1)) % \(days), \(size) \(abnormal < 0 ? "less" : "more") than \(link) "
                + "would lead to expect \(range)."
        case .premium:
            func moved(_ size: Double) -> String {
                "\(size < 0 ? "came closer to" : "moved away from") its official rate by \(magnitude(size))"
            }
            let own = "The street rate of the \(row.currency) \(moved(move)) \(days)"
            guard (move < 0) == (abnormal < 0) else {
                return "\(own); measured against \(link) it \(moved(abnormal)) \(range)."
            }
            return "\(own), \(magnitude(abnormal)) beyond \(link) \(range)."
        case .difference:
            return
                "\(row.series) changed by \(Wording.fixed(move, 2)) \(days), \(Wording.fixed(abnormal, 2)) beyond \(link) \(range)."
        }
    }

    private var link: String {
        if fit.model == .market { return "its usual link to \(fit.basketCount) other currencies" }
        return row.quantity == .change ? "its own average movement" : "its own average change"
    }

    private func change(_ logReturn: Double) -> String {
        let isMoney = !row.currency.isEmpty
        let verb = logReturn < 0 ? (isMoney ? "lost" : "fell by") : (isMoney ? "gained" : "rose by")
        return "\(verb) \(magnitude(logReturn))"
    }

    private func magnitude(_ logReturn: Double) -> String { "\(Wording.fixed(abs(valueChange(logReturn)), 1)) %" }

    private var days: String {
        let unit = row.place.isSlow ? "observation" : "trading day"
        let (window, day) = (row.window, row.dayZero.map { "\($0.day)" } ?? "day 0")
        guard window.first == 0 else {
            return
                "\(window.count == 1 ? "on the \(unit)" : "over the \(window.count) \(unit)s") \(window) around \(day)"
        }
        return (window.count == 1 ? "on the \(unit)" : "over the \(window.count) \(unit)s from") + " \(day)"
    }

    private var money: String {
        switch row.numeraire {
        case "USD": "the dollar"
        case "EUR": "the euro"
        default: "the \(row.numeraire)"
        }
    }
}
