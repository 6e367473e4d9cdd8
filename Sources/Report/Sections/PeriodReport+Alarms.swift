internal import Configuration
internal import Operations
internal import Tables
internal import Vocabulary

extension PeriodReport {
    /// Watching rules that fired in the period or still hold.
    func appendAlarms(to document: inout Document) {
        guard !scope.watch.rules.isEmpty else { return }
        document.append(.heading("Watching rules"))
        if alarms.isEmpty {
            document.append(
                .paragraph(
                    "None of the \(Wording.count(scope.watch.rules.count, "rule", "rules")) of watch.toml held."))
        }
        for alarm in alarms {
            let state = alarm.isStanding ? "" : " It has cleared since."
            let since = alarm.since.map { "from \($0)" } ?? "held already before"
            document.append(.alert("\(alarm.rule.id), \(since): \(alarm.finding.sentence).\(state)"))
        }
        for (rule, reason) in unknownRules {
            document.append(.item("\(rule.id) cannot be judged at the end of the \(period.noun): \(reason)."))
        }
    }

    /// alarms.csv
    func alarmsTable() -> Table {
        let rows =
            alarms.map { AlarmRow(rule: $0.rule.id, alarm: $0, reason: "") }
            + unknownRules.map { AlarmRow(rule: $0.rule.id, alarm: nil, reason: $0.reason) }
        return Table(
            "alarms", rows,
            [
                Column("rule", .word) { .text($0.rule) },
                Column("since", .day) { Cell($0.alarm?.since) },
                Column("standing", .boolean) { Cell($0.alarm?.isStanding) },
                Column("value", .number) { Cell($0.alarm?.finding.value) },
                Column("unit", .word) { Cell($0.alarm?.finding.unit) },
                Column("finding") { .text($0.alarm?.finding.sentence ?? "cannot be judged: \($0.reason)") },
            ])
    }
}

/// A rule that fired, or one that cannot be judged, and why.
private struct AlarmRow: Sendable {
    var rule: String
    var alarm: Alarm?
    var reason: String
}
