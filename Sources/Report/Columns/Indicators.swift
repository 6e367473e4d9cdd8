package import Indicators
package import Tables
internal import Vocabulary

extension Table {
    /// The columns of `indicators`, with the figures that each value rests on.
    package static func indicators(_ values: [IndicatorValue], withInputs: Bool = true) -> Table {
        var table = Table(
            "indicators",
            columns: [
                .init("series", .word), .init("indicator", .word), .init("date", .day), .init("base_date", .day),
                .init("value", .number), .init("unit", .word), .init("observed_on", .day), .init("age_days", .number),
                .init("known_on", .day), .init("note"),
            ] + (withInputs ? [.init("inputs", .word)] : []))
        table.rows = values.map { value in
            let cells: [Cell] = [
                .text(value.series), .text(value.indicator), Cell(value.date), Cell(value.baseDate),
                value.flag.map(Cell.boolean) ?? Cell(value.value, decimals: decimals(value)),
                .text(value.unit), Cell(value.observedOn), Cell(value.ageDays), Cell(value.knownOn),
                Cell(value.note.isEmpty ? nil : value.note),
            ]
            return withInputs ? cells + [Cell(joined: words(value))] : cells
        }
        return table
    }

    /// As many as the publisher printed of a figure that is one, two of a percentage; nil: as a computed figure needs.
    private static func decimals(_ value: IndicatorValue) -> Int? {
        if value.inputs.count == 1, let printed = value.inputs[0].printed, printed.value == value.value {
            return Int(printed.decimals)
        }
        return value.unit.hasPrefix("percent") ? 2 : nil
    }

    /// `EUR/RUB:reference:ecb@2022-03-01=117.201 age=5 run=…`; `value=` is added where a unit was divided out of what was
    /// printed. A window is told by its ends and how many observations lie between them.
    private static func words(_ value: IndicatorValue) -> [String] {
        var words = value.inputs.map { input in
            "\(input.series.text)@\(input.day)=\(input.printed?.description ?? "\(input.value)")"
                + (input.printed.map { $0.value == input.value } ?? true ? "" : " value=\(input.value)")
                + (input.asOf == nil ? "" : " age=\(input.ageDays)") + " run=\(input.run)"
        }
        if value.inputsBetween > 0 { words.insert("… \(value.inputsBetween) between …", at: words.count / 2) }
        return words
    }
}
