internal import Configuration
package import Operations
package import Store
internal import Tables
package import Vocabulary

/// One week of a workspace: everything the written report holds, gathered once.
package struct WeeklyReport {
    package let week: Week
    let workspace: Workspace
    let ledger: any Ledger
    let known: KnownOn
    let book: SeriesBook
    let health: [FeedHealth]
    let steps: [Step]
    /// Each list as it stood at the end of the week.
    let listed: [String: [ListedEntry]]
    let events: [NewsEvent]

    /// - Parameter known: the report as it could have been written then.
    package init(_ workspace: Workspace, week: Week, known: KnownOn) throws {
        self.week = week
        self.workspace = workspace
        self.known = known
        ledger = try workspace.ledger()
        book = try SeriesBook(workspace, ledger, known: known)
        health = try FeedHealth.all(workspace)
        let ledger = ledger
        let shown = (week.first - 21)...week.last
        steps = try ledger.lists().flatMap { try ledger.history($0, in: shown, known: known).steps }
        let last = week.last
        listed = Dictionary(
            uniqueKeysWithValues: try ledger.lists().map { ($0, try ledger.entries($0, on: last, known: known)) })
        let first = week.first - WeeklyReport.eventDays
        events = try ledger.events(known: known).filter { first <= $0.date && $0.date <= last }
    }

    /// How far before the week an event may lie and still be compared: its window reaches into the week.
    static let eventDays = 28

    /// Steps of the week itself.
    var weekSteps: [Step] { steps.filter { week.first <= $0.run.day && $0.run.day <= week.last } }

    /// A source failed, was held back or went stale: the command ends with exit code 3.
    package var hasTrouble: Bool { health.contains { $0.last != nil && ($0.isTroubled || $0.isStale) } }

    var knownText: String {
        known.lastSecond == .max ? workspace.now.description : Instant(seconds: known.lastSecond).description
    }

    package func document() throws -> Document {
        var document = Document(
            title: "bellwether weekly report \(week)",
            subtitle: "\(Calendar.text(week.first...week.last)), as known at \(knownText).")
        try appendAttention(to: &document)
        try appendRates(to: &document)
        appendLists(to: &document)
        try appendComparison(to: &document)
        appendSources(to: &document)
        return document
    }
}

extension FeedHealth {
    /// Its last run did not end well.
    package var isTroubled: Bool { outcome == .failed || outcome == .held }
}

/// Days in words.
enum Calendar {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `28 February to 6 March 2022`
    static func text(_ days: ClosedRange<Day>) -> String {
        let (first, last) = (days.lowerBound.civil, days.upperBound.civil)
        let month = first.month == last.month ? "" : " \(months[first.month - 1])"
        let year = first.year == last.year ? "" : " \(first.year)"
        return "\(first.day)\(month)\(year) to \(text(days.upperBound))"
    }

    /// `28 February 2022`
    static func text(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(number) \(months[month - 1]) \(year)"
    }
}
