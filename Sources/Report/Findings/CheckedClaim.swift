internal import Configuration
internal import Indicators
internal import Operations
internal import Rates
internal import Vocabulary

/// A figure that the period's news stated of a currency, held against the stored rates.
struct CheckedClaim {
    let event: NewsEvent
    let currency: String
    let phrase: String
    let findings: [ClaimFinding]
    /// What it comes to, in sentences; the reason where nothing could be tested.
    let words: String

    /// More claims than this are counted only.
    static let most = 12

    static func all(of events: [NewsEvent], _ watch: WatchList, _ book: SeriesBook) throws -> [CheckedClaim] {
        try events.flatMap { event in
            try event.evidence.compactMap { EvidenceLine($0) }.filter { $0.field == "claims" }
                .map { try CheckedClaim(event, currency: $0.value, phrase: $0.phrase, watch, book) }
        }
    }

    /// What a reader in a hurry needs: on how many rates it holds, with some base that it may have meant.
    private static func verdict(_ findings: [ClaimFinding]) -> String {
        let tested = Set(findings.filter { $0.holds != nil }.compactMap(\.series))
        let holding = Set(findings.filter { $0.holds == true }.compactMap(\.series))
        guard !tested.isEmpty else { return "Could not be tested on any rate." }
        let count = holding.isEmpty ? "none" : "\(holding.count)"
        return "Holds for \(count) of \(Wording.count(tested.count, "rate", "rates")) tested."
    }

    /// The watched rates of a currency; all that are stored where none is watched.
    private static func rates(
        _ currency: String, _ watch: WatchList, _ book: SeriesBook
    ) throws -> (base: String, series: [DatedSeries]) {
        guard SeriesKey.isCurrencyCode(currency) else { return ("", []) }
        let watched = watch.countries.filter { $0.currency == currency }.flatMap { $0.official + $0.parallel }
        for base in ["USD", "EUR"] {
            let stored = try book.rates(of: currency, per: base)
            let own = stored.filter { series in
                watched.contains { $0.measure == series.key.measure && $0.source == series.key.source }
            }
            if !stored.isEmpty { return (base, own.isEmpty ? Array(stored.prefix(6)) : own) }
        }
        return ("", [])
    }
}

extension CheckedClaim {
    init(
        _ event: NewsEvent, currency: String, phrase: String, _ watch: WatchList, _ book: SeriesBook
    ) throws {
        (self.event, self.currency, self.phrase) = (event, currency, phrase)
        let claim: Claim
        do { claim = try ClaimSentence.read(phrase) } catch let fault as Fault {
            (findings, words) = ([], "Not tested: \(fault.message).")
            return
        }
        let (base, series) = try CheckedClaim.rates(currency, watch, book)
        guard !series.isEmpty else {
            (findings, words) = ([], "Not tested: no stored series has a rate of \(currency).")
            return
        }
        let test = ClaimTest(claim, on: event.date)
        findings = series.flatMap { test.findings($0) }
        let main = ClaimFinding.parted(findings).main
        let sentences = ClaimWords(claim, currency: currency, base: base, on: event.date, tolerance: 1)
            .sentences(main, rates: nil)
        // What arithmetic cannot say is said once for all claims.
        words = ([CheckedClaim.verdict(main)] + sentences.dropLast()).joined(separator: " ")
    }
}
