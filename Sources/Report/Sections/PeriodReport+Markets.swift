internal import Configuration
internal import Indicators
internal import Tables
internal import Vocabulary

extension PeriodReport {
    /// Street and official rates against one another.
    func appendMarkets(to document: inout Document) {
        let both = rates.filter { $0.premium?.premium.value != nil }
        guard !both.isEmpty else { return }
        var table = Table(
            "markets",
            columns: [
                .init("currency", .word), .init("premium %", .number), .init("lost %", .number),
                .init("street", .number), .init("of", .day), .init("official", .number), .init("of", .day),
            ])
        for country in both {
            guard let premium = country.premium else { continue }
            func point(_ series: DatedSeries) -> [Cell] {
                guard let at = series.lastIndex(onOrBefore: period.last) else { return [.none, .none] }
                return [.text(Wording.rate(series.points[at].value)), .day(series.points[at].day)]
            }
            table.rows.append(
                [.text(country.country.currency)]
                    + premium.values.prefix(2).map { $0.value.map { .text(Wording.fixed($0, 1)) } ?? .text("-") }
                    + point(premium.street) + point(premium.official))
        }
        document.append(
            .paragraph("Two markets of one currency, never mixed; lost %: of what is changed at the official rate."))
        document.append(.table(table))
    }
}
