package import Compare
package import Configuration
package import Indicators
internal import Lists
internal import Rates
package import Store
package import Vocabulary

/// What a report tells of a week, a day or a range, gathered from a ledger as it was known at one moment.
package struct PeriodFindings {
    package let context: ReportContext
    package let settings: Settings
    package let health: [FeedHealth]
    package let lists: ListsInPeriod
    /// Of the period and the four weeks before it.
    package let events: [NewsEvent]
    /// Those that charts mark, by the code of the country; of countries with a rate to draw.
    package let yearEvents: [String: YearEvents]
    /// Rates of watched countries, with their figures at the end of the period.
    package let rates: [CountryRates]
    package let comparison: Comparison
    package let comparisonRows: [ComparisonRow]
    /// How many events of watched countries are not compared, there being too many.
    package let uncompared: Int
    package let difference: ReportDifference
    package let claims: [CheckedClaim]
    package let screening: ListedNames
    package let alarms: [Alarm]
    /// Rules of which the end of the period says nothing, and why.
    package let unknownRules: [(rule: WatchRule, reason: String)]
    /// Designations of the period, per list, programme, family and country.
    package let net: [DesignationsNet]
    /// Whether the rules that news is read with had a part in it.
    package let readsNews: Bool
    private let ledger: Ledger
    private let known: KnownOn
    private let book: SeriesBook

    /// How far before the period an event may lie and still be compared: its window reaches into it.
    private static let eventDays = 28
    /// So many are compared at most, the latest: among more of them each has others within its window, and nobody reads them.
    private static let mostCompared = 60

    /// - Parameters:
    ///   - health: of every feed, at the end of what is known.
    ///   - rules: what the period's news is read with; asked for only where there is any; nil: the workspace has none.
    ///   - known: the moment that stands for the present, or an earlier one.
    package init(
        _ settings: Settings, _ ledger: Ledger, period: ReportPeriod, scope: ReportScope, health: [FeedHealth],
        rules: () -> NewsRules?, known: KnownOn
    ) throws {
        self.settings = settings
        self.ledger = ledger
        self.known = known
        self.health = health
        let names = ListNames(settings)
        let report = settings.workspace.report
        let end = Instant(seconds: known.lastSecond)
        context = ReportContext(
            period: period, scope: scope, names: names, moment: try ledger.lastActivity(at: end) ?? end,
            base: report.base,
            rows: report.rows)
        let book = try SeriesBook(settings, ledger, known: known)
        self.book = book
        lists = ListsInPeriod(
            histories: try ledger.lists().map { list in
                var history = try ledger.history(list, in: period.year, known: known)
                history.steps = scope.narrowed(history.steps, names)
                return history
            }, period: period)
        let first = period.first - PeriodFindings.eventDays
        let events = try ledger.events(scope.events(from: first, to: period.last), known: known)
        self.events = events
        rates = try scope.watch.countries.map { try CountryRates($0, book, period, base: report.base) }
        yearEvents = try YearEvents.all(
            rates.filter { !$0.rates.isEmpty }.map(\.country), in: period.year, ledger, known: known)
        let watched = Set(scope.watch.countries.map(\.code))
        let comparable = events.filter { !$0.isUnreviewed && !watched.isDisjoint(with: $0.countries) }
        uncompared = max(0, comparable.count - PeriodFindings.mostCompared)
        comparison = try Comparison(
            settings, book, events: comparable.suffix(PeriodFindings.mostCompared), only: [],
            confounders: (ledger, known), watch: scope.watch)
        comparisonRows = try comparison.rows()
        difference = try ReportDifference(
            period, scope, ledger: ledger, published: PeriodFindings.published(rates), lists: lists.histories,
            known: known)
        let news = events.filter { period.days.contains($0.date) }
        let newsRules = news.isEmpty ? nil : rules()
        readsNews = newsRules != nil
        claims = try CheckedClaim.all(of: news, scope.watch, book)
        screening = try ListedNames(of: news, rules: newsRules, ledger: ledger, on: period.last, known: known)
        let watching = Watching(settings, scope.watch, ledger, book: book, known: known)
        alarms = try watching.alarms(on: period.days)
        unknownRules = try watching.unknown(on: period.days)
        net = DesignationsNet.count(
            ListingChange.all(lists.steps), programmes: settings.programmes, in: period.days)
    }

    /// The events of the period itself.
    package var periodEvents: [NewsEvent] { events.filter { context.period.days.contains($0.date) } }

    /// The figures of `net`, as rows of indicators.csv.
    package var designations: [IndicatorValue] { net.map { $0.indicatorValue(in: context.period.days, knownOn: nil) } }

    /// The day of the last moment that is known, by the workspace's calendar.
    package var today: Day { settings.workspace.day(of: context.moment) }

    /// A source failed, was held back or went stale, or nothing was ever obtained.
    package var hasTrouble: Bool {
        health.allSatisfy { $0.last == nil } || health.contains { $0.last != nil && ($0.isTroubled || $0.isStale) }
    }

    /// Tags with enough events, by the headline window; only at the end of a quarter.
    package func pools() throws -> [PoolRow] {
        guard context.period.endsQuarter else { return [] }
        let watched = Set(context.scope.watch.countries.map(\.code))
        guard !watched.isEmpty else { return [] }
        let reviewed = try ledger.events(
            EventQuery(.reviewed) {
                $0.to = context.period.last
                $0.require(.country, anyOf: watched)
            }, known: known)
        let tags = Set(reviewed.flatMap(\.tags)).sorted()
        let pools = Pool.pools(tags, of: reviewed).filter { $0.events.count >= Pool.usualLeast }
        var own = try Comparison(settings, book, events: reviewed, only: [], watch: context.scope.watch)
        own.windows = Array(own.windows.prefix(1))
        own.models = [.market]
        own.afterFix = [0]
        return try own.pooled(pools, least: Pool.usualLeast, seed: PeriodFindings.seed).filter { $0.figures != nil }
    }

    /// Of the sign flips: the same report again has the same figures.
    private static let seed: UInt64 = 1

    /// Published series behind watched rates: of a cross its two legs.
    private static func published(_ rates: [CountryRates]) -> [DatedSeries] {
        rates.flatMap(\.rates).map(\.series).flatMap { $0.legs.isEmpty ? [$0] : $0.legs }.uniqued { $0.key }
    }

    private var published: [DatedSeries] { PeriodFindings.published(rates) }

    /// The runs behind every figure: those of the period, the last of each feed, and what older figures rest on.
    package func runs() throws -> [Run] {
        let period = context.period
        var found: [RunID: Run] = [:]
        let seen = try ledger.runs(seen: Instant(period.first - 1)...Instant(period.last + 2))
        let last = health.flatMap { [$0.last, $0.lastKnown].compactMap(\.self) }
        let steps = lists.histories.compactMap(\.lastRun) + lists.steps.map(\.run)
        for run in seen + last + steps where run.seen.seconds <= known.lastSecond { found[run.id] = run }
        let values = rates.flatMap(\.values) + designations
        let inputs = Set(values.flatMap(\.inputs).map(\.run) + difference.revisions.map(\.run))
        for id in inputs where found[id] == nil { found[id] = try ledger.run(id) }
        return found.values.filter { ($0.knownFrom?.seconds ?? .max) <= known.lastSecond }
            .sorted { ($0.seen, $0.id) < ($1.seen, $1.id) }
    }

    /// What a reader must know before believing the figures, a sentence each.
    package func warnings() throws -> [String] {
        try runWarnings() + suspectRates() + endedSeries() + unknownProgrammes()
    }

    /// What the gate let pass and a person should look at.
    private func runWarnings() throws -> [String] {
        try ledger.runs(seen: Instant(context.period.first - 1)...Instant(context.period.last + 2)).filter { run in
            !run.warning.isEmpty && context.period.days.contains(run.localDay)
                && (run.knownFrom?.seconds ?? .max) <= known.lastSecond
        }.map { "\($0.feed), seen on \($0.seen): \($0.warning)." }
    }

    /// Values of the period in watched series that no figure uses.
    private func suspectRates() throws -> [String] {
        try published.compactMap { series in
            let days = series.suspects.map(\.day).filter { context.period.days.contains($0) }
            guard let first = days.first, let last = days.last else { return nil }
            let span = first == last ? "of \(first)" : "from \(first) to \(last)"
            let reason = try book.suspicions(series)[last]?.replacing("suspect: ", with: "", maxReplacements: 1)
            return "\(series.key): \(Wording.count(days.count, "value", "values")) \(span) "
                + "\(Wording.noun(days.count, "is", "are")) suspect and in no figure of this report"
                + (reason.map { ": \($0.firstSentence)." } ?? ".")
        }
    }

    /// A series that has stopped while its source goes on says since when.
    private func endedSeries() throws -> [String] {
        try published.compactMap { series in
            guard let last = series.everyPoint.last(where: { $0.day <= context.period.last })?.day,
                let source = try book.publicationDays(
                    source: series.key.source, from: max(last, context.period.first), to: context.period.last
                ).last, last < source
            else { return nil }
            return "\(series.key) ends on \(last): its source went on publishing, until \(source) "
                + "this \(context.period.noun), without it."
        }
    }

    /// A tag that `programs.csv` does not know counts in no family and under no watched country: that is said.
    private func unknownProgrammes() throws -> [String] {
        var lines: [(count: Int, text: String)] = []
        for list in lists.histories {
            guard let run = list.lastRun else { continue }
            let censuses = try ledger.censuses(of: run)
            // A list that is put together from others counts those as well.
            guard censuses.allSatisfy({ $0.fields[.sourceList] == nil }) else { continue }
            let counts = censuses.reduce(into: [String: Int]()) { $0.merge($1.programmes) { $0 + $1 } }
            for (tag, count) in counts where context.names.programmes.isUnknown(tag, list: list.list) {
                lines.append(
                    (
                        count,
                        "\(list.list): unknown programme tag \(tag) (\(Wording.count(count, "entry", "entries"))): "
                            + "add it to Config/programs.csv."
                    ))
            }
        }
        lines.sort { ($1.count, $0.text) < ($0.count, $1.text) }
        let most = 5
        let rest = lines.count - most
        return lines.prefix(most).map(\.text)
            + (rest > 0 ? ["And \(Wording.count(rest, "more unknown programme tag"))."] : [])
    }
}
