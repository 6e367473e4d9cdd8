internal import Vocabulary

extension ClaimFinding {
    /// Sides of one market, and the bounds over places.
    private static let sides: Set<String> = ["min", "max", "buy", "sell", "cash_buy", "cash_sell"]

    /// The findings that a person reads, and those of single markets and sides whose source has a rate over all of them.
    package static func parted(_ findings: [ClaimFinding]) -> (main: [ClaimFinding], details: [ClaimFinding]) {
        let keys = Set(findings.compactMap(\.series))
        func isDetail(_ finding: ClaimFinding) -> Bool {
            guard let key = finding.series, let pair = key.pair else { return false }
            let side = key.measure.split(separator: ".").dropFirst().first.map { $0.prefix { $0 != "@" } } ?? ""
            guard key.measure.contains("@") || sides.contains(String(side)) else { return false }
            return keys.contains(SeriesKey(base: pair.base, quote: pair.quote, measure: key.kind, source: key.source))
        }
        return (findings.filter { !isDetail($0) }, findings.filter(isDetail))
    }

    /// One sentence for each source: on how many of its markets and sides the figure holds.
    package static func sentences(about details: [ClaimFinding]) -> [String] {
        var sources: [String] = []
        for finding in details {
            guard let source = finding.series?.source, !sources.contains(source) else { continue }
            sources.append(source)
        }
        return sources.map { source in
            let own = details.filter { $0.series?.source == source }
            let tested = Set(own.filter { $0.holds != nil }.compactMap(\.series))
            let holding = Set(own.filter { $0.holds == true }.compactMap(\.series))
            let all = Set(own.compactMap(\.series))
            return
                "Of the \(all.count) series of single markets and sides of \(source), \(tested.count) reach the day; "
                + "with some base it holds on \(holding.count) of them: --format csv lists each."
        }
    }
}
