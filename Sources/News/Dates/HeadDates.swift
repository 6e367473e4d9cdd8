internal import Vocabulary
internal import Zones

/// The dates that the lines around a headline print.
struct HeadDates {
    struct Candidate {
        var date: PrintedDate
        var day: Day
        var line: Int
        var isPublication = false
        /// How many lines lie between it and the title.
        var distance: Int
        var text: String
        /// How it was found, for people.
        var rule = "the dated line nearest to the title"
    }
    private(set) var candidates: [Candidate] = []
    /// Numbers of which either may be the month, until another date of the page decides.
    private var open: [Candidate] = []
    /// Every whole day that the lines above the body print.
    private var printed: [Day] = []
    /// The day on which the page was looked at, where its first lines say it.
    private(set) var seen: Day?
    private(set) var notes: [String] = []
    private let language: String

    init(_ lines: [Line], _ parts: ArticleParts, language: String) {
        self.language = language.lowercased()
        let last = parts.body.first ?? lines.count
        var isLabelledUpdate = false
        for index in lines.indices where index < last && index != parts.titleLine {
            let line = lines[index]
            guard parts.head.contains(index) || line.isSurrounding && line.names.contains(.date),
                line.text.utf8.count < 240
            else { continue }
            let dates = DateGrammar.dates(line.text)
            if dates.isEmpty {
                isLabelledUpdate =
                    DateLine.isUpdate(line.text) && line.text.utf8.count < 40 && !DateLine.isPublication(line.text)
                continue
            }
            printed += dates.compactMap { $0.calendar == nil && !$0.isContradicted ? $0.day : nil }
            if parts.titleLine < 0 || index < parts.titleLine, isMasthead(line.text, dates, index) {
                continue
            }
            take(dates, line, index: index, parts: parts, isUpdateAbove: isLabelledUpdate)
            isLabelledUpdate = false
        }
        for candidate in open { settle(candidate) }
        if candidates.isEmpty, open.isEmpty { dateline(lines, parts) }
        if candidates.isEmpty, open.isEmpty { below(lines, parts) }
        if candidates.isEmpty, open.isEmpty { alone(lines) }
    }

    /// Numbers such as 08/01/2014 beside another date of the page: the reading that lies in the month before it.
    private mutating func settle(_ candidate: Candidate) {
        guard let either = candidate.date.either else { return }
        func isNear(_ day: Day) -> Bool { printed.contains { (0...20).contains($0 - day) } }
        guard isNear(either.dayFirst) != isNear(either.monthFirst) else { return }
        var candidate = candidate
        candidate.day = isNear(either.dayFirst) ? either.dayFirst : either.monthFirst
        candidates.append(candidate)
        open.removeAll { $0.line == candidate.line }
    }

    /// Takes the dates of a line that are not said to be of an update.
    private mutating func take(
        _ dates: [PrintedDate], _ line: Line, index: Int, parts: ArticleParts, isUpdateAbove: Bool
    ) {
        guard (DateLine.rest(line.text)?.count ?? 0) <= 12 else { return }
        var from = 0
        for (position, date) in dates.enumerated() {
            let label = String(decoding: Array(line.text.utf8)[from..<max(from, date.range.lowerBound)], as: UTF8.self)
            from = date.range.upperBound
            let isPublication = DateLine.isPublication(label)
            if !isPublication,
                DateLine.isUpdate(label)
                    || position == 0
                        && (isUpdateAbove
                            || line.names.contains(.updated) && dates.count == 1 && DateLine.isUpdate(line.text))
            {
                continue
            }
            // "28 November 2013 -- Updated 0203 GMT" is the day of a change.
            if !isPublication, position == dates.count - 1, let word = firstWord(after: date, in: line.text),
                DateLine.updates.contains(word)
            {
                continue
            }
            let found = day(of: date, line.text)
            guard let day = found ?? date.either?.dayFirst else { continue }
            let candidate = Candidate(
                date: date, day: day, line: index, isPublication: isPublication,
                distance: parts.titleLine < 0 ? index : abs(index - parts.titleLine), text: line.text)
            if found == nil { open.append(candidate) } else { candidates.append(candidate) }
        }
    }

    private func firstWord(after date: PrintedDate, in text: String) -> String? {
        DateToken.tokens(text).first { $0.start >= date.range.upperBound && $0.word != nil }?.word
    }

    private mutating func day(of date: PrintedDate, _ text: String) -> Day? {
        guard date.calendar == nil || date.calendar == .persian else { return nil }
        if let day = date.day {
            guard !date.isContradicted else {
                notes.append("the weekday in “\(text)” is not that of the date")
                return nil
            }
            return day
        }
        guard let either = date.either else { return nil }
        if let weekday = date.weekday, (either.dayFirst.weekday == weekday) != (either.monthFirst.weekday == weekday) {
            return either.dayFirst.weekday == weekday ? either.dayFirst : either.monthFirst
        }
        let region = language.replacing("_", with: "-")
        if region == "en-us" { return either.monthFirst }
        if !region.isEmpty, region != "en" { return either.dayFirst }
        notes.append("“\(text)” may put the day or the month first")
        return nil
    }

