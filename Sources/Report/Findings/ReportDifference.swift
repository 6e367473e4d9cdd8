internal import Indicators
internal import Operations
internal import Rates
internal import Store
internal import Vocabulary

/// What has been learned since the report before this one was due: on the first day of this period.
struct ReportDifference {
    /// The end of the day on which the last report was due.
    let then: KnownOn
    /// What the ledger held by then; false: there was no report to differ from.
    let knewAnything: Bool
    let revisions: [Revision]
    /// Values of days that the last report covered, learned since.
    let lateValues: Int
    /// Events learned since.
    let newEvents: [NewsEvent]
    /// Events that the last report had, and that read differently now.
    let changedEvents: [NewsEvent]
    let droppedEvents: [NewsEvent]
    /// Steps of lists of days before this period, learned since.
    let lateSteps: [Step]

    /// A value that the last report may have used and that is another one now, or none.
    struct Revision: Hashable {
        var series: SeriesKey
        var day: Day
        var before: PublishedNumber
        /// Nil: withdrawn.
        var after: PublishedNumber?
        var knownFrom: Instant
        var run: String

        var changePercent: Double? { after.map { 100 * ($0.value / before.value - 1) } }
    }

    /// How far before the period values are compared.
    private static let reach = 35
}

extension ReportDifference {
    init(
        _ period: ReportPeriod, _ scope: ReportScope, _ ledger: Ledger, _ book: SeriesBook,
        _ rates: [CountryRates], _ lists: [ListHistory], known: KnownOn
    ) throws {
        let then = KnownOn(lastSecond: min(Instant(period.first + 1).seconds - 1, known.lastSecond))
        self.then = then
        knewAnything = try ledger.pulse(at: Instant(seconds: then.lastSecond)) != nil
        guard knewAnything else {
            (revisions, lateValues, newEvents, changedEvents, droppedEvents, lateSteps) = ([], 0, [], [], [], [])
            return
        }
        var (found, late): ([Revision], Int) = ([], 0)
        let published = Set(
            rates.flatMap(\.rates).map(\.series).flatMap { $0.legs.isEmpty ? [$0.key] : $0.legs.map(\.key) })
        for series in published.sorted() {
            func values(_ known: KnownOn, withdrawn: Bool = false) throws -> [Day: Observation] {
                let query = ObservationQuery(
                    series, from: period.first - ReportDifference.reach, to: period.first - 1, known: known,
                    vintages: withdrawn)
                return Dictionary(try ledger.observations(query).map { ($0.day, $0) }) { _, later in later }
            }
            // The last vintage of a day, which may be that there is none.
            let (old, new) = (try values(then), try values(known, withdrawn: true))
            for (day, now) in new.sorted(by: { $0.key < $1.key }) {
                guard let before = old[day]?.number else {
                    if now.number != nil { late += 1 }
                    continue
                }
                if let after = now.number, after.isSameValue(as: before) { continue }
                found.append(
                    Revision(
                        series: series, day: day, before: before, after: now.number, knownFrom: now.knownFrom,
                        run: now.run))
            }
        }
        (revisions, lateValues) = (found, late)
        var learned = scope.events(.all, to: period.last)
        learned.learnedAfter = then
        let new = try ledger.events(learned, known: known)
        let ids = Set(new.map(\.id))
        let old = Dictionary(
            try ledger.events(EventQuery(.all) { $0.ids = ids }, known: then).map { ($0.id, $0) }
        ) { _, later in later }
        newEvents = new.filter { old[$0.id] == nil && !$0.isDropped }
        let both = new.filter { event in old[event.id].map { $0 != event } ?? false }
        changedEvents = both.filter { !$0.isDropped }
        droppedEvents = both.filter(\.isDropped)
        lateSteps = lists.flatMap(\.steps).filter { step in
            step.run.day < period.first && (step.run.knownFrom?.seconds ?? .max) > then.lastSecond
                && step.run.day >= period.first - ReportDifference.reach
        }
    }
}
