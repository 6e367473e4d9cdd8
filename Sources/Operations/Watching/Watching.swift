package import Configuration
internal import Indicators
package import Store
internal import Tables
package import Vocabulary

/// Asks the rules of a watch list whether they hold, by what was known at one moment.
///
/// Nothing is remembered of what was told: whether a rule is new is asked of the ledger as it was known before.
package final class Watching {
    private let workspace: Workspace
    private let watch: WatchList
    private let ledger: any Ledger
    private let known: KnownOn
    private let book: SeriesBook
    /// The longest any rule on lists looks back, by list.
    private var histories: [String: ListHistory] = [:]
    private let names: ListNames

    package init(
        _ workspace: Workspace, _ watch: WatchList, _ ledger: any Ledger, book: SeriesBook, known: KnownOn
    ) {
        self.workspace = workspace
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

    private var kept: (key: SeriesKey, series: DatedSeries)?
    private func series(_ key: SeriesKey) throws -> DatedSeries {
        if let kept, kept.key == key { return kept.series }
        let series = try book.series(key)
        kept = (key, series)
        return series
    }

    private func valueLost(
        _ series: DatedSeries, _ percent: Double, _ length: Int, _ day: Day
    ) throws -> Alarm.Finding? {
        let answer = try IndicatorCatalogue.indicator("value_lost_pct")
            .answer(IndicatorQuestion([series], on: day, base: day - length)).first
        guard let value = answer?.value, value > percent, let at = series.lastIndex(onOrBefore: day) else { return nil }
        let point = series.points[at]
        return Alarm.Finding(
            value: value, unit: "percent",
            sentence: "\(series.key) lost \(fixed(value, decimals: 1)) % of its value in \(length) "
                + "day\(length == 1 ? "" : "s"), to \(point.printed?.description ?? fixed(point.value, decimals: 4)) "
                + "(\(series.unit)) on \(point.day)")
    }

    private func premium(_ code: String, _ percent: Double, _ day: Day) throws -> Alarm.Finding? {
        guard let country = watch.country(code) else { return nil }
        let indicator = try IndicatorCatalogue.indicator("premium_pct")
        for street in country.parallel where book.isKnown(street) {
            for official in country.official where book.isKnown(official) && official.pair == street.pair {
                let question = IndicatorQuestion([try book.series(street), try book.series(official)], on: day)
                guard let value = try indicator.answer(question).first?.value else { continue }
                guard value > percent else { return nil }
                return Alarm.Finding(
                    value: value, unit: "percent",
                    sentence: "\(street) stands \(fixed(value, decimals: 1)) % above \(official)")
            }
        }
        return nil
    }

    private func listings(
        _ list: String?, _ programme: String?, _ isRemoval: Bool, _ most: Int, _ days: ClosedRange<Day>
    ) throws -> Alarm.Finding? {
        let lists = try list.map { [$0] } ?? ledger.lists()
        let steps = try lists.flatMap { try history($0, days).steps }.filter { days.contains($0.run.day) }
        let entries = steps.flatMap { step in
            step.changes.compactMap { change -> String? in
                guard isRemoval ? change.isEasing : change.isComing, let entry = change.subject,
                    programme.map({ names.isUnder($0, entry) }) ?? true
                else { return nil }
                return "\(step.run.feed)|\(change.id)"
            }
        }
        let count = Set(entries).count
        guard count > most else { return nil }
        let length = days.upperBound - days.lowerBound + 1
        return Alarm.Finding(
            value: Double(count), unit: "entries",
            sentence: "\(list.map { names.title($0) } ?? "All lists"): \(count) \(isRemoval ? "removed" : "added")"
                + "\(programme.map { " under \($0)" } ?? "") in \(length) day\(length == 1 ? "" : "s")")
    }

    /// Whole years are walked at once: a rule is asked day by day.
    private func history(_ list: String, _ days: ClosedRange<Day>) throws -> ListHistory {
        if let kept = histories[list], let range = reached[list], range.contains(days.lowerBound),
            range.contains(days.upperBound)
        {
            return kept
        }
        let range = (days.lowerBound - 31)...(days.upperBound + 31)
        let history = try ledger.history(list, in: range, known: known)
        (histories[list], reached[list]) = (history, range)
        return history
    }
    private var reached: [String: ClosedRange<Day>] = [:]

    private func stale(_ id: String, _ limit: Interval, _ day: Day) throws -> Alarm.Finding? {
        let end = Instant(seconds: min(Instant(day + 1).seconds - 1, known.lastSecond))
        let record = try ledger.health(feed: id, at: end)
        guard let last = record.lastKnown else {
            return record.last == nil
                ? nil : Alarm.Finding(value: 0, unit: "hours", sentence: "\(id) was tried and never obtained")
        }
        let age = end - last.seen
        guard age > limit.seconds else { return nil }
        return Alarm.Finding(
            value: Double(age) / 3600, unit: "hours", sentence: "\(id) has had no success since \(last.seen)")
    }
}

extension ListNames {
    /// The entry carries the tag, one that was renamed to it, or one of that family.
    func isUnder(_ name: String, _ entry: Designation) -> Bool {
        programmes(of: entry).contains(name) || entry.programmes.contains(name) || families(of: entry).contains(name)
    }
}
