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
                        "abnormal_returns",
                        columns: [
                            .init("row", .number), .init("day", .day), .init("r %", .number, decimals: 2),
                            .init("AR %", .number, decimals: 2), .init("t", .number, decimals: 1),
                            .init("p", .number, decimals: 3), .init("", .word),
                        ],
                        rows: own.map { row in
                            [
                                .integer(row.offset), .day(row.day), .number(100 * row.r), .number(100 * row.ar),
                                Cell(row.t),
                                Cell(row.p), .text(row.flag),
                            ]
                        })))
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
