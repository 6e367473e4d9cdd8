extension Indicator {
    static let conversionLoss = Indicator(
        "conversion_loss_pct", "What a transfer loses when it is paid out at the official rate.",
        formula: "100(1 - official/parallel)", unit: "percent",
        .twoSeries { parallel, official in
            guard parallel > 0, official > 0 else { return .none(Note.notPositive) }
            return Finding(value: 100 * (1 - official / parallel))
        })

    static let premium = Indicator(
        "premium_pct", "How far the parallel rate stands above the official one.",
        formula: "100(parallel/official - 1)", unit: "percent",
        .twoSeries { parallel, official in
            guard parallel > 0, official > 0 else { return .none(Note.notPositive) }
            let value = 100 * (parallel / official - 1)
            // The bands of Reinhart and Rogoff's classification of parallel markets.
            let band = value < 10 ? "under 10" : value < 50 ? "10 to 50" : "50 and over"
            return Finding(value: value, note: "tier \(band)")
        })
}
