package import Compare
internal import Vocabulary

extension ComparisonWords {
    /// Why nothing is claimed.
    static func withheld(_ row: ComparisonRow) -> String {
        let source = row.series.split(separator: ":").last.map(String.init) ?? row.series
        let suspects = row.place.laterSuspects
        let held =
            suspects == 0
            ? ""
            : " (\(Wording.count(suspects, "later value is", "later values are")) suspect: `bellwether quarantine` says why)"
        let last = row.lastObservation.map { "; the last is of \($0)\(held)" } ?? ""
        switch row.status {
        case .ok, .gap:
            let first = row.dayZero.map { " is of \($0.day)" } ?? " came late"
            return
                "The first rate of the \(row.currency) at \(source) after \(row.date)\(first): what moved by then is no "
                + "answer to the event, and nothing is claimed."
        case .truncated:
            return
                "The \(row.currency) has no rate on every day of the window \(row.window)\(last): nothing is claimed."
        case .managed where !row.currency.isEmpty && row.currency == row.numeraire:
            return "Values are counted in the \(row.numeraire) itself: nothing is claimed."
        case .managed:
            return
                "The \(row.currency) hardly moves at \(source): a managed rate or a stale series, for which no test is made."
        case .shortEstimation:
            return "The \(row.currency) has \(row.estimationCount ?? 0) returns before the event, and "
                + "\(ComparisonRow.leastReturns) are needed\(last): nothing is claimed."
        case .noMarket where row.place.estimationCount == nil, .noSeries where row.dayZero != nil:
            return "\(source) does not quote the \(row.numeraire): nothing is claimed."
        case .noMarket:
            return "At \(source) no currency of the basket has a rate on all the days used: nothing is claimed."
        case .infrequent:
            return "One observation a month does not date a move of the \(row.currency) to a day: nothing is claimed."
        case .noSeries where row.quantity == .premium:
            return "There is no street rate beside an official one of the \(row.currency): a premium needs both."
        case .noSeries:
            let currency = row.currency.isEmpty ? "this event" : "the \(row.currency)"
            return "There is no series to compare \(currency) with in \(row.numeraire)."
        case .outside: return "The event of \(row.date) lies outside the days that \(source) has published\(last)."
        }
    }

    /// The steps in which a managed currency was moved, and the one nearest to the event; nil where there is none to tell.
    package static func steps(_ row: ComparisonRow) -> String? {
        guard row.status == .managed, let steps = row.place.steps, let dayZero = row.dayZero else { return nil }
        guard let nearest = steps.nearest(to: dayZero.row) else {
            return
                "In \(steps.returns) returns it was never moved by more than \(Wording.fixed(100 * steps.threshold, 1)) %."
        }
        let days = nearest.day - dayZero.day
        let distance =
            days == 0
            ? "on day 0 itself" : "\(Wording.count(abs(days), "day")) \(days < 0 ? "before" : "after") it"
        return "It was moved in \(Wording.count(steps.steps.count, "step")) of more than "
            + "\(Wording.fixed(100 * steps.threshold, 1)) % in \(steps.returns) returns; the nearest, "
            + "\(Wording.fixed(valueChange(nearest.size), 1)) % on \(nearest.day), lies \(distance). A random date lies within "
            + "\(ManagedSteps.usualReach) rows of a step with a chance of \(Wording.chance(steps.chance(within: ManagedSteps.usualReach)))."
    }

    /// Source, last observation, mapping, window, model, k and family: what a reader needs to check the figure.
    static func provenance(_ row: ComparisonRow) -> String {
        var parts = [row.series.isEmpty ? "none" : row.series]
        if let last = row.lastObservation { parts.append("last observation \(last)") }
        if let dayZero = row.dayZero { parts.append("day 0 \(dayZero.day) (\(dayZero.mapping))") }
        parts.append("window \(row.window)")
        if let fit = row.fit {
            let link = fit.tBeta.map { ", t of beta \(Wording.fixed($0, 1)), R2 \(Wording.fixed(fit.r2, 2))" } ?? ""
            parts.append("\(fit.model.rawValue) model\(link)")
        }
        if let filtered = row.headline {
            parts.append("filtered history of \(filtered.count) spans, z \(Wording.fixed(filtered.z, 2))")
        } else if let test = row.test {
            parts.append("k \(Wording.fixed(test.k, 2))")
        }
        if let family = row.multiplicity?.family { parts.append("family \(family)") }
        return "Series \(parts.joined(separator: "; "))."
    }
}

extension ComparisonRow {
    /// Why nothing is claimed, in a few words.
    package var reason: String {
        if isLate, status == .ok || status == .gap, let day = dayZero?.day {
            return "its first rate after \(place.date) is of \(day)"
        }
        return switch status {
        case .ok, .gap: "nothing to say"
        case .truncated: "the series has no rate on some of the window's days"
        case .managed where !currency.isEmpty && currency == numeraire: "values are counted in it"
        case .managed: "the series hardly moves: a managed rate or a stale one has no ordinary movement to compare with"
        case .shortEstimation: "fewer than \(ComparisonRow.leastReturns) returns before it"
        case .noMarket where place.estimationCount == nil, .noSeries where dayZero != nil:
            "its source does not quote \(numeraire)"
        case .noMarket: "no currency of the basket can stand for the market"
        case .infrequent: "one observation a month does not date a move to a day"
        case .noSeries where quantity == .premium: "no street rate beside an official one of the same two currencies"
        case .noSeries: "no series for the currency"
        case .outside: "it lies outside the days the source has published"
        }
    }
}
