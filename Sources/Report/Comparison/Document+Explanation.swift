package import Compare
internal import Tables
package import Vocabulary

extension Document {
    /// Every row asked for, taken apart: name, value and formula in three columns.
    package static func explained(_ lines: [ExplainedLine], events: [NewsEvent]) -> Document {
        var document = Document(title: "How the figures come about", subtitle: "")
        var before: ExplainedLine?
        var rows: [[String]] = []
        func flush() {
            guard let before, !rows.isEmpty else { return }
            document.append(.table(table(before.step, rows)))
            rows = []
        }
        for line in lines {
            if before.map({ !$0.isSameRow(as: line) }) ?? true {
                flush()
                let title = events.first { $0.id == line.event }?.heading ?? line.event
                document.append(.heading(title))
                document.append(
                    .paragraph(
                        "\(line.series) in \(line.numeraire), \(line.model.rawValue) model, window \(line.window), "
                            + "rule after_fix \(line.afterFix)."))
            } else if before?.step != line.step {
                flush()
            }
            before = line
            // A percentage stands with its number; a bar or a sentence takes the place of the formula or follows it.
            let isShort = line.shown.count <= 12 && !line.formula.isEmpty
            let value = line.figure + (isShort && !line.shown.isEmpty ? "  \(line.shown)" : "")
            let formula = [line.formula, isShort ? "" : line.shown].filter { !$0.isEmpty }.joined(separator: ": ")
            rows.append(["  \(line.name)", value, formula])
        }
        flush()
        return document
    }

    /// In eighty columns: a long formula goes on below itself.
    private static func table(_ step: String, _ rows: [[String]]) -> Table {
        func widest(_ column: Int, _ head: String) -> Int {
            rows.reduce(displayWidth(head)) { max($0, displayWidth($1[column])) } + 2
        }
        let used = widest(0, step) + widest(1, "")
        let lines = rows.flatMap { row in
            wrapped(row[2], width: max(24, 80 - used)).enumerated().map { place, part in
                place == 0 ? [row[0], row[1], part] : ["", "", part]
            }
        }
        return Table(
            step, lines,
            [step, "", ""].enumerated().map { place, name in Column(name, .word) { .text($0[place]) } })
    }
}

extension ExplainedLine {
    fileprivate func isSameRow(as other: ExplainedLine) -> Bool {
        event == other.event && series == other.series && numeraire == other.numeraire && model == other.model
            && window == other.window && afterFix == other.afterFix
    }
}
