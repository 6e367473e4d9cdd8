internal import Vocabulary
internal import Zones

/// Finds the dates that a line prints, in a dozen languages and three calendars.
struct DateGrammar {
    private let tokens: [DateToken]
    private var found: [PrintedDate] = []

    /// In the order of the line.
    static func dates(_ line: String) -> [PrintedDate] {
        // A date has digits; most lines have none.
        guard line.utf8.contains(where: { $0 &- 48 < 10 || $0 == 0xD9 || $0 == 0xDB }) else { return [] }
        var grammar = DateGrammar(tokens: DateToken.tokens(line))
        grammar.read()
        return grammar.found
    }

    private init(tokens: [DateToken]) { self.tokens = tokens }

    private mutating func read() {
        var index = 0
        while index < tokens.count {
            if let (date, next) = named(index) ?? yearFirst(index) ?? numeric(index) ?? counted(index) {
                found.append(finished(date, from: index, to: next))
                index = next
            } else {
                index += 1
            }
        }
        for position in found.indices { found[position].clock = clock(near: position) }
    }

    private func at(_ index: Int) -> DateToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    // MARK: month by name

    private struct Named {
        var month: MonthNames.Month
        var next: Int
    }

    private func month(_ index: Int) -> Named? {
        guard let word = at(index)?.word else { return nil }
        if let second = at(index + 1)?.word, let month = MonthNames.month(word, second) {
            return Named(month: month, next: index + 2)
        }
        return MonthNames.month(word).map { Named(month: $0, next: index + 1) }
    }

