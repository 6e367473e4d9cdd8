package import Vocabulary

/// From when on a claim says that something happened.
package enum ClaimPeriod: Sendable, Hashable {
    /// Since a day, or since any day of a month or year that was named without one.
    case since(Day, through: Day)
    /// A span that ends on the day asked about.
    case past(months: Int, days: Int)
    /// Since the first of January of the year asked about.
    case yearStart

    /// The base days it may mean.
    package func bases(on day: Day) -> ClosedRange<Day> {
        switch self {
        case .since(let first, let last): return first...last
        case .past(let months, let days):
            let base = day.adding(months: -months) - days
            return base...base
        case .yearStart:
            let start = Day(year: day.civil.year, month: 1, day: 1) ?? day
            return start...start
        }
    }

    /// The period that a sentence states; where it states one that is no date, its words instead.
    static func read(_ tokens: [ClaimToken]) -> (period: ClaimPeriod?, unread: String?) {
        var unread: String?
        for index in tokens.indices {
            guard let word = tokens[index].word else { continue }
            let rest = tokens[(index + 1)...]
            switch word {
            case "since":
                if let period = since(rest) { return (period, nil) }
                unread = "since " + rest.prefix(3).compactMap(\.word).joined(separator: " ")
            case "in", "over", "within", "during":
                if let period = span(rest) { return (period, nil) }
                // A year that is over has an end as well as a base: --on and a day do for it.
                if let year = year(rest.first) { unread = "\(word) \(year)" }
            case "this" where rest.first == .word("year"): return (.yearStart, nil)
            case "year" where rest.starts(with: [.word("to"), .word("date")]): return (.yearStart, nil)
            case "year" where rest.starts(with: [.word("on"), .word("year")]): return (.past(months: 12, days: 0), nil)
            case "month" where rest.starts(with: [.word("on"), .word("month")]): return (.past(months: 1, days: 0), nil)
            case "overnight": return (.past(months: 0, days: 1), nil)
            default: break
            }
        }
        return (nil, unread)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// `march`, `mar`.
    private static func month(_ token: ClaimToken?) -> Int? {
        guard let word = token?.word, word.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
    }

    private static func year(_ token: ClaimToken?) -> Int? {
        guard let value = token?.number, value == value.rounded(), (1900...2100).contains(value) else { return nil }
        return Int(value)
    }

    private static func since(_ given: ArraySlice<ClaimToken>) -> ClaimPeriod? {
        let words = Array(given.prefix(6))
        func at(_ index: Int) -> ClaimToken? { index < words.count ? words[index] : nil }
        if case .day(let day) = at(0) { return .since(day, through: day) }
        if let month = month(at(0)) {
            if let year = year(at(1)) { return whole(year, month) }
            if let day = at(1)?.number, let year = year(at(2)) { return single(year, month, day) }
        }
        if let day = at(0)?.number, let month = month(at(1)), let year = year(at(2)) { return single(year, month, day) }
        if let year = year(at(0)), let first = Day(year: year, month: 1, day: 1) {
            return .since(first, through: Day(year: year, month: 12, day: 31) ?? first)
        }
        let named = words.compactMap(\.word)
        let starts: [[String]] = ["the", "this"].flatMap { article in
            ["start", "beginning"].map { ["the", $0, "of", article, "year"] }
        }
        return starts.contains { named.starts(with: $0) } ? .yearStart : nil
    }

    private static func whole(_ year: Int, _ month: Int) -> ClaimPeriod? {
        guard let first = Day(year: year, month: month, day: 1),
            let last = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
        else { return nil }
        return .since(first, through: last)
    }

    private static func single(_ year: Int, _ month: Int, _ number: Double) -> ClaimPeriod? {
        guard number == number.rounded(), let day = Day(year: year, month: month, day: Int(min(number, 99))) else {
            return nil
        }
        return .since(day, through: day)
    }

    /// `a year`, `the past month`, `the last 12 months`, `three weeks`.
    private static func span(_ given: ArraySlice<ClaimToken>) -> ClaimPeriod? {
        var rest = given
        while let word = rest.first?.word, ["the", "just", "a", "an", "past", "last", "under"].contains(word) {
            rest = rest.dropFirst()
        }
        var count = 1
        if let value = rest.first?.number {
            guard value == value.rounded(), (1...1200).contains(value) else { return nil }
            count = Int(value)
            rest = rest.dropFirst()
        }
        switch rest.first?.word {
        case "day", "days": return .past(months: 0, days: count)
        case "week", "weeks": return .past(months: 0, days: 7 * count)
        case "month", "months": return .past(months: count, days: 0)
        case "year", "years": return .past(months: 12 * count, days: 0)
        default: return nil
        }
    }
}
