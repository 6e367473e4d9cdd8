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
        Table(
            "alarms",
            columns: [
                .init("rule", .word), .init("since", .day), .init("standing", .boolean), .init("value", .number),
                .init("unit", .word), .init("finding"),
            ],
            rows: alarms.map { alarm -> [Cell] in
                [
                    .text(alarm.rule.id), Cell(alarm.since), .boolean(alarm.isStanding), .number(alarm.finding.value),
                    .text(alarm.finding.unit), .text(alarm.finding.sentence),
                ]
            }
                + unknownRules.map { rule, reason in
                    [.text(rule.id), .none, .none, .none, .none, .text("cannot be judged: \(reason)")]
                })
    }
}
