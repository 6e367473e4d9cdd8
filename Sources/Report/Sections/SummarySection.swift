internal import Compare
internal import Configuration
internal import Findings
internal import Indicators
internal import Lists
internal import Rates
internal import Vocabulary

/// Three to six sentences by fixed rules, every figure of which stands in a table or file of the report.
struct SummarySection: ReportSection {
    let context: ReportContext
    let rates: [CountryRates]
    let lists: ListsInPeriod
    /// Of the period.
    let events: [NewsEvent]
    let comparison: [ComparisonRow]
    /// The window that is judged by.
    let window: EventWindow?
    let health: [FeedHealth]

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        blocks.append(.heading("What to know"))
        for sentence in [moves, premiums, listings, occurred, coincidences, distrust].compactMap(\.self) {
            blocks.append(.item(sentence))
        }
        return blocks
    }

    /// The first of them; the folder's index shows it.
    var headline: String { moves }

    /// The rate that moved most over the period's own span, and how many moved at all.
    private var moves: String {
        let figures = rates.flatMap { country in
            country.rates.filter { $0.value != nil }.compactMap { figures -> (RateFigures, CountryRates, Double)? in
                figures.lost.first?.value.map { (figures, country, $0) }
            }
        }
        guard !rates.isEmpty else { return "No country is watched: watch.toml names none." }
        // Of equal moves the first in the order of watch.toml.
        guard
            let most = figures.enumerated().max(by: {
                (abs($0.element.2), -$0.offset) < (abs($1.element.2), -$1.offset)
            })?.element
        else {
            guard rates.contains(where: { $0.rates.contains { $0.value != nil } }) else {
                return "No watched rate has a value for this \(context.period.noun)."
            }
            return
                "No watched rate can be compared over the \(context.period.noun): none has a later rate in it and one not long "
                + "before it."
        }
        let (rate, country, lost) = most
        let moving = figures.count { abs($0.2) >= 1 }
        let moved =
            lost.magnitude < 0.05
            ? "No watched rate moved by as much as 0.1 % over the \(context.period.noun)"
            : "The \(country.country.currency) \(lost < 0 ? "gained" : "lost") \(Wording.percent(abs(lost))) "
                + "\(lost < 0 ? "in" : "of its") value \(over(rate)), to \(Wording.rate(rate.value ?? 0)) "
                + "\(rate.series.unit) on \(rate.rate.observedOn.map(\.description) ?? "")"
                + " (\(rate.series.key.measure) rate, \(rate.series.key.source))"
        guard figures.count > 1 else { return "\(moved)." }
        return
            "\(moved); of \(Wording.count(figures.count, "watched rate", "watched rates")) that can be compared, \(moving) moved "
            + "by 1 % or more."
    }

    /// A day's move is from the rate before, which may be Friday's; a long period may begin before a series does.
    private func over(_ figures: RateFigures) -> String {
        guard let before = figures.before.first?.observedOn,
            context.period.kind == .day || context.period.days.contains(before)
        else {
            return "over the \(context.period.noun)"
        }
        return context.period.kind == .day ? "since the rate of \(before)" : "since its first rate, of \(before)"
    }

    private var premiums: String? {
        let known = rates.compactMap { country in country.premium?.premium.value.map { (country, $0) } }
        guard let (country, value) = known.max(by: { abs($0.1) < abs($1.1) }), let premium = country.premium else {
            return nil
        }
        func dated(_ series: DatedSeries) -> String {
            let at = series.lastIndex(onOrBefore: context.period.last)
            return "(\(series.key)\(at.map { ", \(series.points[$0].day)" } ?? ""))"
        }
        return
            "The widest gap between two markets: the \(country.country.currency) street rate \(dated(premium.street)) "
            + "stood \(Wording.percent(abs(value))) \(value < 0 ? "below" : "above") the \(premium.official.key.kind) one "
            + "\(dated(premium.official))."
    }

    private var listings: String {
        guard !lists.histories.isEmpty else { return "No sanctions list is in the ledger." }
        let whose = context.scope.countryName.map { " that concerns \($0)" } ?? ""
        let moved = lists.histories.compactMap { list -> String? in
            let counts = StepCounts(list.steps.filter { context.period.days.contains($0.run.day) })
            guard counts.added + counts.removed + counts.modified > 0 else { return nil }
            let since = if case .known(let day?) = lists.look(list) { " since \(Wording.day(day))" } else { "" }
            return
                "\(context.names.title(list.list)) +\(Wording.whole(counts.added)) -\(Wording.whole(counts.removed)), \(Wording.whole(counts.modified)) changed\(since)"
        }
        let known = lists.histories.count { lists.look($0).isKnown }
        let unknown = lists.unlooked(context.names).map { "; \($0)" } ?? ""
        guard known > 0 else { return "Lists: what changed is \(lists.unlooked(context.names) ?? "unknown")." }
        guard !moved.isEmpty else {
            let looked = Wording.count(known, "list", "lists")
            return "Lists: no change\(whose) on the \(looked) looked at\(unknown)."
        }
        let shown = Wording.list(moved, most: 5, separator: "; ", what: "lists")
        return "Lists\(whose.isEmpty ? "" : ", what\(whose.dropFirst(5))"): \(shown)\(unknown)."
    }

    private var occurred: String {
        let own = events
        guard let last = own.last else { return "No event of this \(context.period.noun) is in the ledger." }
        let which =
            own.count == 1
            ? "One event of this \(context.period.noun)"
            : "\(Wording.whole(own.count)) events of this \(context.period.noun); the latest"
        return "\(which), \(last.date): "
            + "\(Wording.short(last.title.isEmpty ? last.id : last.title, 120)) (\(last.id))."
    }

    /// How many events have moves beside them that stand out; what that is not is said in the same breath.
    private var coincidences: String? {
        let judged = Dictionary(grouping: comparison.filter { $0.window == window }, by: \.event).values
            .map { ComparisonWords.passages($0) }.filter { $0.contains { $0.p != nil } }
        guard !judged.isEmpty else { return nil }
        let out = judged.filter { $0.contains(where: \.standsOut) }
        let moves = out.flatMap { $0.filter(\.standsOut) }
        // Events of neighbouring days have one move beside them, which is one finding and not several.
        let windows = Set(moves.map { "\($0.verdict) \($0.from.map(\.description) ?? "")" }).count
        let shared = windows < moves.count ? ", in \(Wording.count(windows, "window", "different windows"))" : ""
        let disputed = out.count { $0.contains { $0.standsOut && $0.isDisputed } }
        let doubt = disputed > 0 ? "; for \(disputed) of them the other way of dating disagrees" : ""
        return
            "Beside \(out.count) of \(Wording.count(judged.count, "event", "events")) that could be judged a currency's move "
            + "stands out (q at most 0.05)\(shared)\(doubt): coincidence in time, not proof of cause."
    }

    private var distrust: String {
        let seen = health.filter { $0.last != nil }
        let troubles = [
            (seen.filter { $0.outcome == .failed }, "failed"), (seen.filter { $0.outcome == .held }, "held back"),
            (seen.filter { $0.isStale && !$0.isTroubled }, "stale"),
        ].filter { !$0.0.isEmpty }
        guard !troubles.isEmpty else {
            return "Sources: none of the \(seen.count) in use failed, was held back or is stale."
        }
        return "Distrust: of \(Wording.count(seen.count, "source", "sources")) in use "
            + troubles.map { feeds, word in
                // A few are named, for the two minutes in which nobody reads on.
                let named = feeds.count <= 4 ? " (\(feeds.map(\.feed).joined(separator: ", ")))" : ""
                return "\(feeds.count) \(word)\(named)"
            }.joined(separator: ", ") + "."
    }
}
