internal import Rates
internal import Vocabulary

extension Indicator {
    static let conversionLoss = twoRates(
        "conversion_loss_pct", "What a transfer loses when it is paid out at the official rate.",
        formula: "100(1 - official/parallel)"
    ) { parallel, official in Finding(value: 100 * (1 - official / parallel)) }

    static let premium = twoRates(
        "premium_pct", "How far the parallel rate stands above the official one.", formula: "100(parallel/official - 1)"
    ) { parallel, official in
        let value = 100 * (parallel / official - 1)
        // The bands of Reinhart and Rogoff's classification of parallel markets.
        let band =
            Threshold.reaches(value, 50) ? "50 and over" : Threshold.reaches(value, 10) ? "10 to 50" : "under 10"
        return Finding(value: value, note: "premium tier \(band)")
    }

    private static func twoRates(
        _ id: String, _ help: String, formula: String,
        _ compute: @escaping @Sendable (_ parallel: Double, _ official: Double) -> Finding
    ) -> Indicator {
        Indicator(
            id, help, formula: formula, unit: "percent", given: .twoRates(compute),
            .joint(count: 2) { series, context in
                let pair = try RatePair(series, for: id)
                return { index, day in
                    switch pair.official.asOf(day, maximumAge: context.maximumAge) {
                    case .none(let reason): return .none("\(pair.official.key): \(reason)")
                    case .found(let at, let age):
                        let (above, below) = pair.values(index, at)
                        guard above > 0, below > 0 else { return .none(Note.notPositive) }
                        var finding = compute(above, below)
                        let own = pair.parallel.points[index].day
                        finding.note = Note.joined(
                            "official \(pair.official.key)\(pair.tier) of \(pair.official.points[at].day), "
                                + Note.age(age),
                            "\(pair.dearer) of \(own), \(Note.age(day - own))", finding.note, pair.units)
                        finding.inputs =
                            pair.parallel.inputs(at: index, asOf: day) + pair.official.inputs(at: at, asOf: day)
                        return finding
                    }
                }
            })
    }
}

/// A parallel and an official rate of the same two currencies.
struct RatePair {
    let parallel: DatedSeries
    let official: DatedSeries

    init(_ series: [DatedSeries], for id: String) throws {
        (parallel, official) = (series[0], series[1])
        try RatePair.checkSamePair(parallel, official, for: id)
        if official.key.kind == "parallel", parallel.key.kind != "parallel" {
            throw Fault(
                "wrong_question", "\(id) was given the official rate before the parallel one",
                remedy: "Give --series \(official.key) --series \(parallel.key).")
        }
    }

    static func checkSamePair(_ a: DatedSeries, _ b: DatedSeries, for id: String) throws {
        guard let pair = a.key.pair, pair == b.key.pair else {
            throw Fault(
                "wrong_question", "\(id) compares rates of the same two currencies, not \(a.key) with \(b.key)",
                remedy: "Name two series that begin alike, such as USD/SYP:….")
        }
    }

    /// Both in the newest unit of the currency: a feed that still prints old pounds is not at a premium of 9,900 %.
    func values(_ index: Int, _ at: Int) -> (parallel: Double, official: Double) {
        (parallel.points[index].value / parallel.unitScale, official.points[at].value / official.unitScale)
    }

    /// Says when the two print different units.
    var units: String {
        guard parallel.unitScale != official.unitScale else { return "" }
        let parts = [(dearer, parallel.unitScale), ("official", official.unitScale)].filter { $0.1 != 1 }
        return "brought to one unit: " + parts.map { "\($0.0) divided by \(Note.number($0.1))" }.joined(separator: ", ")
    }

    /// What stands above the official rate: another official rate is no parallel one, and is named.
    var dearer: String { parallel.key.kind == "parallel" ? "parallel" : "\(parallel.key)" }

    /// Which of several official rates it is: `un`, `remittance`.
    var tier: String {
        let variant = official.key.measure.dropFirst(official.key.kind.count).prefix { $0 != "@" }.dropFirst()
        return variant.isEmpty ? "" : " (official tier \(variant))"
    }
}
