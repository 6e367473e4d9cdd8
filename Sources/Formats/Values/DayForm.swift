package import Vocabulary

/// How a publisher prints days; what does not fit to the letter is no day, and nothing is rolled over.
package struct DayForm: Sendable {
    private enum Piece: Sendable {
        case year
        case shortYear
        case month(Int)
        case day(Int)
        case monthName
        case literal(UInt8)
    }
    private enum Kind: Sendable {
        case pieces([Piece])
        case isoTime, period
        case unix(divisor: Int64, offsetSeconds: Int64)
        case either([DayForm])
    }
    private let kind: Kind
    private let conventions: Conventions

    /// What a publisher's days are written by that no cell says.
    package struct Conventions: Sendable {
        /// Minutes by which the clock behind `unix` is ahead of UTC.
        package var offsetMinutes = 0
        /// The first of the hundred years that two digits stand for; without it two digits are no year.
        package var pivot: Int?
        /// The day that the publisher's clocks show at a moment; nil: the day that is printed.
        package var dayOfInstant: (@Sendable (Instant) -> Day)?
        /// The Gregorian day of a date in the publisher's calendar, by year, month and day; nil: it is the Gregorian.
        package var day: (@Sendable (Int, Int, Int) -> Day?)?

        package init() {}
    }

    /// `yyyy-MM-dd`-like forms with `yyyy`, `MM`, `M` (one digit or two), `MMM` (an English name or its beginning), `dd`,
    /// `d`; `yy` where the conventions have a pivot; text in apostrophes stands for itself (`yyyy'M'MM`); `iso-time` for a day with a time behind it; `period` for SDMX's 2025, 2025-Q1, 2025-M02 and 2025-02, dated at
    /// their ends; `unix` and `unix-ms` for seconds and milliseconds since 1970.
    ///
    /// Several with `|` between them: the first that fits. Nil where the form is none of these.
    package init?(_ form: String, _ conventions: Conventions = Conventions()) {
        self.conventions = conventions
        if form.contains("|") {
            let forms = form.split(separator: "|", omittingEmptySubsequences: false)
                .map { DayForm(String($0), conventions) }
            guard forms.allSatisfy({ $0 != nil }) else { return nil }
            kind = .either(forms.compactMap { $0 })
            return
        }
        switch form {
        case "iso-time": kind = .isoTime
        case "period": kind = .period
        case "unix": kind = .unix(divisor: 1, offsetSeconds: Int64(conventions.offsetMinutes) * 60)
        case "unix-ms": kind = .unix(divisor: 1000, offsetSeconds: Int64(conventions.offsetMinutes) * 60)
        default:
            guard let pieces = DayForm.pieces(form, hasPivot: conventions.pivot != nil) else { return nil }
            kind = .pieces(pieces)
        }
    }

    private static func pieces(_ form: String, hasPivot: Bool) -> [Piece]? {
        var pieces: [Piece] = []
        var rest = Substring(form)
        while let first = rest.first {
            if first == "'" {
                guard let end = rest.dropFirst().firstIndex(of: "'") else { return nil }
                pieces += rest[rest.index(after: rest.startIndex)..<end].utf8.map { .literal($0) }
                rest = rest[rest.index(after: end)...]
                continue
            }
            let run = rest.prefix { $0 == first }
            switch run {
            case "yyyy": pieces.append(.year)
            case "yy" where hasPivot: pieces.append(.shortYear)
            case "MM": pieces.append(.month(2))
            case "M": pieces.append(.month(1))
            case "MMM": pieces.append(.monthName)
            case "dd": pieces.append(.day(2))
            case "d": pieces.append(.day(1))
            case _ where first.isLetter: return nil
            default: pieces += run.utf8.map { .literal($0) }
            }
            rest = rest.dropFirst(run.count)
        }
        // A form without a year is no day's, and one with two of anything contradicts itself.
        func count(_ isOne: (Piece) -> Bool) -> Int { pieces.count(where: isOne) }
        let months = count {
            switch $0 {
            case .month, .monthName: true
            default: false
            }
        }
        let years = count {
            switch $0 {
            case .year, .shortYear: true
            default: false
            }
        }
        guard years == 1, months <= 1,
            count({ if case .day = $0 { true } else { false } }) <= months
        else { return nil }
        return pieces
    }

    /// The day that a cell prints, and the period it ends where the cell says so.
    package func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (day: Day, period: Period?)? {
        switch kind {
        case .pieces(let pieces): return read(pieces, bytes, range).map { ($0, nil) }
        case .isoTime:
            guard range.count > 10, let day = Day(iso: bytes, range.lowerBound..<range.lowerBound + 10),
                let time = TimeSuffix(bytes, range.lowerBound + 10..<range.upperBound)
            else { return nil }
            guard let dayOfInstant = conventions.dayOfInstant, let offset = time.offset else { return (day, nil) }
            return (dayOfInstant(Instant(day) + (time.second - offset)), nil)
        case .either(let forms):
            for form in forms { if let found = form.read(bytes, range) { return found } }
            return nil
        case .period: return SDMXPeriod.read(bytes, range)
        case .unix(let divisor, let offset):
            guard range.count <= 14, let count = decimal(bytes, range) else { return nil }
            let seconds = Int64(count) / divisor + offset
            // 0 is a clock that was never set, and beyond the year 9999 milliseconds were taken for seconds.
            guard count > 0, seconds < 253_402_300_800 else { return nil }
            return (Day(number: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)), nil)
        }
    }

    private func read(_ pieces: [Piece], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Day? {
        var position = range.lowerBound
        var (year, month, day) = (0, 1, 1)
        func digits(_ least: Int, _ most: Int) -> Int? {
            var end = position
            while end < range.upperBound, end - position < most, bytes[end] &- 48 < 10 { end += 1 }
            guard end - position >= least, let value = decimal(bytes, position..<end) else { return nil }
            position = end
            return value
        }
        for piece in pieces {
            switch piece {
            case .year:
                guard let value = digits(4, 4) else { return nil }
                year = value
            case .shortYear:
                guard let value = digits(2, 2), let pivot = conventions.pivot else { return nil }
                year = pivot + (value - pivot % 100 + 100) % 100
            case .month(let least):
                guard let value = digits(least, 2) else { return nil }
                month = value
            case .day(let least):
                guard let value = digits(least, 2) else { return nil }
                day = value
            case .monthName:
                var end = position
                while end < range.upperBound, (97...122).contains(bytes[end] | 0x20) { end += 1 }
                guard let value = monthNumber(bytes, position..<end) else { return nil }
                (month, position) = (value, end)
            case .literal(let byte):
                guard position < range.upperBound, bytes[position] == byte else { return nil }
                position += 1
            }
        }
        guard position == range.upperBound else { return nil }
        return conventions.day.map { $0(year, month, day) } ?? Day(year: year, month: month, day: day)
    }
}

