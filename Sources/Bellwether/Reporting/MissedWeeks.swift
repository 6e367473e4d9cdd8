internal import Report
internal import Reports
internal import Vocabulary

/// The weeks that `report weekly --missed` writes: what a machine that was off has not written, and what it could not
/// hand over.
struct MissedWeeks {
    /// More than two months back nobody waits for.
    static let most = 8

    /// Ascending; none where all is done.
    ///
    /// - Parameters:
    ///   - last: the last full week.
    ///   - written: weeks that have a report.
    ///   - folder: a week's folder of reports.
    ///   - delivers: whether reports are handed over.
    static func weeks(
        until last: Week, written: Set<Week>, delivers: Bool, folder: (Week) -> String
    ) throws -> [Week] {
        var recent = [last]
        while recent.count < most { recent.insert(recent[0].previous, at: 0) }
        // Before the first report there was nobody to miss one.
        let newest = written.filter { $0 <= last }.max() ?? last.previous
        return try recent.filter { week in
            let mark = DeliveryMark(folder: folder(week))
            if delivers, try mark.isWaiting || (week == last && !mark.isDelivered) { return true }
            return week > newest
        }
    }
}
