internal import Tables

extension WeeklyReport {
    func appendComparison(to document: inout Document) throws {}
    func comparisonTable() throws -> Table { Table(columns: []) }
}
