internal import Compare
internal import Configuration
package import Operations
package import Store
internal import Vocabulary

/// A week, a day or a range of a workspace: everything the written report holds, gathered once.
///
/// The same ledger, configuration and arguments make the same bytes: no line depends on the clock but whether a feed is
/// stale. Its moment is the last at which the ledger learned or tried anything. As long as it is kept, no one can write.
package struct PeriodReport {
    package let period: ReportPeriod
    package let scope: ReportScope
    let workspace: Workspace
    let ledger: Ledger
    let known: KnownOn
    /// What stands for "as known at".
    let moment: Instant
    let book: SeriesBook
    let health: [FeedHealth]
    let names: ListNames
    /// Each list with its steps of the year that ends with the period.
    let lists: [ListHistory]
    /// Of the period and the four weeks before it.
    let events: [NewsEvent]
    /// Those that charts mark; no story that nobody has looked at.
    let yearEvents: [NewsEvent]
    /// Rates of watched countries, with their figures at the end of the period.
    let rates: [CountryRates]
    let comparison: Comparison
    let comparisonRows: [ComparisonRow]
    let difference: ReportDifference
    let claims: [CheckedClaim]
    let screening: ListedNames
    /// What the period's news is read with; nil: there is none, or the workspace has no such files.
    let rules: NewsRules?
    let alarms: [Alarm]
    /// Rules of which the end of the period says nothing, and why.
    let unknownRules: [(rule: WatchRule, reason: String)]

    /// - Parameter known: the report as it could have been written then.
    package init(_ workspace: Workspace, _ period: ReportPeriod, _ scope: ReportScope, known: KnownOn) throws {
        self.period = period
        self.scope = scope
        self.workspace = workspace
        ledger = try workspace.ledgerOrEmpty()
        // Its parts must not be of two states, and a hundred thousand questions need not lock a file each.
        try ledger.freeze()
        let end = Instant(seconds: min(known.lastSecond, workspace.now.seconds))
        self.known = KnownOn(lastSecond: end.seconds)
        moment = try ledger.pulse(at: end) ?? end
        health = try FeedHealth.all(workspace, ledger, at: end)
        names = ListNames(workspace.settings)
        book = try SeriesBook(workspace, ledger, known: self.known)
        let (ledger, sight, names, book) = (ledger, self.known, names, book)
        let year = min(period.first, period.last - PeriodReport.chartDays)...period.last
        lists = try ledger.lists().map { list in
            var history = try ledger.history(list, in: year, known: sight)
            history.steps = scope.narrowed(history.steps, names)
            return history
        }
        let first = period.first - PeriodReport.eventDays
        events = try ledger.events(scope.events(from: first, to: period.last), known: sight)
        // Charts mark those of watched countries only.
        yearEvents = try ledger.events(
            EventQuery(.reviewed) {
                ($0.from, $0.to) = (year.lowerBound, year.upperBound)
                $0.marks.append(scope.watchMarks)
            }, known: sight)
        rates = try scope.watch.countries.map { try CountryRates($0, book, period, base: workspace.reportBase) }
        let watched = Set(scope.watch.countries.map(\.code))
        comparison = try Comparison(
            workspace, book,
            events: events.filter { !$0.isUnreviewed && !watched.isDisjoint(with: $0.countries) }, only: [],
            confounders: (ledger, sight), watch: scope.watch)
        comparisonRows = try comparison.rows()
        difference = try ReportDifference(period, scope, ledger, book, rates, lists, known: sight)
        let news = events.filter { period.days.contains($0.date) }
        rules = news.isEmpty ? nil : NewsRules.check(root: workspace.root).value
        claims = try CheckedClaim.all(of: news, scope.watch, book)
        screening = try ListedNames(news, rules, ledger, period.last, sight)
        let watching = Watching(workspace, scope.watch, ledger, book: book, known: sight)
        alarms = try watching.alarms(on: period.days)
        unknownRules = try watching.unknown(on: period.days)
    }

    /// How far before the period an event may lie and still be compared: its window reaches into it.
    static let eventDays = 28
    /// What charts show.
    static let chartDays = 364

    /// Steps of the period itself.
    var periodSteps: [Step] { steps(in: period.days) }
    func steps(in days: ClosedRange<Day>) -> [Step] { lists.flatMap { $0.steps.filter { days.contains($0.run.day) } } }

    /// A source failed, was held back or went stale, or nothing was ever obtained: the command ends with exit code 3.
    package var hasTrouble: Bool {
        health.allSatisfy { $0.last == nil } || health.contains { $0.last != nil && ($0.isTroubled || $0.isStale) }
    }

    package func document() throws -> Document {
        var document = Document(
            title: "bellwether \(period.title)\(scope.title)", subtitle: "\(period.text), as known at \(moment).")
        appendDifference(to: &document)
        appendSummary(to: &document)
        try appendHealth(to: &document)
        appendAlarms(to: &document)
        try appendRates(to: &document)
        appendLists(to: &document)
        appendEvents(to: &document)
        appendComparison(to: &document)
        try appendPools(to: &document)
        appendClaims(to: &document)
        appendNames(to: &document)
        appendSources(to: &document)
        appendMethod(to: &document)
        return document
    }
}

extension Workspace {
    /// Rates are shown per one unit of it.
    var reportBase: String { settings.workspace.report.base }
    /// Rows of a table in text and HTML; the CSV files hold all of them.
    var reportRows: Int { settings.workspace.report.rows }
}
