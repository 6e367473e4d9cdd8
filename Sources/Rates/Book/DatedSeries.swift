package import Vocabulary

/// A series as it was known at one moment, ready for arithmetic.
package struct DatedSeries: Sendable, Hashable {
    /// Its name, of a published series or of a cross.
    package var key: SeriesKey
    /// `RUB per EUR`, `percent`.
    package var unit: String
    /// Ascending, each day once; what is suspect is not among them.
    package var points: [DatedPoint]
    /// Printed values that nothing confirms yet, ascending: kept out of arithmetic, seen by quality signals.
    package var suspects: [DatedPoint] = []
    /// What `points` are divided by to be in the newest unit of their currencies: 100 for Syrian pounds of a feed that
    /// still prints old ones.
    package var unitScale = 1.0
    /// Since when a change of unit is in force that its values do not follow as far as is known; nil: there is none.
    package var openUnitSince: Day?
    /// Where points before a day are those of a predecessor currency; the first day of each, descending.
    package var links: [SeriesLink] = []
    /// How old an observation may be and still answer for a day; daily feeds 7, monthly ones 45.
    package var maximumAgeDays: Int
    /// For annualising: 252, 365 for a feed that publishes every day, 12 for monthly rows.
    package var observationsPerYear: Double
    /// ISO weekdays (Monday is 1) on which a calendar-filled feed repeats the day before; empty for every other feed.
    package var closedWeekdays: Set<Int>
    /// The two published series a cross is divided from: base, then quote. Empty for a published series.
    package var legs: [DatedSeries]

    package init(
        key: SeriesKey, unit: String, points: [DatedPoint], maximumAgeDays: Int = 7, observationsPerYear: Double = 252,
        closedWeekdays: Set<Int> = [], legs: [DatedSeries] = []
    ) {
        self.key = key
        self.unit = unit
        self.points = points
        self.maximumAgeDays = maximumAgeDays
        self.observationsPerYear = observationsPerYear
        self.closedWeekdays = closedWeekdays
        self.legs = legs
    }

    /// The predecessor's series that a day's point is of; nil where it is of this one.
    package func link(on day: Day) -> SeriesLink? { links.last { day < $0.before } }

    /// Every printed value, the suspect ones in their places.
    package var everyPoint: [DatedPoint] {
        suspects.isEmpty ? points : (points + suspects).sorted { $0.day < $1.day }
    }

    /// As it was printed: every value before any unit is divided out, the suspect ones in their places and still named.
    package var asPrinted: DatedSeries {
        get throws {
            guard legs.isEmpty else { return try CrossRate.asPrinted(self) }
            var copy = self
            copy.points = everyPoint.map { point in
                var point = point
                point.value = point.printedValue
                return point
            }
            return copy
        }
    }

    /// The first day with a value, a suspect one included.
    package var firstDay: Day? { [points.first?.day, suspects.first?.day].compactMap { $0 }.min() }

    /// The index of the last point dated on or before a day.
    package func lastIndex(onOrBefore day: Day) -> Int? {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }

    /// The points that `--from` and `--to` leave; an absent end is open.
    package func bounded(from: Day?, to: Day?) -> DatedSeries {
        guard from != nil || to != nil else { return self }
        var copy = self
        let isInside = { (point: DatedPoint) in
            (from.map { point.day >= $0 } ?? true) && (to.map { point.day <= $0 } ?? true)
        }
        copy.points = points.filter(isInside)
        copy.suspects = suspects.filter(isInside)
        return copy
    }
}

/// A series continued into the currency that this one took the place of.
package struct SeriesLink: Sendable, Hashable {
    /// The predecessor's series.
    package var key: SeriesKey
    /// What its values are divided by.
    package var divisor: Double
    /// The first day of the series that it continues.
    package var before: Day

    package init(key: SeriesKey, divisor: Double, before: Day) {
        self.key = key
        self.divisor = divisor
        self.before = before
    }
}

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
