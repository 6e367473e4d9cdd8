internal import Indicators
package import Rates
package import Store
package import Vocabulary

/// What has been learned since the report before this one was due: on the first day of this period.
package struct ReportDifference {
    /// The end of the day on which the last report was due.
    package let then: KnownOn
    /// What the ledger held by then; false: there was no report to differ from.
    package let knewAnything: Bool
    package let revisions: [Revision]
    /// Values of days that the last report covered, learned since.
    package let lateValues: Int
    /// Events learned since.
    package let newEvents: [NewsEvent]
    /// Events that the last report had, and that read differently now.
    package let changedEvents: [NewsEvent]
    package let droppedEvents: [NewsEvent]
    /// Whether more versions of events were learned since than are held one by one against what was known, as after a large
    /// import: then none is.
    package let learnedManyEvents: Bool
    /// Steps of lists of days before this period, learned since.
    package let lateSteps: [Step]

    /// A value that the last report may have used and that is another one now, or none.
    package struct Revision: Hashable {
        package var series: SeriesKey
        package var day: Day
        package var before: PublishedNumber
        /// Nil: withdrawn.
        package var after: PublishedNumber?
        package var knownFrom: Instant
        package var run: RunID

        package var changePercent: Double? { after.map { 100 * ($0.value / before.value - 1) } }
    }

    /// How far before the period values are compared.
    private static let reach = 35
    /// So many versions of events are held against what was known, whatever their days.
    package static let mostEvents = 2000
}

extension ReportDifference {
    package init(
        _ period: ReportPeriod, _ scope: ReportScope, ledger: Ledger, published: [DatedSeries], lists: [ListHistory],
        known: KnownOn
    ) throws {
        let then = KnownOn(lastSecond: min(Instant(period.first + 1).seconds - 1, known.lastSecond))
        self.then = then
        knewAnything = try ledger.lastActivity(at: Instant(seconds: then.lastSecond)) != nil
        guard knewAnything else {
            (revisions, lateValues, newEvents, changedEvents, droppedEvents, lateSteps) = ([], 0, [], [], [], [])
            learnedManyEvents = false
            return
        }
        var (found, late): ([Revision], Int) = ([], 0)
        for series in published.map(\.key).sorted() {
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
        learnedManyEvents = try ledger.hasLearnedEvents(moreThan: ReportDifference.mostEvents, after: then)
        var learned = scope.events(.all, to: period.last)
        learned.learnedAfter = then
        let new = learnedManyEvents ? [] : try ledger.events(learned, known: known)
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
