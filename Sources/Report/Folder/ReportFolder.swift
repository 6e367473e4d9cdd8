internal import Archive
internal import Configuration
internal import FileSystem
internal import Formats
internal import Indicators
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

/// Writes a report's files beside their place and exchanges the two folders: until then the old report is whole.
package struct ReportFolder {
    private let report: PeriodReport
    private let program: String

    /// - Parameter program: name and version, for the manifest.
    package init(_ report: PeriodReport, program: String) {
        self.report = report
        self.program = program
    }

    /// The folder's name within the folder of reports.
    package var name: String { report.period.name + report.scope.suffix }

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
            ("report.html", Array(try Page(document, footer: footer).html().utf8)),
        ]
        for file in report.files { files.append(("\(file.name).csv", file.table.bytes(as: .csv))) }
        let manifest = Manifest(
            week: report.period.name, firstDay: report.period.first.description,
            lastDay: report.period.last.description, knownOn: report.moment.description, program: program,
            title: document.title, headline: report.headline, country: report.scope.country,
            configuration: try report.configuration.map {
                .init(name: $0.name, sha256: try Digest.hex($0.bytes), bytes: $0.bytes.count)
            }, snapshots: report.runs.compactMap(Manifest.Snapshot.init),
            files: try files.map { .init(name: $0.name, sha256: try Digest.hex($0.bytes), bytes: $0.bytes.count) })
        files.append(("manifest.json", try manifest.json()))
        try Files.makeFolder(parent)
        try Files.replaceFolder("\(parent)/\(name)", with: files)
        try ReportIndex(parent).write(program: program)
        return Written(names: files.map(\.name), summary: summary, title: document.title)
    }
}
