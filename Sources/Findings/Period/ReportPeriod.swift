package import Vocabulary

/// The days that a report is about.
package struct ReportPeriod: Sendable, Hashable {
    package enum Kind: String, Sendable { case week, day, range }

    package let kind: Kind
    package let first: Day
    package let last: Day

    package init(_ week: Week) { (kind, first, last) = (.week, week.first, week.last) }
    package init(_ day: Day) { (kind, first, last) = (.day, day, day) }
    package init(_ days: ClosedRange<Day>) { (kind, first, last) = (.range, days.lowerBound, days.upperBound) }

    package var days: ClosedRange<Day> { first...last }
    package var length: Int { last - first + 1 }

    /// `2022-W09`, `2022-03-01`, `2022-02-01_2022-03-06`: the folder's name, and how the report is called.
    package var name: String {
        switch kind {
        case .week: Week(containing: first).description
        case .day: first.description
        case .range: "\(first)_\(last)"
        }
    }

    package var title: String {
        switch kind {
        case .week: "weekly report \(name)"
        case .day: "daily report \(name)"
        case .range: "report \(first) to \(last)"
        }
    }

    /// In front of the word report.
    package var adjective: String {
        switch kind {
        case .week: "weekly "
        case .day: "daily "
        case .range: ""
        }
    }

    /// What sentences call it: this week, the week before.
    package var noun: String { kind == .range ? "period" : kind.rawValue }

    /// `28 February to 6 March 2022`
    package var text: String { Wording.days(days, .long) }

    /// Where a value lost is counted from, and what its column is called: the last rate on or before the day counts.
    package var spans: [Span] {
        let own: [Span] =
            switch kind {
            case .week: [Span("1 wk", last - 7), Span("2 wks", last - 14)]
            case .day: [Span("1 day", last - 1), Span("1 wk", last - 7)]
            case .range: [Span("period", first - 1)]
            }
        return own + [Span("1 mo", last.adding(months: -1)), Span("12 mo", last.adding(months: -12))]
    }

    package struct Span: Sendable, Hashable {
        package var name: String
        package var base: Day
        package init(_ name: String, _ base: Day) { (self.name, self.base) = (name, base) }

        package var words: String { name == "2 wks" ? "two weeks" : name == "1 day" ? "the day" : "the \(name)" }
    }

    /// The quarter's last day is in it: what needs many events is then told.
    package var endsQuarter: Bool {
        guard kind != .day else { return false }
        return days.contains { day in
            let (_, month, number) = day.civil
            return month % 3 == 0 && (day + 1).civil.month != month && number >= 30
        }
    }
}

extension ClosedRange<Day> {
    /// Day by day.
    package func contains(_ isMeant: (Day) -> Bool) -> Bool {
        var day = lowerBound
        while day <= upperBound {
            if isMeant(day) { return true }
            day = day + 1
        }
        return false
    }
}
