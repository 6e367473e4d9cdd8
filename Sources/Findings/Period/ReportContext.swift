internal import Configuration
internal import Lists
package import Vocabulary

/// What every section is told of the report.
package struct ReportContext: Sendable {
    package let period: ReportPeriod
    package let scope: ReportScope
    package let names: ListNames
    /// What stands for "as known at".
    package let moment: Instant
    /// Rates are shown per one unit of it.
    package let base: String
    /// Rows of a table in text and HTML; the CSV files hold all of them.
    package let rows: Int
}

extension ReportPeriod {
    /// The year that ends with the period, or the whole of a longer one: what charts show.
    package var year: ClosedRange<Day> { min(first, last - 364)...last }
}
