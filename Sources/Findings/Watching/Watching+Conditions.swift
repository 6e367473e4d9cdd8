package import Configuration
internal import Indicators
internal import Lists
package import Rates
internal import Store
package import Vocabulary

/// What each condition of a rule asks.
extension Watching {
    /// What one day says of a rule.
    package enum Answer {
        case holds(Alarm.Finding)
        case holdsNot
        /// Why it cannot be said.
        case unknown(String)
    }

    package func series(_ key: SeriesKey) throws -> DatedSeries {
        if let kept, kept.key == key { return kept.series }
        let series = try book.series(key)
        kept = (key, series)
        return series
    }

    package func valueLost(_ key: SeriesKey, _ percent: Double, length: Int, day: Day) throws -> Answer {
        guard book.isKnown(key) else { return .unknown("\(key) is not in the ledger") }
        let series = try series(key)
        let answer = try IndicatorCatalogue.indicator("value_lost_pct")
            .answer(IndicatorQuestion([series], on: day, base: day - length)).first
        guard let value = answer?.value, let at = series.lastIndex(onOrBefore: day) else {
            return .unknown("\(key): \(answer?.note ?? "no value")")
        }
        if let reason = series.mismatch(from: day - length, to: day) { return .unknown("\(key): \(reason)") }
        guard value > percent else { return .holdsNot }
        let point = series.points[at]
        return .holds(
            Alarm.Finding(
                value: value, unit: "percent",
                sentence: "\(series.key) lost \(Wording.percent(value)) of its value in "
                    + "\(Wording.count(length, "day")), to \(point.printed?.description ?? Wording.fixed(point.value, 4, grouped: false)) "
                    + "(\(series.unit)) on \(point.day)"))
    }

    package func premium(_ code: String, _ percent: Double, _ day: Day) throws -> Answer {
        guard let country = watch.country(code) else { return .unknown("\(code) is not watched") }
        let indicator = try IndicatorCatalogue.indicator("premium_pct")
        var reason = "\(code) has no street rate and official rate of the same two currencies in the ledger"
        for street in country.parallel where book.isKnown(street) {
            for official in country.official where book.isKnown(official) && official.pair == street.pair {
                let pair = [try book.series(street), try book.series(official)]
                let answer = try indicator.answer(IndicatorQuestion(pair, on: day)).first
                func dated(_ place: Int) -> String {
                    let of = pair[place].lastIndex(onOrBefore: day).map { " (of \(pair[place].points[$0].day))" }
                    return "\(pair[place].key)\(of ?? "")"
                }
                guard let value = answer?.value else {
                    reason = "\(street) over \(official): \(answer?.note ?? "no value")"
                    continue
                }
                guard value > percent else { return .holdsNot }
                return .holds(
                    Alarm.Finding(
                        value: value, unit: "percent",
                        sentence: "\(dated(0)) stands \(Wording.percent(value)) above \(dated(1))"))
            }
        }
        return .unknown(reason)
    }

    package func listings(
        _ list: String?, _ programme: String?, isRemoval: Bool, most: Int, days: ClosedRange<Day>
    ) throws -> Answer {
        let stored = try ledger.lists()
        let lists = list.map { [$0] } ?? stored
        guard lists.contains(where: stored.contains) else {
            return .unknown(list.map { "\($0) is not in the ledger" } ?? "no list is in the ledger")
        }
        let histories = try lists.map { try history($0, days) }
        let steps = histories.flatMap(\.steps).filter { days.contains($0.run.day) }
        let looks = histories.flatMap(\.looks).filter { days.contains($0.day) && $0.previous != nil }
        guard !steps.isEmpty || !looks.isEmpty else {
            return .unknown(
                "\(list ?? "no list") \(list == nil ? "was" : "was not") looked at from \(days.lowerBound) to "
                    + "\(days.upperBound) and before")
        }
        let entries = steps.flatMap { step in
            step.changes.compactMap { change -> String? in
                guard isRemoval ? change.isEasing : change.isComing, let entry = change.subject,
                    programme.map({ names.isUnder($0, entry) }) ?? true
                else { return nil }
                return "\(step.run.feed)|\(change.id)"
            }
        }
        let count = Set(entries).count
        guard count > most else { return .holdsNot }
        let length = days.upperBound - days.lowerBound + 1
        return .holds(
            Alarm.Finding(
                value: Double(count), unit: "entries",
                sentence: "\(list.map { names.title($0) } ?? "All lists"): \(count) \(isRemoval ? "removed" : "added")"
                    + "\(programme.map { " under \($0)" } ?? "") in \(Wording.count(length, "day"))"))
    }

    /// Somewhat more than is asked for: the next days are asked for next.
    package func history(_ list: String, _ days: ClosedRange<Day>) throws -> ListHistory {
        if let kept = histories[list], kept.days.contains(days.lowerBound), kept.days.contains(days.upperBound) {
            return kept.history
        }
        let range = (days.lowerBound - 31)...(max(horizon ?? days.upperBound, days.upperBound) + 31)
        let history = try ledger.history(list, in: range, known: known)
        histories[list] = (range, history)
        return history
    }

    package func stale(_ id: String, _ limit: Interval, _ day: Day) throws -> Answer {
        let end = Instant(seconds: min(Instant(day + 1).seconds - 1, known.lastSecond))
        let record = try ledger.health(feed: id, at: end)
        guard let last = record.lastKnown else {
            return record.last == nil
                ? .unknown("\(id) was never tried")
                : .holds(Alarm.Finding(value: 0, unit: "hours", sentence: "\(id) was tried and never obtained"))
        }
        let age = end - last.seen
        guard age > limit.seconds else { return .holdsNot }
        return .holds(
            Alarm.Finding(
                value: Double(age) / 3600, unit: "hours", sentence: "\(id) has had no success since \(last.seen)"))
    }
}

extension ListNames {
    /// The entry carries the tag, one that was renamed to it, or one of that family.
    package func isUnder(_ name: String, _ entry: Designation) -> Bool {
        programmes.currentTags(of: entry).contains(name) || entry.programmes.contains(name)
            || programmes.summaryFamilies(of: entry).contains(name)
    }
}
