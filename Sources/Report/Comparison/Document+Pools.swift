package import Compare
internal import Tables
internal import Vocabulary

extension Document {
    /// One passage per pool: its first window at length, the others named beside it; pools too small are listed.
    ///
    /// - Parameter least: how many entries a test needs.
    package static func pools(_ rows: [PoolRow], least: Int) -> Document {
        var document = Document(title: "Tags, and what moved beside their events", subtitle: "")
        document.append(.paragraph(ComparisonWords.caution))
        var order: [String] = []
        var groups: [String: [PoolRow]] = [:]
        for row in rows {
            let name = row.name
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(row)
        }
        func isStronger(_ a: String, _ b: String) -> Bool {
            let (x, y) = (groups[a]?.first, groups[b]?.first)
            return (x?.q ?? 2, a) < (y?.q ?? 2, b)
        }
        for name in order.sorted(by: isStronger) {
            guard let rows = groups[name], let first = rows.first else { continue }
            document.append(.subheading(name))
            document.append(.verdict(first.verdict(least: least)))
            if first.figures != nil {
                document.append(.paragraph(([first.sentence] + others(rows)).joined(separator: " ")))
            }
            if first.figures == nil {
                for entry in first.entries {
                    let size = ComparisonWords.size(entry.car, first.quantity)
                    document.append(.item("\(entry.event): \(entry.series) \(size) from \(entry.day)"))
                }
            }
        }
        return document
    }

    private static func others(_ rows: [PoolRow]) -> [String] {
        let told = rows.dropFirst().map { row in
            guard let figures = row.figures else { return "\(row.window) \(row.entries.count) entries, too few" }
            let t = figures.kolariPynnonen.map { ", t \(Wording.fixed($0, 2))" } ?? ""
            return "\(row.window) \(ComparisonWords.size(figures.caar, row.quantity))\(t)"
                + (row.standsOut ? ", which stands out" : "")
        }
        return told.isEmpty ? [] : ["By window: \(told.joined(separator: "; "))."]
    }
}

extension PoolRow {
    fileprivate var name: String {
        let kind = [direction, measure, stage].filter { !$0.isEmpty }.joined(separator: ", ")
        let rule = afterFix == 1 ? ", from the day after" : ""
        let what = quantity == .change ? "" : "\(quantity.rawValue), "
        let money = numeraire.isEmpty ? "" : "in \(numeraire), "
        return "\(tag)\(kind.isEmpty ? "" : " (\(kind))"), \(what)\(money)\(model.rawValue) model\(rule)"
    }

    fileprivate func verdict(least: Int) -> String {
        guard let figures else {
            return entries.isEmpty
                ? "cannot be judged: no event with a whole window"
                : "cannot be judged: \(Wording.count(entries.count, "entry", "entries")), and \(least) are needed; listed only"
        }
        guard let q else { return "cannot be judged: the events' figures do not differ" }
        let words =
            "q \(Wording.chance(q)) in a family of \(family ?? 1), sign flips p \(Wording.chance(figures.signFlipP))"
        return standsOut ? "stands out (\(words))" : "not distinguishable from ordinary movement (\(words))"
    }

    fileprivate var sentence: String {
        guard let figures else { return "" }
        let span = window.count == 1 ? "row \(window)" : "the \(window.count) rows \(window)"
        let link = model == .market ? "their usual link to the basket" : "their own average movement"
        func number(_ value: Double?) -> String { value.map { Wording.fixed($0, 2) } ?? "withheld" }
        let moved =
            quantity == .change
            ? "the currencies \(figures.caar < 0 ? "lost" : "gained") \(Wording.percent(abs(valueChange(figures.caar)))) on average"
            : "the figures were \(ComparisonWords.size(figures.caar, quantity)) on average"
        return
            "Over \(span) of \(entries.count) entries (series and day 0) on \(Wording.count(dates, "date", "dates")) "
            + "\(moved) beyond \(link); "
            + "\(figures.positive) of \(entries.count) \(quantity == .change ? "rose" : "lay above it"), where \(Wording.fixed(figures.positiveShare * Double(entries.count), 1)) "
            + "were to be expected. Kolari-Pynnonen t \(number(figures.kolariPynnonen)) "
            + "(mean correlation \(Wording.fixed(figures.rbar, 3))), Corrado rank z \(number(figures.corrado)), sign z "
            + "\(number(figures.sign)). For comparison only, tests that take events as independent: BMP t \(number(figures.bmp)), "
            + "Patell z \(number(figures.patell))."
    }
}
