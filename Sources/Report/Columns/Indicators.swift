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
                .text(value.series), .text(value.indicator), Cell(value.date), Cell(value.baseDate), Cell(value.value),
                .text(value.unit), Cell(value.observedOn), Cell(value.ageDays), Cell(value.knownOn),
                Cell(value.note.isEmpty ? nil : value.note),
            ]
            // Bounded: a volatility of thirty days rests on thirty-one figures, and its first and last tell them.
            let inputs = value.inputs.map { "\($0.series.text)@\($0.day)=\($0.printed?.description ?? "\($0.value)")" }
            return withInputs
                ? cells + [Cell(joined: inputs.count > 4 ? [inputs[0], "…", inputs[inputs.count - 1]] : inputs)] : cells
        }
        return table
    }
}
