package import Configuration
package import Indicators
package import Rates
package import Vocabulary

/// A figure that the period's news stated of a currency, held against the stored rates.
package struct CheckedClaim {
    /// What came of holding it against them.
    package enum Outcome {
        /// The words are no claim that can be tested.
        case unreadable(Fault)
        /// No stored series has a rate of the currency.
        case noRates
        case tested(Claim, per: String, [ClaimFinding])
    }

    package let event: NewsEvent
    package let currency: String
    package let phrase: String
    package let outcome: Outcome

    package var findings: [ClaimFinding] {
        if case .tested(_, _, let findings) = outcome { findings } else { [] }
    }

    package static func all(of events: [NewsEvent], _ watch: WatchList, _ book: SeriesBook) throws -> [CheckedClaim] {
        try events.flatMap { event in
            try event.evidence.compactMap { EvidenceLine($0) }.filter { $0.field == "claims" }
                .map { try CheckedClaim(event, currency: $0.value, phrase: $0.phrase, watch, book) }
        }
    }

    /// The watched rates of a currency; all that are stored where none is watched.
    fileprivate static func rates(
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
    private init(
        _ event: NewsEvent, currency: String, phrase: String, _ watch: WatchList, _ book: SeriesBook
    ) throws {
        self.event = event
        self.currency = currency
        self.phrase = phrase
        let claim: Claim
        do { claim = try ClaimSentence.read(phrase) } catch let fault as Fault {
            outcome = .unreadable(fault)
            return
        }
        let (base, series) = try CheckedClaim.rates(currency, watch, book)
        guard !series.isEmpty else {
            outcome = .noRates
            return
        }
        let test = ClaimTest(claim, on: event.date)
        outcome = .tested(claim, per: base, series.flatMap { test.findings($0) })
    }
}
