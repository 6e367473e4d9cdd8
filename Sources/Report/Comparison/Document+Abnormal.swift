package import Compare
internal import Tables

extension Document {
    /// The days around each event, a table for each series, numeraire, model and rule; returns in percent.
    package static func abnormal(_ rows: [AbnormalReturn]) -> Document {
        var document = Document(title: "The days around", subtitle: "")
        var rest = rows[...]
        while let first = rest.first {
            let own = rest.prefix { $0.isBeside(first) }
            rest = rest.dropFirst(own.count)
            let rule = first.afterFix == 1 ? ", from the day after" : ""
            let money = first.numeraire.isEmpty ? "" : " in \(first.numeraire)"
            document.append(
                .subheading("\(first.event): \(first.series)\(money), \(first.model.rawValue) model\(rule)"))
            document.append(
                .table(
                    Table(
                        "abnormal_returns", Array(own),
                        [
                            Column("row", .number) { .integer($0.offset) },
                            Column("day", .day) { .day($0.day) },
                            Column("r %", .number, decimals: 2) { .number(100 * $0.r) },
                            Column("AR %", .number, decimals: 2) { .number(100 * $0.ar) },
                            Column("t", .number, decimals: 1) { Cell($0.t) },
                            Column("p", .number, decimals: 3) { Cell($0.p) },
                            Column("", .word) { .text($0.flag) },
                        ])))
        }
        return document
    }
}

extension AbnormalReturn {
    fileprivate func isBeside(_ other: AbnormalReturn) -> Bool {
        event == other.event && series == other.series && numeraire == other.numeraire && model == other.model
            && afterFix == other.afterFix
    }
}
