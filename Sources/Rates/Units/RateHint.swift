internal import Glibc
package import Vocabulary

/// The likeliest reason why a rate is not what it was: a hint for the person who looks.
package struct RateHint {
    /// The suspect value, as printed.
    package var value: Double
    /// The last believed one.
    package var previous: Double
    package var pair: SeriesKey.Pair
    package var day: Day
    package var feed = ""
    package var units = UnitChanges()
    /// What the same source last printed for its other pairs with the same base, by quote.
    package var siblings: [(quote: String, value: Double)] = []

    package init(value: Double, previous: Double, pair: SeriesKey.Pair, day: Day) {
        self.value = value
        self.previous = previous
        self.pair = pair
        self.day = day
    }

    /// `x100: another unit, or a misplaced point?`; nil where nothing comes to mind.
    package var text: String? {
        guard value > 0 else { return "no rate is zero or less" }
        guard previous > 0 else { return nil }
        let ratio = value / previous
        if let change = unitChange(ratio) { return change }
        if let power = PowerOfTen.near(ratio, within: 1.1) {
            let per100 = abs(power) == 2 ? ", or per 100 units?" : "?"
            return "\(PowerOfTen.words(power)): another unit, or a misplaced point\(per100)"
        }
        // Of two values near one the one is hardly the other's reciprocal by mistake.
        if abs(value * previous - 1) < 0.1, abs(log(previous)) > 0.2 { return "1/x: base and quote swapped?" }
        // Of a hundred currencies some other one always stands near a value that merely moved.
        guard abs(log(ratio)) > log(2) else { return nil }
        let same = siblings.filter { $0.quote != pair.quote && abs(value / $0.value - 1) < 0.01 }
        if same.count == 1 { return "\(same[0].quote)'s number?" }
        return nil
    }

    private func unitChange(_ ratio: Double) -> String? {
        for change in units.of(pair) where change.mayShow(on: day) {
            guard let divisor = change.divisor(of: pair), let effective = change.effective,
                abs(ratio * divisor - 1) <= RateScreen.unitTolerance, change.switchDay(of: feed) == nil
            else { continue }
            let factor = PowerOfTen.near(change.divisor, within: 1.001).map { "\($0) zeros" } ?? "its old unit"
            return
                "÷\(PowerOfTen.plain(change.divisor)): \(change.code) lost \(factor) on \(effective); if this "
                + "feed has switched, add [[unit.switch]] feed = \"\(feed)\" day = \(day)"
        }
        return nil
    }
}

/// Ratios that only a unit or a misplaced point explains.
package enum PowerOfTen {
    /// The power other than 0 of ten that a ratio is near, within a factor; nil where there is none.
    package static func near(_ ratio: Double, within factor: Double) -> Int? {
        guard ratio > 0, ratio.isFinite else { return nil }
        let exponent = log10(ratio)
        let power = exponent.rounded()
        guard power != 0, abs(exponent - power) <= log10(factor) else { return nil }
        return Int(power)
    }

    /// `x100`, `÷1000`
    package static func words(_ power: Int) -> String { (power > 0 ? "x" : "÷") + plain(pow(10, abs(Double(power)))) }

    /// Without a fraction where there is none.
    static func plain(_ value: Double) -> String {
        Wording.plain(value)
    }
}
