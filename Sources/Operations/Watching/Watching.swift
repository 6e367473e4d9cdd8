package import Configuration
internal import Indicators
package import Store
package import Vocabulary

/// Asks the rules of a watch list whether they hold, by what was known at one moment.
///
/// Nothing is remembered of what was told: whether a rule is new is asked of the ledger as it was known before.
package final class Watching {
    let watch: WatchList
    let ledger: any Ledger
    let known: KnownOn
    let book: SeriesBook
    /// The series and the stretches of lists that were asked for last: rules are asked day by day.
    var kept: (key: SeriesKey, series: DatedSeries)?
    var histories: [String: (days: ClosedRange<Day>, history: ListHistory)] = [:]
    let names: ListNames

    package init(
        _ workspace: Workspace, _ watch: WatchList, _ ledger: any Ledger, book: SeriesBook, known: KnownOn
    ) {
        self.watch = watch
        self.ledger = ledger
        self.book = book
        self.known = known
        names = ListNames(workspace.settings)
    }

    /// Those that hold on any of some days, each once for every time that it began to.
    package func alarms(on days: ClosedRange<Day>) throws -> [Alarm] {
        try watch.rules.flatMap { try alarms($0, days) }
    }

    /// What a rule finds on a day; nil: it does not hold.
    package func finding(_ rule: WatchRule, on day: Day) throws -> Alarm.Finding? {
        switch rule.condition {
        case .valueLost(let key, let percent, let length):
            guard book.isKnown(key) else { return nil }
            return try valueLost(try series(key), percent, length, day)
        case .premium(let country, let percent): return try premium(country, percent, day)
        case .listings(let list, let programme, let isRemoval, let count, let length):
            return try listings(list, programme, isRemoval, count, (day - (length - 1))...day)
        case .stale(let feed, let limit): return try stale(feed, limit, day)
        }
    }

    private func alarms(_ rule: WatchRule, _ days: ClosedRange<Day>) throws -> [Alarm] {
        // A day that has not come yet cannot show that a feed stopped.
        let last = min(days.upperBound, Instant(seconds: known.lastSecond).day)
        guard days.lowerBound <= last else { return [] }
        var found: [Alarm] = []
        var held = try finding(rule, on: days.lowerBound - 1) != nil
        for offset in 0...(last - days.lowerBound) {
            let day = days.lowerBound + offset
            let finding = try finding(rule, on: day)
            if let finding, !held {
                found.append(Alarm(rule: rule, since: day, isStanding: true, finding: finding))
            } else if let finding, found.isEmpty {
                found.append(Alarm(rule: rule, since: nil, isStanding: true, finding: finding))
            } else if finding == nil, held, !found.isEmpty {
                found[found.count - 1].isStanding = false
            }
            held = finding != nil
        }
        return found
    }
}
