internal import Configuration
internal import Findings
internal import Tables
internal import Vocabulary

/// Watching rules that fired in the period or still hold.
struct AlarmsSection: ReportSection {
    let context: ReportContext
    let alarms: [Alarm]
    /// Rules of which the end of the period says nothing, and why.
    let unknownRules: [(rule: WatchRule, reason: String)]

    var files: [ReportFile] { [ReportFile("alarms", table)] }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        guard !context.scope.watch.rules.isEmpty else { return blocks }
        blocks.append(.heading("Watching rules"))
        if alarms.isEmpty {
            blocks.append(
                .paragraph(
                    "None of the \(Wording.count(context.scope.watch.rules.count, "rule", "rules")) of watch.toml held."
                ))
        }
        for alarm in alarms {
            let state = alarm.isStanding ? "" : " It has cleared since."
            let since = alarm.since.map { "from \($0)" } ?? "held already before"
            blocks.append(.alert("\(alarm.rule.id), \(since): \(alarm.finding.sentence).\(state)"))
        }
        for (rule, reason) in unknownRules {
            blocks.append(.item("\(rule.id) cannot be judged at the end of the \(context.period.noun): \(reason)."))
        }
        return blocks
    }

    private var table: Table {
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
