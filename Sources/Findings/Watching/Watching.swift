package import Configuration
internal import Indicators
internal import Lists
package import Rates
package import Store
package import Vocabulary

/// Asks the rules of a watch list whether they hold, by what was known at one moment.
///
/// Nothing is remembered of what was told: whether a rule is new is asked of the ledger as it was known before.
package final class Watching {
    package let watch: WatchList
    package let ledger: Ledger
    package let known: KnownOn
    package let book: SeriesBook
    /// The series and the stretches of lists that were asked for last: rules are asked day by day.
    package var kept: (key: SeriesKey, series: DatedSeries)?
    package var histories: [String: (days: ClosedRange<Day>, history: ListHistory)] = [:]
    /// The last of the days that are asked one after another: a list is walked once for all of them.
    private(set) var horizon: Day?
    package let names: ListNames

    package init(
        _ settings: Settings, _ watch: WatchList, _ ledger: Ledger, book: SeriesBook, known: KnownOn
    ) {
        self.watch = watch
        self.ledger = ledger
        self.book = book
        self.known = known
        names = ListNames(settings)
    }

    /// Those that hold on any of some days, each once for every time that it began to.
    package func alarms(on days: ClosedRange<Day>) throws -> [Alarm] {
        horizon = days.upperBound
        return try watch.rules.flatMap { try alarms($0, days) }
    }

    /// Rules of which the last of some days that has come says nothing, and why.
    package func unknown(on days: ClosedRange<Day>) throws -> [(rule: WatchRule, reason: String)] {
        let last = min(days.upperBound, present)
        guard days.lowerBound <= last else { return [] }
        return try watch.rules.compactMap { rule in
            guard case .unknown(let reason) = try answer(rule, on: last) else { return nil }
            return (rule, reason)
        }
    }

    /// What a rule finds on a day; nil: it does not hold, or cannot be judged.
    package func finding(_ rule: WatchRule, on day: Day) throws -> Alarm.Finding? {
        guard case .holds(let finding) = try answer(rule, on: day) else { return nil }
        return finding
    }

    /// Whether a rule held by the last day up to this one that says anything: what is unknown clears no rule.
    package func held(_ rule: WatchRule, on day: Day) throws -> Bool {
        for back in 0...Watching.mostSilence {
            switch try answer(rule, on: day - back) {
            case .holds: return true
            case .holdsNot: return false
            case .unknown: continue
            }
        }
        return false
    }

    /// After so many days without an answer a rule that holds is told as new.
    private static let mostSilence = 31

    private func answer(_ rule: WatchRule, on day: Day) throws -> Answer {
        switch rule.condition {
        case .valueLost(let key, let percent, let length): try valueLost(key, percent, length: length, day: day)
        case .premium(let country, let percent): try premium(country, percent, day)
        case .listings(let list, let programme, let isRemoval, let count, let length):
            try listings(list, programme, isRemoval: isRemoval, most: count, days: (day - (length - 1))...day)
        case .stale(let feed, let limit): try stale(feed, limit, day)
        }
    }

    /// A day that has not come yet cannot show that a feed stopped.
    private var present: Day { Instant(seconds: known.lastSecond).day }

    private func alarms(_ rule: WatchRule, _ days: ClosedRange<Day>) throws -> [Alarm] {
        let last = min(days.upperBound, present)
        guard days.lowerBound <= last else { return [] }
        var found: [Alarm] = []
        var isHeld = try held(rule, on: days.lowerBound - 1)
        for offset in 0...(last - days.lowerBound) {
            let day = days.lowerBound + offset
            switch try answer(rule, on: day) {
            case .holds(let finding):
                if !isHeld || found.isEmpty {
                    found.append(Alarm(rule: rule, since: isHeld ? nil : day, isStanding: true, finding: finding))
                }
                isHeld = true
            case .holdsNot:
                if isHeld, !found.isEmpty { found[found.count - 1].isStanding = false }
                isHeld = false
            case .unknown: continue
            }
        }
        return found
    }
}