/// `T14:30:00.000Z` and the like, behind a day.
private struct TimeSuffix {
    /// Of the day, as the clock shows it.
    let second: Int64
    /// Seconds ahead of UTC; nil where the time does not say.
    let offset: Int64?

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        let text = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
        guard let mark = text.first, mark == "T" || mark == " " else { return nil }
        let start = text.dropFirst().firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? text.endIndex
        guard TimeSuffix.isZone(text[start...]) else { return nil }
        let parts = text[text.index(after: text.startIndex)..<start].split(
            separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[0].count == 2, parts[1].count == 2,
            let hour = Int64(parts[0]), (0...23).contains(hour), let minute = Int64(parts[1]), (0...59).contains(minute)
        else { return nil }
        offset = TimeSuffix.offset(text[start...])
        guard parts.count == 3 else {
            second = hour * 3600 + minute * 60
            return
        }
        let whole = parts[2].prefix { $0 != "." }
        let fraction = parts[2].dropFirst(whole.count)
        guard whole.count == 2, let seconds = Int64(whole), (0...59).contains(seconds), fraction.count != 1,
            fraction.dropFirst().utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        second = hour * 3600 + minute * 60 + seconds
    }

    /// Nothing, `Z`, or an offset as `+05`, `+0500` or `+05:00`.
    private static func isZone(_ text: Substring) -> Bool {
        guard text != "", text != "Z" else { return true }
        let digits = text.dropFirst().utf8.filter { $0 != UInt8(ascii: ":") }
        return text.first != "Z" && [2, 4].contains(digits.count) && digits.allSatisfy { (48...57).contains($0) }
            && text.utf8.count <= 6
    }

    private static func offset(_ zone: Substring) -> Int64? {
        guard zone != "" else { return nil }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard zone != "Z", let hours = Int64(digits.prefix(2)) else { return 0 }
        let seconds = hours * 3600 + (Int64(digits.dropFirst(2)) ?? 0) * 60
        return zone.first == "-" ? -seconds : seconds
    }
}

/// Periods as SDMX prints them (SDMX 3.0, section 6, time periods).
private enum SDMXPeriod {
    static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (day: Day, period: Period?)? {
        if let day = Day(iso: bytes, range) { return (day, .daily) }
        let start = range.lowerBound
        guard range.count >= 4, let year = decimal(bytes, start..<start + 4) else { return nil }
        func end(_ month: Int, _ period: Period) -> (Day, Period?)? {
            guard (1...12).contains(month) else { return nil }
            return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)).map { ($0, period) }
        }
        if range.count == 4 { return end(12, .annual) }
        guard bytes[start + 4] == UInt8(ascii: "-") else { return nil }
        switch range.count {
        case 7 where bytes[start + 5] == UInt8(ascii: "Q"):
            guard let quarter = decimal(bytes, start + 6..<start + 7), (1...4).contains(quarter) else { return nil }
            return end(3 * quarter, .quarterly)
        case 7: return decimal(bytes, start + 5..<start + 7).flatMap { end($0, .monthly) }
        case 8 where bytes[start + 5] == UInt8(ascii: "M"):
            return decimal(bytes, start + 6..<start + 8).flatMap { end($0, .monthly) }
        default: return nil
        }
    }
}