    private static let links: Set<String> = ["de", "del", "of", "the", "г"]
    private static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "ère", "º", "ª", "e"]

    /// Past marks and little words that stand between the parts of a date.
    private func skip(_ index: Int, _ marks: String) -> Int {
        var index = index
        while let token = at(index), token.isMark(marks) || token.word.map(DateGrammar.links.contains) ?? false {
            index += 1
        }
        return index
    }

    private func dayNumber(_ index: Int) -> (value: Int, next: Int)? {
        guard let number = at(index)?.number, number.digits <= 2, (1...31).contains(number.value) else { return nil }
        var next = index + 1
        if let word = at(next)?.word, at(next)?.isApart == false, DateGrammar.ordinals.contains(word) { next += 1 }
        return (number.value, next)
    }

    private func year(_ index: Int, _ calendar: OtherCalendar?) -> (value: Int, next: Int)? {
        guard let number = at(index)?.number, number.digits == 4 else { return nil }
        let range =
            switch calendar {
            case nil: 1900...2100
            case .persian: 1300...1499
            case .hebrew: 5600...5900
            case .ummAlQura: 1300...1500
            }
        return range.contains(number.value) ? (number.value, index + 1) : nil
    }

    private func named(_ index: Int) -> (PrintedDate, Int)? {
        if let month = month(index) {
            // March 14, 2023
            if let day = dayNumber(skip(month.next, ".")), at(day.next)?.isMark(":") != true {
                if let year = year(skip(day.next, ",."), month.month.calendar) {
                    return date(year.value, month.month, day: day.value, index: index, next: year.next)
                }
                if month.month.calendar == nil {
                    return yearless(month.month.number, day.value, index: index, next: day.next)
                }
            }
            return nil
        }
        // The minutes of a time are no day: 09:31 August 20, 2019.
        if index > 0, tokens[index - 1].isMark(":"), !tokens[index].isApart { return nil }
        guard let day = dayNumber(index), let month = month(skip(day.next, ".-/")) else { return nil }
        if let year = year(skip(month.next, ",.-/،"), month.month.calendar) {
            return date(year.value, month.month, day: day.value, index: index, next: year.next)
        }
        return month.month.calendar == nil
            ? yearless(month.month.number, day.value, index: index, next: month.next) : nil
    }

    /// 2023. március 14. and 2023 m. kovo 14 d.: the year first.
    private func yearFirst(_ index: Int) -> (PrintedDate, Int)? {
        guard let year = year(index, nil), let month = month(skip(year.next, ".,")), month.month.calendar == nil,
            let day = dayNumber(skip(month.next, "."))
        else { return nil }
        return date(year.value, month.month, day: day.value, index: index, next: day.next)
    }

    private func yearless(_ month: Int, _ day: Int, index: Int, next: Int) -> (PrintedDate, Int)? {
        guard day <= Day.length(ofMonth: month, year: 2024) else { return nil }
        var date = PrintedDate(range: range(index, next))
        date.yearless = (month, day)
        return (date, next)
    }

    private func date(
        _ year: Int, _ month: MonthNames.Month, day: Int, index: Int, next: Int
    ) -> (PrintedDate, Int)? {
        let found =
            month.calendar.map { $0.day(year: year, month: month.number, day: day) }
            ?? Day(year: year, month: month.number, day: day)
        guard let found else { return nil }
        var date = PrintedDate(range: range(index, next))
        date.day = found
        date.calendar = month.calendar
        return (date, next)
    }

    // MARK: numbers only

    private func numeric(_ index: Int) -> (PrintedDate, Int)? {
        guard let first = at(index)?.number, let mark = at(index + 1), mark.isMark("-/."), !mark.isApart,
            let second = at(index + 2)?.number, at(index + 3)?.kind == mark.kind, let third = at(index + 4)?.number,
            at(index + 5).map({ $0.isApart || !$0.isMark("-/") }) ?? true
        else { return nil }
        let next = index + 5
        func made(_ year: Int, _ month: Int, _ day: Int) -> Day? {
            (1900...2100).contains(year) ? Day(year: year, month: month, day: day) : nil
        }
        var date = PrintedDate(range: range(index, next))
        if first.digits == 4, second.digits <= 2, third.digits <= 2 {
            if (1300...1499).contains(first.value) {
                date.calendar = .persian
                date.day = OtherCalendar.persian.day(year: first.value, month: second.value, day: third.value)
            } else {
                date.day = made(first.value, second.value, third.value)
            }
            return date.day == nil ? nil : (date, next)
        }
        guard first.digits <= 2, second.digits <= 2, third.digits == 4 else { return nil }
        let dayFirst = made(third.value, second.value, first.value)
        let monthFirst = made(third.value, first.value, second.value)
        switch (dayFirst, monthFirst) {
        case (nil, nil): return nil
        case (let day?, nil): date.day = day
        case (nil, let day?): date.day = day
        case (let one?, let other?):
            // Dots are written in countries that put the day first.
            if one == other || mark.isMark(".") { date.day = one } else { date.either = (one, other) }
        }
        return (date, next)
    }

    /// 2022年1月12日.
    private func counted(_ index: Int) -> (PrintedDate, Int)? {
        guard let year = year(index, nil), let first = at(index + 1)?.word, ["年", "년"].contains(first),
            let month = at(index + 2)?.number, let second = at(index + 3)?.word, ["月", "월"].contains(second),
            let day = at(index + 4)?.number,
            let made = Day(year: year.value, month: month.value, day: day.value)
        else { return nil }
        var date = PrintedDate(range: range(index, index + 5))
        date.day = made
        return (date, index + 6)
    }

    private func range(_ index: Int, _ next: Int) -> Range<Int> { tokens[index].start..<tokens[next - 1].end }

    /// With the weekday that stands beside it.
    private func finished(_ date: PrintedDate, from index: Int, to next: Int) -> PrintedDate {
        var date = date
        for near in [index - 1, index - 2, next, next + 1] {
            guard let word = at(near)?.word, let weekday = MonthNames.weekday(word), word.unicodeScalars.count > 2
            else { continue }
            date.weekday = weekday
            break
        }
        return date
    }

    // MARK: the time of day beside a date

    private func clock(near position: Int) -> PrintedClock? {
        let date = found[position]
        let limit = position + 1 < found.count ? found[position + 1].range.lowerBound : Int.max
        let after = tokens.indices.first { tokens[$0].start >= date.range.upperBound } ?? tokens.count
        for index in after..<min(after + 8, tokens.count) where tokens[index].start < limit {
            if let clock = ClockGrammar(tokens).clock(index) { return clock }
        }
        let before = tokens.indices.last { tokens[$0].end <= date.range.lowerBound } ?? -1
        guard before >= 2, position == 0 else { return nil }
        for index in max(0, before - 7)...before {
            if let clock = ClockGrammar(tokens).clock(index), clock.range.upperBound <= date.range.lowerBound {
                return clock
            }
        }
        return nil
    }
}
