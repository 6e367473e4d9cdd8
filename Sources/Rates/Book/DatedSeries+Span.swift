package import Vocabulary

extension DatedSeries {
    /// Why a move from one day to another is not one over those days, though both have a rate that is not too old: a
    /// monthly rate tells nothing of a week. Nil: it is one, or a rate is missing.
    ///
    /// There has to be a rate after the first day, and the rate of the first day may be older than it by no more than the
    /// days asked about, or by a long weekend.
    package func mismatch(from base: Day, to day: Day) -> String? {
        guard let last = lastIndex(onOrBefore: day), let first = lastIndex(onOrBefore: base) else { return nil }
        guard first < last else { return "no rate after \(points[first].day)" }
        let longWeekend = 4
        guard base - points[first].day <= max(day - base, longWeekend) else {
            return "the rate before is of \(points[first].day): the source prints too seldom for "
                + Wording.count(day - base, "day")
        }
        return nil
    }
}
