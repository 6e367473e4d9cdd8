internal import Rates
internal import Vocabulary

/// What a formula found: a value or the reason for none, and what it rests on.
package struct Finding: Sendable {
    var value: Double?
    /// The answer of an indicator that says yes or no; `value` is then 1 or 0.
    var flag: Bool?
    var note = ""
    /// Where the finding has a date of its own.
    var date: Day?
    var baseDate: Day?
    var inputs: [IndicatorInput] = []
    /// How many observations between the first and the last of `inputs` count as well.
    var between = 0
    /// From this day on every observation counts, not only those in `inputs`.
    var since: Day?
    /// What the value is of, where that is not the series itself.
    var series: String?

    static func none(_ reason: String) -> Finding { Finding(value: nil, note: reason) }

    static func truth(_ flag: Bool, note: String = "", inputs: [IndicatorInput] = []) -> Finding {
        Finding(value: flag ? 1 : 0, flag: flag, note: note, inputs: inputs)
    }
}

/// Phrases of the `note` column.
enum Note {
    static let notPositive = "a value is not above zero"

    static func joined(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: "; ") }

    /// `1 day old`, `3 days old`.
    static func age(_ days: Int) -> String { Wording.count(days, "day") + " old" }

    /// At most three decimals: notes are read, the value column is computed with.
    static func number(_ value: Double) -> String {
        Wording.short(value, decimals: 3, grouped: false)
    }
}

/// A threshold that is met by equality: 1.43 over 1.1 is 30 % more, though its double falls a hair short.
enum Threshold {
    /// Far below what printed quotes resolve, far above what rounding leaves.
    private static let slack = 1e-9

    static func reaches(_ value: Double, _ threshold: Double) -> Bool { value >= threshold - slack }

    static func exceeds(_ value: Double, _ threshold: Double) -> Bool { value > threshold + 1e-12 }
}

extension Finding {
    /// Suspect values that would have answered a lookup, or would have stood in the window that the figure is computed over.
    func suspectsLeftOut(of series: [DatedSeries], upTo day: Day?) -> Int {
        let published = series.flatMap { $0.legs.isEmpty ? [$0] : $0.legs.filter { !$0.suspects.isEmpty } }
        return published.reduce(0) { count, one in
            guard !one.suspects.isEmpty else { return count }
            return count
                + one.suspects.count { suspect in
                    if let since, let day, suspect.day >= since, suspect.day <= day { return true }
                    return inputs.contains {
                        guard $0.series == one.key, let asked = $0.asOf else { return false }
                        return suspect.day > $0.day && suspect.day <= asked
                    }
                }
        }
    }
}
