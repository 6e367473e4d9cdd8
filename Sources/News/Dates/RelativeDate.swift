internal import Vocabulary

/// Words that name a day by the day of publication: on Monday, in June, last week.
struct RelativeDate {
    /// yyyy-MM-dd, yyyy-MM or yyyy.
    var value: String
    var range: Range<Int>

    /// Those of a text, in its order.
    static func found(in words: [Word], published: Day) -> [RelativeDate] {
        words.indices.compactMap { date(words, $0, published) }
    }

    private static func date(_ words: [Word], _ index: Int, _ published: Day) -> RelativeDate? {
        let word = words[index]
        guard leads.contains(word.lower) else { return nil }
        func next(_ offset: Int) -> Word? { index + offset < words.count ? words[index + offset] : nil }
        switch word.lower {
        case "yesterday": return RelativeDate(value: (published - 1).description, range: index..<index + 1)
        case "today": return RelativeDate(value: published.description, range: index..<index + 1)
        case "on", "last", "this":
            guard let day = next(1), day.isCapital, day.mark == 32, let weekday = MonthNames.weekday(day.lower),
                day.text.utf8.count > 4
            else { break }
            // "on Monday, 3 March 2014" is a date of its own; "last Monday" is not today.
            let back = (published.weekday - weekday + 7) % 7
            return RelativeDate(
                value: (published - (word.lower == "last" && back == 0 ? 7 : back)).description,
                range: index..<index + 2)
        default: break
        }
        guard ["in", "since", "last", "during", "until"].contains(word.lower), let name = next(1), name.isCapital,
            name.mark == 32,
            let month = MonthNames.month(name.lower), month.calendar == nil, name.text.utf8.count >= 3,
            isWhole(name.lower)
        else { return nil }
        if let year = next(2), year.mark == 32 || year.mark == 44, year.text.utf8.count == 4,
            let number = Int(year.text), (1900...2100).contains(number)
        {
            return RelativeDate(value: "\(number)-\(padded(month.number, 2))", range: index..<index + 3)
        }
        // A number behind the month is a day: the date says itself.
        if let day = next(2), day.text.first?.isNumber ?? false { return nil }
        let civil = published.civil
        let isThisYear = month.number <= civil.month
        return RelativeDate(
            value: "\(isThisYear ? civil.year : civil.year - 1)-\(padded(month.number, 2))", range: index..<index + 2)
    }

    /// What such words begin with.
    private static let leads: Set<String> = [
        "yesterday", "today", "on", "last", "this", "in", "since", "during", "until",
    ]

    /// English names only, in full: "in Mar" is no English, "in Mars" no month.
    private static func isWhole(_ name: String) -> Bool {
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ].contains(name)
    }
}
