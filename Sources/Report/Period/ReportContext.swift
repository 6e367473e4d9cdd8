internal import Configuration
internal import Lists
internal import Operations
internal import Vocabulary

/// What every section is told of the report.
struct ReportContext: Sendable {
    let period: ReportPeriod
    let scope: ReportScope
    let names: ListNames
    /// What stands for "as known at".
    let moment: Instant
    /// Rates are shown per one unit of it.
    let base: String
    /// Rows of a table in text and HTML; the CSV files hold all of them.
    let rows: Int
}

extension ReportPeriod {
    /// The year that ends with the period, or the whole of a longer one: what charts show.
    var year: ClosedRange<Day> { min(first, last - 364)...last }
}
