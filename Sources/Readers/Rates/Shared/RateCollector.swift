internal import Formats
internal import Vocabulary

/// The values of a file, sorted into series as they come.
struct RateCollector {
    /// What a series is called before its source: currencies or an area, and its measure.
    struct Name: Hashable {
        /// The base of a rate, or the area of an indicator.
        var first: String
        /// The quote of a rate; empty for an indicator.
        var second: String
        var measure: String
    }

    private struct Series {
        var name: Name
        var days: [Day] = []
        var numbers: [PublishedNumber] = []
        /// Days for which the file says that there is no value.
        var absent: ClosedRange<Day>?
    }

    private var series: [Series] = []
    private var indices: [Name: Int] = [:]
    var period: Period?
    /// Names that were left out, being no currency that ISO 4217 has.
    var unknownCodes: Set<String> = []

    var isEmpty: Bool { series.allSatisfy(\.days.isEmpty) }

    /// Where the values of a name are collected.
    mutating func index(of name: Name) -> Int {
        if let index = indices[name] { return index }
        indices[name] = series.count
        series.append(Series(name: name))
        return series.count - 1
    }

    mutating func add(_ number: PublishedNumber, on day: Day, to index: Int) {
        series[index].days.append(day)
        series[index].numbers.append(number)
    }

    /// The file has the day and no value for it.
    mutating func addNone(on day: Day, to index: Int) {
        let known = series[index].absent
        series[index].absent = min(known?.lowerBound ?? day, day)...max(known?.upperBound ?? day, day)
    }

    /// The values as series of a source, those in between included.
    ///
    /// - Parameter reasonForNothing: why there is not one value, where that is so.
    mutating func reading(
        source: String, layout: RateLayout, reasonForNothing: String = "the file has not one value"
    ) throws -> Reading {
        var readings: [SeriesReading] = []
        var last: Day?
        var repeats = 0
        for index in series.indices where !series[index].days.isEmpty || series[index].absent != nil {
            let name = series[index].name
            repeats += try sort(&series[index], keepsLast: layout.day.isLast)
            let own = series[index]
            let bounds = [own.days.first, own.days.last, own.absent?.lowerBound, own.absent?.upperBound].compactMap {
                $0
            }
            guard let lower = bounds.min(), let upper = bounds.max() else { continue }
            let key =
                name.second.isEmpty
                ? SeriesKey("\(name.first):\(name.measure):\(source)")
                : SeriesKey(base: name.first, quote: name.second, measure: name.measure, source: source)
            guard let key else { throw Fault("bad_series", "\"\(name.first):\(name.measure)\" names no series") }
            var reading = SeriesReading(
                key: key,
                unit: layout.units[name.measure] ?? layout.unit
                    ?? (name.second.isEmpty ? "" : "\(name.second) per \(name.first)"),
                complete: lower...upper, days: own.days, numbers: own.numbers)
            reading.period = self.period ?? layout.period ?? .daily
            readings.append(reading)
            if let day = own.days.last, last.map({ day > $0 }) ?? true { last = day }
        }
        var oneSided: [String: Int] = [:]
        readings += RateMids.all(readings, layout, source: source, oneSided: &oneSided)
        guard let last else {
            throw Fault(
                "no_rows", reasonForNothing, remedy: "Fetch it again; an empty file changes nothing.")
        }
        var reading = Reading(.rates(readings.sorted { $0.key < $1.key }), published: last)
        for (name, days) in oneSided.sorted(by: { $0.key < $1.key }).prefix(3) {
            reading.warnings.append("\(name) is of one side only on \(days) of its days")
        }
        if !unknownCodes.isEmpty {
            let isOne = unknownCodes.count == 1
            reading.warnings.append(
                "\(unknownCodes.count) code\(isOne ? "" : "s") that ISO 4217 does not have \(isOne ? "is" : "are") left out: "
                    + Wording.list(unknownCodes.sorted().map(\.shown), most: 8))
        }
        if repeats > 0 { reading.warnings.append("\(repeats) values stand in the file twice, word for word") }
        return reading
    }

    /// Oldest first, each day once; two values for one day are refused unless they are the same.
    private func sort(_ series: inout Series, keepsLast: Bool) throws -> Int {
        let days = series.days
        var order = Array(days.indices)
        if !zip(days, days.dropFirst()).allSatisfy({ $0 < $1 }) { order.sort { (days[$0], $0) < (days[$1], $1) } }
        var kept: [Int] = []
        kept.reserveCapacity(order.count)
        for index in order {
            if let before = kept.last, days[before] == days[index] {
                if keepsLast {
                    kept[kept.count - 1] = index
                    continue
                }
                guard series.numbers[before].isSameValue(as: series.numbers[index]) else {
                    throw Fault(
                        "duplicate_key",
                        "\(series.name.first)\(series.name.second.isEmpty ? "" : "/\(series.name.second)") has two values on "
                            + "\(days[index]): \(series.numbers[before]) and \(series.numbers[index])",
                        remedy: "Nobody can say which is meant; fetch the file again.")
                }
            } else {
                kept.append(index)
            }
        }
        let repeats = keepsLast ? 0 : order.count - kept.count
        if kept.count < order.count || order.first != 0 || !zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }) {
            (series.days, series.numbers) = (kept.map { series.days[$0] }, kept.map { series.numbers[$0] })
        }
        return repeats
    }
}
