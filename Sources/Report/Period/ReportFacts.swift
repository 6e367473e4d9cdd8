internal import Archive
internal import Compare
internal import Configuration
internal import FileSystem
internal import Indicators
internal import Lists
internal import Operations
internal import Rates
internal import Store
internal import Vocabulary
internal import Zones

/// What a report is made from, gathered from a workspace and its ledger; the sections are told no more than they need.
struct ReportFacts {
    let context: ReportContext
    private let workspace: Workspace
    private let ledger: Ledger
    private let known: KnownOn
    private let book: SeriesBook
    private let health: [FeedHealth]
    private let lists: ListsInPeriod
    /// Of the period and the four weeks before it.
    private let events: [NewsEvent]
    /// Those that charts mark; no story that nobody has looked at.
    private let yearEvents: [NewsEvent]
    /// Rates of watched countries, with their figures at the end of the period.
    private let rates: [CountryRates]
    private let comparison: Comparison
    private let comparisonRows: [ComparisonRow]
    private let difference: ReportDifference
    private let claims: [CheckedClaim]
    private let screening: ListedNames
    /// What the period's news is read with; nil: there is none, or the workspace has no such files.
    private let rules: NewsRules?
    private let alarms: [Alarm]
    /// Rules of which the end of the period says nothing, and why.
    private let unknownRules: [(rule: WatchRule, reason: String)]
    /// Designations of the period, per list, programme, family and country.
    private let net: [DesignationsNet]

    /// How far before the period an event may lie and still be compared: its window reaches into it.
    private static let eventDays = 28

    init(_ workspace: Workspace, _ period: ReportPeriod, _ scope: ReportScope, known: KnownOn) throws {
        self.workspace = workspace
        let ledger = try workspace.ledgerOrEmpty()
        self.ledger = ledger
        // Its parts must not be of two states, and a hundred thousand questions need not lock a file each.
        try ledger.freeze()
        let end = Instant(seconds: min(known.lastSecond, workspace.now.seconds))
        let known = KnownOn(lastSecond: end.seconds)
        self.known = known
        let names = ListNames(workspace.settings)
        let settings = workspace.settings.workspace.report
        context = ReportContext(
            period: period, scope: scope, names: names, moment: try ledger.pulse(at: end) ?? end, base: settings.base,
            rows: settings.rows)
        health = try FeedHealth.all(workspace, ledger, at: end)
        let book = try SeriesBook(workspace.settings, ledger, known: known)
        self.book = book
        lists = ListsInPeriod(
            histories: try ledger.lists().map { list in
                var history = try ledger.history(list, in: period.year, known: known)
                history.steps = scope.narrowed(history.steps, names)
                return history
            }, period: period)
        let first = period.first - ReportFacts.eventDays
        let events = try ledger.events(scope.events(from: first, to: period.last), known: known)
        self.events = events
        // Charts mark those of watched countries only.
        yearEvents = try ledger.events(
            EventQuery(.reviewed) {
                ($0.from, $0.to) = (period.year.lowerBound, period.year.upperBound)
                $0.marks.append(scope.watchMarks)
            }, known: known)
        rates = try scope.watch.countries.map { try CountryRates($0, book, period, base: settings.base) }
        let watched = Set(scope.watch.countries.map(\.code))
        comparison = try Comparison(
            workspace, book,
            events: events.filter { !$0.isUnreviewed && !watched.isDisjoint(with: $0.countries) }, only: [],
            confounders: (ledger, known), watch: scope.watch)
        comparisonRows = try comparison.rows()
        difference = try ReportDifference(period, scope, ledger, book, rates, lists.histories, known: known)
        let news = events.filter { period.days.contains($0.date) }
        rules = news.isEmpty ? nil : NewsRules.check(root: workspace.root).value
        claims = try CheckedClaim.all(of: news, scope.watch, book)
        screening = try ListedNames(news, rules, ledger, period.last, known)
        let watching = Watching(workspace, scope.watch, ledger, book: book, known: known)
        alarms = try watching.alarms(on: period.days)
        unknownRules = try watching.unknown(on: period.days)
        net = DesignationsNet.count(
            ListingChange.all(lists.steps), programmes: workspace.settings.programmes, in: period.days)
    }

