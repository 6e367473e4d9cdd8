internal import Compare
internal import Configuration
package import Findings
package import Vocabulary

/// A week, a day or a range as a report: everything the written one holds.
///
/// The same ledger, configuration and arguments make the same bytes: no line depends on the clock but whether a feed is
/// stale. Its moment is the last at which the ledger learned or tried anything.
package struct PeriodReport {
    package let findings: PeriodFindings
    /// In the order in which they are read.
    let sections: [any ReportSection]
    /// What moved most.
    package let headline: String

    package init(_ findings: PeriodFindings) throws {
        self.findings = findings
        let summary = SummarySection(
            context: findings.context, rates: findings.rates, lists: findings.lists, events: findings.periodEvents,
            comparison: findings.comparisonRows, window: findings.comparison.windows.first, health: findings.health)
        headline = summary.headline
        sections = try PeriodReport.sections(findings, summary)
    }

    package var period: ReportPeriod { findings.context.period }
    package var scope: ReportScope { findings.context.scope }
    package var moment: Instant { findings.context.moment }

    package func document() throws -> Document {
        var document = Document(
            title: "bellwether \(period.title)\(scope.title)", subtitle: "\(period.text), as known at \(moment).")
        document.blocks = try sections.flatMap { try $0.blocks }
        return document
    }

    /// The CSV files, in the order in which the manifest names them.
    package var files: [ReportFile] {
        let all = sections.flatMap(\.files)
        let order = [
            "indicators", "changes", "events", "comparison", "sources", "revisions", "claims", "names", "alarms",
            "pools",
        ]
        return order.compactMap { name in all.first { $0.name == name } } + all.filter { !order.contains($0.name) }
    }

    /// What is new, what to know and what to distrust come first. To add a section, put it here.
    private static func sections(
        _ findings: PeriodFindings, _ summary: SummarySection
    ) throws -> [any ReportSection] {
        let (context, lists, events) = (findings.context, findings.lists, findings.events)
        return [
            DifferenceSection(context: context, difference: findings.difference, lists: lists),
            summary,
            HealthSection(
                context: context, today: findings.today, health: findings.health, events: findings.periodEvents,
                findings: try findings.warnings()),
            AlarmsSection(context: context, alarms: findings.alarms, unknownRules: findings.unknownRules),
            RatesSection(
                context: context, rates: findings.rates,
                charts: CountryCharts(context: context, lists: lists, events: findings.yearEvents),
                others: findings.designations),
            ListsSection(context: context, lists: lists, net: findings.net),
            EventsSection(context: context, events: events),
            ComparisonSection(
                context: context, events: events, compared: findings.comparison.events, rows: findings.comparisonRows,
                uncompared: findings.uncompared, headline: findings.comparison.windows.first),
            PoolsSection(context: context, rows: try findings.pools()),
            ClaimsSection(context: context, claims: findings.claims),
            NamesSection(context: context, screening: findings.screening, lists: lists),
            SourcesSection(context: context, feeds: findings.settings.feeds, health: findings.health),
            MethodSection(context: context),
        ]
    }
}