    /// Whether a line above the title says what day it is for the reader of the page: a weekday and no time of day, or two
    /// calendars side by side.
    private mutating func isMasthead(_ text: String, _ dates: [PrintedDate], _ index: Int) -> Bool {
        guard index < 12, dates.allSatisfy({ $0.clock == nil }), !DateLine.isPublication(text),
            DateLine.isDateLine(text)
        else { return false }
        let other = dates.first { $0.calendar != nil }?.day
        let whole = dates.first { $0.calendar == nil && $0.day != nil }
        let yearless = dates.lazy.compactMap(\.yearless).first
        if let other, let yearless {
            let civil = other.civil
            guard civil.month == yearless.month, civil.day == yearless.day else { return true }
            if let weekday = dates.lazy.compactMap(\.weekday).first, weekday != other.weekday { return true }
            seen = seen ?? other
            return true
        }
        if yearless != nil { return true }
        guard let whole, whole.weekday != nil, !whole.isContradicted, index <= 3 else { return false }
        seen = seen ?? whole.day
        return true
    }

    /// `ANKARA, 10 August 2018 (Agency) -` at the start of the first sentence.
    private mutating func dateline(_ lines: [Line], _ parts: ArticleParts) {
        guard let first = parts.body.first else { return }
        let text = lines[first].text
        let bytes = Array(text.utf8)
        guard let date = DateGrammar.dates(text).first, date.range.lowerBound <= 60,
            date.range.upperBound <= bytes.count,
            let day = day(of: date, text)
        else { return }
        let place = String(decoding: bytes[..<date.range.lowerBound], as: UTF8.self)
        let rest = String(decoding: bytes[date.range.upperBound...].prefix(40), as: UTF8.self)
        let isPlace = place.split(separator: " ").count <= 5 && !place.contains(".")
        let isEnd =
            rest.hasPrefix(")") || rest.contains(" - ") || rest.contains("—") || rest.contains("–")
            || rest.hasPrefix(" (")
            || rest.contains("): ") || rest.contains("/ ")
        guard isPlace, isEnd else { return }
        candidates.append(
            Candidate(
                date: date, day: day, line: first, distance: 1, text: String(text.prefix(100)), rule: "the dateline"))
    }

    /// `First published on …` under the article.
    private mutating func below(_ lines: [Line], _ parts: ArticleParts) {
        guard let last = parts.body.last else { return }
        for index in lines.indices where index > last && index < last + 8 && !lines[index].isSurrounding {
            let text = lines[index].text
            guard text.utf8.count < 160, DateLine.isPublication(text), !DateLine.isUpdate(text),
                !LineKind.isNotice(text),
                let date = DateGrammar.dates(text).first, let day = day(of: date, text)
            else { continue }
            candidates.append(
                Candidate(date: date, day: day, line: index, isPublication: true, distance: 9, text: text))
            return
        }
    }

    /// The only line of the page that prints a day with its time of day and nothing else: where the headline could not be
    /// told from the page's navigation, that is still the article's.
    private mutating func alone(_ lines: [Line]) {
        let related = RelatedBlocks.lines(lines)
        var found: [Candidate] = []
        for (index, line) in lines.enumerated() where !line.isSurrounding && !related.contains(index) {
            guard line.text.utf8.count < 120, DateLine.isDateLine(line.text), !DateLine.isUpdate(line.text),
                !LineKind.isNotice(line.text), let date = DateGrammar.dates(line.text).first, date.clock != nil,
                let day = day(of: date, line.text)
            else { continue }
            found.append(
                Candidate(
                    date: date, day: day, line: index, distance: 20, text: line.text,
                    rule: "the only dated line with a time of day"))
        }
        if Set(found.map(\.day)).count == 1 { candidates.append(found[0]) }
    }

    /// The candidate that says publication, else the one nearest to the title; nil where two are as good.
    mutating func best(notAfter limit: Day) -> Candidate? {
        let possible = candidates.filter { $0.day <= limit && $0.day.civil.year >= 1995 }
        if let said = possible.first(where: \.isPublication) { return said }
        guard let nearest = possible.min(by: { $0.distance < $1.distance }) else { return nil }
        let rivals = possible.filter { $0.distance == nearest.distance && $0.day != nearest.day }
        // A nearer one that cannot be read is the date; what is farther away is another.
        if let unread = open.min(by: { $0.distance < $1.distance }), unread.distance < nearest.distance { return nil }
        guard rivals.isEmpty else {
            // On one line the first is the publication, the second a change.
            if rivals.allSatisfy({ $0.line == nearest.line }) { return nearest }
            if let below = possible.first(where: { $0.distance == nearest.distance && $0.date.clock != nil }) {
                return below
            }
            notes.append("two dates stand as near to the title: \(nearest.day) and \(rivals[0].day)")
            return nil
        }
        return nearest
    }
}
