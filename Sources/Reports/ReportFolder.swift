internal import Configuration
internal import FileSystem
package import Findings
internal import Formats
internal import Report
internal import Store
internal import Tables
package import Vocabulary
package import Workspaces

/// A report of a workspace as a folder of files. They are written beside their place and the two folders exchanged: until
/// then the old report is whole.
///
/// As long as it is kept, no one can write to the ledger.
package struct ReportFolder {
    private let report: PeriodReport
    private let program: String
    /// The files that the report was made by.
    private let configuration: [(name: String, bytes: [UInt8])]

    /// - Parameters:
    ///   - known: the report as it could have been written then.
    ///   - program: name and version, for the manifest.
    package init(
        _ workspace: Workspace, _ period: ReportPeriod, _ scope: ReportScope, known: KnownOn, program: String
    ) throws {
        self.program = program
        let ledger = try workspace.ledgerOrEmpty()
        // Its parts must not be of two states, and a hundred thousand questions need not lock a file each.
        try ledger.freeze()
        let end = Instant(seconds: min(known.lastSecond, workspace.now.seconds))
        let findings = try PeriodFindings(
            workspace.settings, ledger, period: period, scope: scope,
            health: FeedHealth.all(try workspace.records(ledger, at: end), at: end),
            rules: { NewsRules.check(root: workspace.root).value }, known: KnownOn(lastSecond: end.seconds))
        report = try PeriodReport(findings)
        let rules =
            try findings.readsNews ? NewsRules.names.map { ($0, try Files.read("\(workspace.root)/\($0)")) } : []
        configuration = workspace.settings.files.map { ($0.name, $0.bytes) } + rules
    }

    /// The folder's name within the folder of reports.
    package var name: String { report.period.name + report.scope.suffix }

    /// A source failed, was held back or went stale, or nothing was ever obtained: the command ends with exit code 3.
    package var hasTrouble: Bool { report.findings.hasTrouble }

    /// What was written.
    package struct Written: Sendable {
        /// In the order in which a person reads them.
        package var names: [String]
        /// summary.txt
        package var summary: String
        package var title: String
    }

    /// - Parameter parent: the folder of reports, with an index of all of them.
    package func write(in parent: String) throws -> Written {
        let document = try report.document()
        let summary = try document.text()
        let footer = "Made by \(program) from what was known at \(report.moment)."
        var files: [(name: String, bytes: [UInt8])] = [
            ("summary.txt", Array(summary.utf8)),
            ("report.html", Array(try Page(document, footer: footer).html(styleDigest: PageStyle.digest()).utf8)),
        ]
        for file in report.files { files.append(("\(file.name).csv", file.table.bytes(as: .csv))) }
        let manifest = Manifest(
            week: report.period.name, firstDay: report.period.first.description,
            lastDay: report.period.last.description, knownOn: report.moment.description, program: program,
            title: document.title, headline: report.headline, country: report.scope.country,
            configuration: try configuration.map {
                .init(name: $0.name, sha256: try Digest.hex($0.bytes), bytes: $0.bytes.count)
            }, snapshots: try report.findings.runs().compactMap(Manifest.Snapshot.init),
            files: try files.map { .init(name: $0.name, sha256: try Digest.hex($0.bytes), bytes: $0.bytes.count) })
        files.append(("manifest.json", try manifest.json()))
        try Files.makeFolder(parent)
        try Files.replaceFolder("\(parent)/\(name)", with: files)
        try ReportIndex(parent).write(program: program)
        return Written(names: files.map(\.name), summary: summary, title: document.title)
    }
}

extension PageStyle {
    /// The SHA-256 of the style sheet, which the page's policy admits by it.
    static func digest() throws -> [UInt8] { try Digest.sha256(Array(css.utf8).span) }
}
