internal import Glibc
internal import Rates
package import Vocabulary

/// A rate of a candidate beside the same rate of another source, of the same class and about the same day.
package struct Neighbour: Sendable, Hashable {
    package var pair: SeriesKey.Pair
    package var day: Day
    package var source: String
    /// The feed that brings it.
    package var feed = ""
    /// As printed.
    package var value: Double
    package var otherSource: String
    package var other: Double
    /// What the two are divided by to be in one unit.
    package var scale = 1.0
    package var otherScale = 1.0
    /// A change of unit that one of the two may not have followed.
    package var change: UnitChanges.Change?

    package init(
        pair: SeriesKey.Pair, day: Day, source: String, value: Double, otherSource: String, other: Double
    ) {
        self.pair = pair
        self.day = day
        self.source = source
        self.value = value
        self.otherSource = otherSource
        self.other = other
    }

    static let fewestSwapped = 3

    package var ratio: Double { (value / scale) / (other / otherScale) }

    /// The power of ten that lies between the two.
    var power: Int? { PowerOfTen.near(ratio, within: 1.25) }

    /// One is the other's reciprocal, and not near it: rates about one are both.
    var isSwapped: Bool {
        let product = (value / scale) * (other / otherScale)
        return product > 0 && abs(log(product)) < log(1.05) && abs(log(ratio)) > log(1.25)
    }

    /// `USD/SYP 115.52 of cbu against 13,002 of x on 2026-04-01: x112.6`
    var words: String {
        let size =
            ratio >= 1
            ? "x\(Wording.short(ratio, significant: 5, grouped: false))"
            : "÷\(Wording.short(1 / ratio, significant: 5, grouped: false))"
        return
            "\(pair.base)/\(pair.quote) \(Wording.short(value, significant: 5, grouped: false)) of \(source) against \(Wording.short(other, significant: 5, grouped: false)) of "
            + "\(otherSource) on \(day): \(size)"
    }

    var question: String {
        guard let change else { return "another unit, or a misplaced point?" }
        let units = change.names.count == 2 ? "\(change.names[0]) and \(change.names[1])" : "old and new \(change.code)"
        let own = feed.isEmpty || change.switchDay(of: feed) != nil ? "the other feed" : "\(feed)"
        return "\(units)? If \(own) has switched, add its [[unit.switch]] to Config/units.toml"
    }
}
