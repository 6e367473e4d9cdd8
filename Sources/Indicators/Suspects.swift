internal import Vocabulary

/// How many printed values that nothing confirms were passed over on the way to an answer.
package enum Suspects {
    /// Those that would have answered a lookup, or would have stood in the window that a figure is computed over.
    static func leftOut(_ finding: Finding, _ series: [DatedSeries], upTo day: Day?) -> Int {
        let published = series.flatMap { $0.legs.isEmpty ? [$0] : $0.legs.filter { !$0.suspects.isEmpty } }
        return published.reduce(0) { count, one in
            guard !one.suspects.isEmpty else { return count }
            return count
                + one.suspects.count { suspect in
                    if let since = finding.since, let day, suspect.day >= since, suspect.day <= day { return true }
                    return finding.inputs.contains {
                        guard $0.series == one.key, let asked = $0.asOf else { return false }
                        return suspect.day > $0.day && suspect.day <= asked
                    }
                }
        }
    }

    package static func words(_ count: Int) -> String {
        count == 0 ? "" : Wording.count(count, "suspect value") + " left out"
    }
}
