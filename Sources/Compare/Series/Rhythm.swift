internal import Vocabulary

/// How often a source publishes: what a gap is, and whether one of its rows can date a move.
struct Rhythm: Sendable {
    /// Days between two observations beyond which a return between them is a gap return.
    let longestGap: Int
    /// It publishes every other day or less often, fewer than 200 observations a year: windows count observations, and the
    /// words say so.
    let isSlow: Bool
    /// One observation a month or fewer: [0,+1] would be two months, and nothing is claimed of it.
    let isMonthly: Bool

    /// Easter and the longest year ends fit into five calendar days.
    static let daily = 5

    init(_ days: [Day]) {
        let distances = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
        // The usual distance, so that a year without the source does not make it slow.
        let usual = distances.isEmpty ? 1 : distances[distances.count / 2]
        isSlow = usual > 1
        isMonthly = usual >= 27
        // One observation may be missed; a return over more is no return of one period.
        longestGap = isSlow ? max(Rhythm.daily, 2 * usual + 2) : Rhythm.daily
    }
}
