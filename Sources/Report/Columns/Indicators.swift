package import Indicators
package import Tables
internal import Vocabulary

extension Table {
    /// The columns of `indicators`; programs get the figures that each value rests on as well.
    package static func indicators(_ values: [IndicatorValue]) -> Table {
        Table(
            "indicators", values,
            [
                Column("series", .word) { .text($0.series) },
                Column("indicator", .word) { .text($0.indicator) },
                Column("date", .day) { Cell($0.date) },
                Column("base_date", .day) { Cell($0.baseDate) },
                Column("value", .number) { $0.flag.map(Cell.boolean) ?? Cell($0.value, decimals: decimals($0)) },
                Column("unit", .word) { .text($0.unit) },
                Column("observed_on", .day) { Cell($0.observedOn) },
                Column("age_days", .number) { Cell($0.ageDays) },
                Column("known_on", .day) { Cell($0.knownOn) },
                Column("note") { Cell(filled: $0.note) },
                Column("inputs", .word, for: .programs) { Cell(joined: words($0)) },
            ])
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
