internal import Vocabulary

/// For a list put together from others: which of those lists went as a whole in one snapshot.
struct SourceLists {
    /// A list of fewer entries that empties may well have been lifted.
    static let fewest = 4

    private let ledger: Ledger
    private let parts: [Int64]
    private let moment: Int64
    private let known: KnownOn
    private var answers: [String: Bool] = [:]

    init(_ ledger: Ledger, parts: [Int64], known: KnownOn, moment: Int64) {
        (self.ledger, self.parts, self.known, self.moment) = (ledger, parts, known, moment)
    }

    /// Whether enough entries stood under a list before the snapshot, and none does since. A list that goes on is known
    /// by the first entry that stands.
    mutating func isGone(_ list: String) throws -> Bool {
        if let answer = answers[list] { return answer }
        var sight = Sight(ledger, known: known)
        var (before, stands) = (0, false)
        for part in parts where !stands {
            var open: (entry: Int64, wasListed: Bool, isListed: Bool) = (-1, false, false)
            func close() {
                if open.wasListed { before += 1 }
                if open.isListed { stands = true }
            }
            try ledger.rows.standings(in: part, marked: Mark(.source, list), last: moment) { row in
                guard try sight.sees(row.moment) else { return true }
                if row.entry != open.entry {
                    close()
                    open = (row.entry, false, false)
                }
                if row.moment < moment { open.wasListed = row.isListed }
                open.isListed = row.isListed
                return !stands
            }
            close()
        }
        let answer = before >= SourceLists.fewest && !stands
        answers[list] = answer
        return answer
    }
}
