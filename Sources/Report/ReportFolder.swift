internal import Archive
internal import Formats
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

/// Writes a report's files: each replaces its predecessor whole, so that a full disk leaves the old report.
package struct ReportFolder {
    private let report: WeeklyReport
    private let program: String

    /// - Parameter program: name and version, for the manifest.
    package init(_ report: WeeklyReport, program: String) {
        self.report = report
        self.program = program
    }

    /// The names written, in the order in which a person reads them.
    package func write(to folder: String) throws -> [String] {
        let files: [(name: String, bytes: [UInt8])] = [
            ("summary.txt", Array(try report.document().text().utf8)),
            ("indicators.csv", try Table.indicators(try report.indicatorValues()).bytes(as: .csv)),
            ("changes.csv", try Table.changes(report.weekSteps).bytes(as: .csv)),
            ("events.csv", try Table.events(report.events).bytes(as: .csv)),
            ("comparison.csv", try report.comparisonTable().bytes(as: .csv)),
            ("sources.csv", try report.sourcesTable().bytes(as: .csv)),
        ]
        let manifest = Manifest(
            week: report.week.description, firstDay: report.week.first.description,
            lastDay: report.week.last.description, knownOn: report.knownText,
            madeAt: report.workspace.now.description, program: program,
            snapshots: try report.ledger.runs(feed: nil)
                .filter { ($0.knownFrom?.seconds ?? .max) <= report.known.lastSecond }.compactMap(
                    Manifest.Snapshot.init),
            files: try files.map { .init(name: $0.name, sha256: try Digest.hex($0.bytes), bytes: $0.bytes.count) })
        try Files.makeFolder(folder)
        for file in files { try Files.replace("\(folder)/\(file.name)", with: file.bytes) }
        try Files.replace("\(folder)/manifest.json", with: try manifest.json())
        return files.map(\.name) + ["manifest.json"]
    }
}