    var summary: SummarySection {
        SummarySection(
            context: context, rates: rates, lists: lists, events: periodEvents, comparison: comparisonRows,
            window: comparison.windows.first, health: health)
    }

    /// In the order in which they are read: what is new, what to know and what to distrust come first.
    func sections() throws -> [any ReportSection] {
        [
            DifferenceSection(context: context, difference: difference, lists: lists),
            summary,
            HealthSection(
                context: context, today: workspace.settings.workspace.zone.day(of: context.moment), health: health,
                events: periodEvents, findings: try findings()),
            AlarmsSection(context: context, alarms: alarms, unknownRules: unknownRules),
            RatesSection(
                context: context, rates: rates,
                charts: CountryCharts(context: context, lists: lists, events: yearEvents), others: designations),
            ListsSection(context: context, lists: lists, net: net),
            EventsSection(context: context, events: events),
            ComparisonSection(
                context: context, events: events, compared: comparison.events, rows: comparisonRows,
                headline: comparison.windows.first),
            PoolsSection(context: context, rows: try pools()),
            ClaimsSection(context: context, claims: claims),
            NamesSection(context: context, screening: screening, lists: lists),
            SourcesSection(context: context, feeds: workspace.settings.feeds, health: health),
            MethodSection(context: context),
        ]
    }

    private var periodEvents: [NewsEvent] { events.filter { context.period.days.contains($0.date) } }

    private var designations: [IndicatorValue] { net.map { $0.indicatorValue(in: context.period.days, knownOn: nil) } }

    var hasTrouble: Bool {
        health.allSatisfy { $0.last == nil } || health.contains { $0.last != nil && ($0.isTroubled || $0.isStale) }
    }

    /// Tags with enough events, by the headline window.
    private func pools() throws -> [PoolRow] {
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
        var own = try Comparison(workspace, book, events: reviewed, only: [], watch: context.scope.watch)
        own.windows = Array(own.windows.prefix(1))
        own.models = [.market]
        own.afterFix = [0]
        return try own.pooled(pools, least: Pool.usualLeast, seed: ReportFacts.seed).filter { $0.figures != nil }
    }

    /// Of the sign flips: the same report again has the same figures.
    private static let seed: UInt64 = 1
}

/// What the manifest names.
extension ReportFacts {
    /// The files that the report was made by.
    func configuration() throws -> [(name: String, bytes: [UInt8])] {
        let read = try rules == nil ? [] : NewsRules.names.map { ($0, try Files.read("\(workspace.root)/\($0)")) }
        return workspace.settings.files.map { ($0.name, $0.bytes) } + read
    }

    /// The runs behind every figure: those of the period, the last of each feed, and what older figures rest on.
    func runs() throws -> [Run] {
        let period = context.period
        var found: [String: Run] = [:]
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
}

/// What a reader must know before believing the figures.
extension ReportFacts {
    private func findings() throws -> [String] {
        try warnings() + suspectRates() + endedSeries() + unknownProgrammes()
    }

    /// What the gate let pass and a person should look at.
    private func warnings() throws -> [String] {
        try ledger.runs(seen: Instant(context.period.first - 1)...Instant(context.period.last + 2)).filter { run in
            !run.warning.isEmpty && context.period.days.contains(run.localDay)
                && (run.knownFrom?.seconds ?? .max) <= known.lastSecond
        }.map { "\($0.feed), seen on \($0.seen): \($0.warning)." }
    }

    /// Published series behind the watched rates: of a cross its two legs.
    private var published: [DatedSeries] {
        rates.flatMap(\.rates).map(\.series).flatMap { $0.legs.isEmpty ? [$0] : $0.legs }.uniqued { $0.key }
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
