package import Tables
internal import Vocabulary

/// A part of a report, made from what it needs: what it says, and the files that hold its figures.
///
/// To add one, write its file and put it into the list of `PeriodReport.sections`.
protocol ReportSection {
    var blocks: [Document.Block] { get throws }
    var files: [ReportFile] { get }
}

extension ReportSection {
    var files: [ReportFile] { [] }
}

/// A CSV file of a report.
package struct ReportFile {
    /// Without its ending.
    package let name: String
    package let table: Table

    init(_ name: String, _ table: Table) {
        self.name = name
        self.table = table
    }
}
