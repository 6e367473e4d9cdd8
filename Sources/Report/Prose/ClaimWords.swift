package import Indicators
package import Vocabulary

/// What an answer to a claim says in plain sentences.
package struct ClaimWords: Sendable {
    private let claim: Claim
    private let currency: String
    private let base: String
    private let day: Day
    private let tolerance: Double
    var figure: Claim.Figure? { claim.figure }

    /// - Parameters:
    ///   - currency: the one the claim is of; empty where two rates were given without one.
    ///   - base: the one that its rates are per one of.
    package init(_ claim: Claim, currency: String, base: String, on day: Day, tolerance: Double) {
        self.claim = claim
        self.currency = currency.isEmpty ? "currency" : currency
        self.base = base
        self.day = day
        self.tolerance = tolerance
    }

    /// In the order in which a reader needs them: how the claim was read, where it holds, where not, what is wrong with it.
    package func sentences(_ findings: [ClaimFinding], rates: Claim.Rates?) -> [String] {
        var lines = [reading(rates)]
        if claim.furtherFigures > 0 { lines.append("The sentence holds more than one figure; the first was tested.") }
        if let rates { lines += arithmetic(rates) }
        if rates == nil {
            for measure in claim.figure?.measures ?? [] {
                for series in Set(findings.compactMap(\.series)).sorted() {
                    lines += sentences(
                        series, measure, findings.filter { $0.series == series && $0.measure == measure })
                }
            }
        }
        lines += idioms(findings, rates: rates)
        lines.append(
            "This is arithmetic on rates as they were \(rates == nil ? "published" : "given"): it says under which base "
                + "the figure holds, not why the rate moved.")
        return lines
    }

    /// What a claim would mean of any currency: lost 80 % is a rate five times the old one.
    package var meaning: String {
        guard let figure = claim.figure else { return "" }
        let stated = Self.phrase(figure.measure, figure.percent)
        guard let multiple = figure.multiple else { return stated }
        let other = Claim.Measure.allCases.first { $0 != figure.measure } ?? figure.measure
        return "\(stated) is a rate \(Wording.brief(multiple)) times the old one, "
            + Self.phrase(other, other.value(from: 1, to: multiple))
    }

    private func reading(_ rates: Claim.Rates?) -> String {
        var text =
            claim.figure == nil ? "Two rates were given, and no figure to hold them against." : "Read as: \(meaning)."
        guard rates == nil else { return text }
        if let period = claim.period {
            let bases = period.bases(on: day)
            let named =
                bases.lowerBound == bases.upperBound
                ? "\(bases.lowerBound)" : "\(bases.lowerBound) to \(bases.upperBound)"
            text += " Its base is \(named)."
        } else {
            text += " It names no base day, so every observation before \(day) was tried."
            if let words = claim.unreadPeriod { text += " (“\(words)” is no date.)" }
        }
        return text
            + " It counts as true within \(Wording.brief(tolerance)) percentage \(tolerance == 1 ? "point" : "points")."
    }

    private func sentences(_ series: SeriesKey, _ measure: Claim.Measure, _ rows: [ClaimFinding]) -> [String] {
        let place = "\(series.measure) rate of \(series.source) (\(series))"
        let name = measure == .valueLost ? "As value lost" : "As a rise of the rate"
        let good = rows.filter { $0.holds == true }
        var lines: [String] = []
        if let best = good.min(by: { distance($0) < distance($1) }), let value = best.bestValue,
            let base = best.bestBase,
            let s0 = best.s0, let s1 = best.s1, let observed = best.observedOn
        {
            let stretches = Wording.list(good.map(Self.stretch), most: 4, separator: "; ", what: "stretches")
            lines.append(
                "\(name) it holds for the \(place) with a base of \(stretches). Best: "
                    + "\(Wording.brief(value)) % since \(base), from \(Wording.brief(s0)) to \(Wording.brief(s1)) on \(observed)."
            )
        }
        for row in rows where row.holds != true {
            guard row.holds == false else {
                lines.append("\(name) it could not be tested on the \(place): \(row.note).")
                continue
            }
            guard let value = row.bestValue, let base = row.bestBase, let largest = row.largest else { continue }
            let nearest = "\(Wording.brief(value)) %, since \(base)"
            if !good.isEmpty {
                lines.append(
                    "\(name) it does not hold there with any of the other \(row.bases) base days: \(row.note)"
                        + (row.note.isEmpty ? nearest : "") + ".")
            } else if row.bases == 1 {
                lines.append("\(name) it does not hold for the \(place): \(nearest).")
            } else {
                let most = "\(Wording.brief(largest.value)) %, since \(largest.base)"
                lines.append(
                    "\(name) it does not hold for the \(place) with any of \(row.bases) base days: the largest "
                        + "\(measure == .valueLost ? "loss" : "rise") is \(most)"
                        + (largest.base == base ? "." : "; the nearest is \(nearest)."))
            }
        }
        return lines
    }

    private func distance(_ row: ClaimFinding) -> Double {
        abs((row.bestValue ?? .infinity) - (claim.figure?.percent ?? 0))
    }

    private static func stretch(_ row: ClaimFinding) -> String {
        guard let first = row.firstBase, let last = row.lastBase else { return "" }
        return first == last ? "\(first)" : "\(first) to \(last) (\(row.bases) observations)"
    }

    private func arithmetic(_ rates: Claim.Rates) -> [String] {
        let (loss, rise) = Self.both(rates)
        let verb = rise >= 0 ? "rose" : "fell"
        var lines = [
            "From \(Wording.brief(rates.s0)) to \(Wording.brief(rates.s1)) the rate \(verb) by \(Wording.brief(abs(rise))) %; the \(currency) "
                + (loss >= 0
                    ? "lost \(Wording.brief(loss)) % of its value."
                    : "gained \(Wording.brief(-loss * rates.s1 / rates.s0)) %.")
        ]
        guard let figure = claim.figure else { return lines }
        let fits = figure.measures.filter {
            abs($0.value(from: rates.s0, to: rates.s1) - figure.percent) <= tolerance
        }
        if fits.isEmpty {
            let multiple = 100 * rates.s1 / rates.s0
            // “Lost almost 500 %” of 47 to 230: the new rate in percent of the old one.
            let isNear = abs(multiple - figure.percent) <= figure.percent / 20
            lines.append(
                "\(Wording.brief(figure.percent)) % is neither of the two"
                    + (isNear ? "; the new rate is \(Wording.brief(multiple)) % of the old one." : "."))
        } else if !fits.contains(figure.measure), figure.measure == .rateChange {
            lines.append("\(Wording.brief(figure.percent)) % is the value lost, not the rise of the rate.")
        } else if fits.contains(figure.measure) {
            lines.append("The claim holds as stated.")
        }
        return lines
    }
}
