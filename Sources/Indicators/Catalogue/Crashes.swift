internal import Vocabulary

extension Indicator {
    static let frankelRose = accelerating(
        "crash_frankel_rose",
        "A currency crash: the rate rose 25 % in a year, 10 points more than the year before (Frankel and Rose 1996).",
        least: 25)

    static let reinhartRogoff = Indicator(
        "crash_reinhart_rogoff", "A currency crash: the rate rose 15 % in a year (IMF WP/13/28).",
        formula: "d12 >= min_pct = 15", unit: Crash.unit, parameters: [Crash.minimum(15)],
        .figure { series, context in
            let least = try context.settings.notNegative("min_pct") ?? 15
            let year = TwelveMonths(series, context)
            return { index, day in
                switch year.rise(at: index, asOf: day) {
                case .none(let reason): return Finding(value: nil, note: reason, baseDate: year.before(day))
                case .found(let rise, let note, let inputs):
                    var finding = Finding.truth(
                        Threshold.reaches(rise, least), note: Note.joined("d12 \(Note.number(rise)) %", note),
                        inputs: inputs)
                    finding.baseDate = year.before(day)
                    return finding
                }
            }
        })

    static let laevenValencia = accelerating(
        "crash_laeven_valencia",
        "A currency crash: the rate rose 30 % in a year, 10 points more than the year before (Laeven and Valencia).",
        least: 30)

    private static func accelerating(_ id: String, _ help: String, least: Double) -> Indicator {
        Indicator(
            id, help, formula: "d12 >= min_pct = \(Int(least)) and d12 - d12 a year before >= min_accel_pp = 10",
            unit: Crash.unit, parameters: [Crash.minimum(Int(least)), Crash.acceleration],
            .figure { series, context in
                let least = try context.settings.notNegative("min_pct") ?? least
                let acceleration = try context.settings.notNegative("min_accel_pp") ?? 10
                let year = TwelveMonths(series, context)
                return { index, day in
                    let before = year.before(day)
                    guard case .found(let rise, let note, let inputs) = year.rise(at: index, asOf: day) else {
                        return Crash.none(year.rise(at: index, asOf: day), base: before)
                    }
                    // The year before begins two years back; without it nobody can say whether the fall quickened.
                    guard case .found(let earlier, let earlierNote, let earlierInputs) = year.rise(asOf: before) else {
                        return Crash.none(year.rise(asOf: before), base: before, which: "the year before: ")
                    }
                    var finding = Finding.truth(
                        Threshold.reaches(rise, least) && Threshold.reaches(rise - earlier, acceleration),
                        note: Note.joined(
                            "d12 \(Note.number(rise)) %, a year before \(Note.number(earlier)) %", note,
                            earlierNote.isEmpty ? "" : "the year before: \(earlierNote)"),
                        inputs: earlierInputs.filter { !inputs.contains($0) } + inputs)
                    finding.baseDate = before
                    return finding
                }
            })
    }
}

private enum Crash {
    static let unit = "true or false"

    static func minimum(_ value: Int) -> IndicatorParameter {
        IndicatorParameter(
            name: "min_pct", help: "the least rise of the rate over 12 months, percent; default \(value)")
    }

    static let acceleration = IndicatorParameter(
        name: "min_accel_pp", help: "the least rise beyond that of the year before, percentage points; default 10")

    static func none(_ rise: TwelveMonths.Rise, base: Day, which: String = "") -> Finding {
        guard case .none(let reason) = rise else { return .none("") }
        return Finding(value: nil, note: which + reason, baseDate: base)
    }
}
