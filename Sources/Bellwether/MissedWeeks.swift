internal import Archive
internal import Report
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
    ///   - folder: a week's folder of reports.
    ///   - delivers: whether reports are handed over.
    static func weeks(until last: Week, delivers: Bool, folder: (Week) -> String) throws -> [Week] {
        var recent = [last]
        while recent.count < most { recent.insert(recent[0].previous, at: 0) }
        let isWritten = recent.map { Files.exists("\(folder($0))/manifest.json") }
        let newest = isWritten.lastIndex(of: true)
        return try recent.indices.filter { index in
            let mark = DeliveryMark(folder: folder(recent[index]))
            if delivers, try mark.isWaiting { return true }
            if index == recent.count - 1 { return delivers ? try !mark.isDelivered : !isWritten[index] }
            // Before the first report there was nobody to miss one.
            return newest.map { index > $0 } ?? false
        }.map { recent[$0] }
    }
}
