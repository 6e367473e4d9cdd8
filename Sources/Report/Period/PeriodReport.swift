internal import Archive
internal import Compare
internal import Configuration
internal import Lists
package import Operations
internal import Rates
package import Store
internal import Vocabulary

/// A week, a day or a range of a workspace: everything the written report holds, gathered once.
///
/// The same ledger, configuration and arguments make the same bytes: no line depends on the clock but whether a feed is
/// stale. Its moment is the last at which the ledger learned or tried anything. As long as it is kept, no one can write.
package struct PeriodReport {
    package let period: ReportPeriod
    package let scope: ReportScope
    let moment: Instant
    /// In the order in which they are read.
    let sections: [any ReportSection]
    /// What moved most.
    let headline: String
    /// The runs behind every figure.
    let runs: [Run]
    /// The files that it was made by.
    let configuration: [(name: String, bytes: [UInt8])]
    /// A source failed, was held back or went stale, or nothing was ever obtained: the command ends with exit code 3.
    package let hasTrouble: Bool
    private let facts: ReportFacts

    /// - Parameter known: the report as it could have been written then.
    package init(_ workspace: Workspace, _ period: ReportPeriod, _ scope: ReportScope, known: KnownOn) throws {
        facts = try ReportFacts(workspace, period, scope, known: known)
        self.period = period
        self.scope = scope
        moment = facts.context.moment
        sections = try facts.sections()
        headline = facts.summary.headline
        runs = try facts.runs()
        configuration = try facts.configuration()
        hasTrouble = facts.hasTrouble
    }

    package func document() throws -> Document {
        var document = Document(
            title: "bellwether \(period.title)\(scope.title)", subtitle: "\(period.text), as known at \(moment).")
        document.blocks = try sections.flatMap { try $0.blocks }
        return document
    }

    /// The CSV files, in the order in which the manifest names them.
    var files: [ReportFile] {
        let all = sections.flatMap(\.files)
        let order = [
            "indicators", "changes", "events", "comparison", "sources", "revisions", "claims", "names", "alarms",
            "pools",
        ]
        return order.compactMap { name in all.first { $0.name == name } } + all.filter { !order.contains($0.name) }
    }
}
