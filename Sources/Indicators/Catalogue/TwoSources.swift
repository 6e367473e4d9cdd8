internal import Glibc
internal import Rates
internal import Vocabulary

extension Indicator {
    static let sourceRatio = Indicator(
        "source_ratio",
        "One pair from two sources: A over B per common day, or as of a day; warns of a change of unit.",
        formula: "A/B as printed", unit: "ratio", readsPrinted: true,
        .joint(count: 2) { series, context in
            let (a, b) = (series[0], series[1])
            try RatePair.checkSamePair(a, b, for: "source_ratio")
            let isAsOf = context.question.on != nil
            return { index, day in
                switch b.asOf(day, maximumAge: isAsOf ? context.maximumAge : 0) {
                case .none(let reason): return isAsOf ? .none("\(b.key): \(reason)") : nil
                case .found(let at, let age):
                    let (above, below) = (a.points[index].value, b.points[at].value)
                    guard above > 0, below > 0 else { return .none(Note.notPositive) }
                    let own = day - a.points[index].day
                    return Finding(
                        value: above / below,
                        note: Note.joined(
                            "over \(b.key)", UnitAlarm.words(above / below), own == 0 ? "" : "A \(Note.age(own))",
                            age == 0 ? "" : "B \(Note.age(age))"),
                        inputs: a.inputs(at: index, asOf: day) + b.inputs(at: at, asOf: day))
                }
            }
        })

    static let regimeSwitch = Indicator(
        "regime_switch", "The dates on which a source steps onto the level of another, and so onto its kind of rate.",
        formula: "|ln(A_t/A_t-1)| > 0.2, and A/B goes from beyond 20 % off 1 to within, or back", unit: "log",
        readsPrinted: true,
        .findings(count: 2) { series, context in
            let (a, b) = (series[0], series[1])
            try RatePair.checkSamePair(a, b, for: "regime_switch")
            func ratio(_ index: Int) -> (value: Double, at: Int)? {
                guard case .found(let at, _) = b.asOf(a.points[index].day, maximumAge: context.maximumAge),
                    a.points[index].value > 0, b.points[at].value > 0
                else { return nil }
                return (a.points[index].value / b.points[at].value, at)
            }
            return a.points.indices.dropFirst().compactMap { index in
                let step = Step.between(a, index - 1, index)
                guard abs(step) > 0.2, let before = ratio(index - 1), let after = ratio(index) else { return nil }
                let (was, now) = (isLevel(before.value), isLevel(after.value))
                guard was != now else { return nil }
                var finding = Step.finding(a, index, step)
                finding.note = Note.joined(
                    "\(now ? "moved onto" : "left") the level of \(b.key) (\(b.key.kind)): ratio "
                        + "\(Note.significant(before.value)) to \(Note.significant(after.value))",
                    UnitAlarm.words(now ? before.value : after.value), finding.note)
                finding.inputs += b.inputs(at: before.at) + (after.at == before.at ? [] : b.inputs(at: after.at))
                return finding
            }
        })

    /// About 1: within 20 %.
    private static func isLevel(_ ratio: Double) -> Bool { abs(ratio - 1) <= 0.2 }
}

/// Two sources of one pair that differ by a power of ten print different units.
enum UnitAlarm {
    /// Empty where the ratio is not within a factor 1.25 of a power of ten other than 1.
    static func words(_ ratio: Double) -> String {
        let exponent = log10(ratio)
        let nearest = exponent.rounded()
        guard nearest != 0, abs(exponent - nearest) <= log10(1.25) + 1e-12 else { return "" }
        return "unit alarm: near a factor of \(Note.significant(pow(10, nearest)))"
    }
}

extension Note {
    /// Four significant digits: a ratio of 0.0257 and one of 31.2 say the same much.
    static func significant(_ value: Double) -> String {
        Wording.short(value, significant: 4, grouped: false)
    }
}
