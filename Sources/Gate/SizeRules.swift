internal import Vocabulary

extension Gatekeeper {
    /// How much there is, by the feed's own bands, by what its last publications had, and by the publisher's word.
    static let sizeRules: [Rule] = [
        Rule(name: "bytes", incident: "an endless body of 262 MB that a limit on the wire let through") { candidate in
            let (bytes, limits) = (candidate.bytes, candidate.limits)
            let accepted = candidate.known.acceptedBytes
            if bytes < limits.minimumBytes, !isLetIn(bytes, below: limits.minimumBytes, accepted) {
                return "\(bytes) bytes, fewer than \(limits.minimumBytes)"
            }
            if let most = limits.maximumBytes, bytes > most, !isLetIn(bytes, above: most, accepted) {
                return "\(bytes) bytes, more than \(most)"
            }
            // A rates file may be a day or a history, and a zip shrinks as it likes: only lists keep their size.
            guard candidate.kind == .list, candidate.history.bytes.count >= 3,
                let usual = median(candidate.history.bytes)
            else { return nil }
            if Double(bytes) < usual / 2 { return "\(bytes) bytes, less than half of the usual \(whole(usual))" }
            if Double(bytes) > usual * 10 { return "\(bytes) bytes, over ten times the usual \(whole(usual))" }
            return nil
        },
        Rule(name: "rows", incident: "a 0-byte SDN file; lists that answered 200 with no entry left") { candidate in
            let (rows, limits) = (candidate.rows, candidate.limits)
            let accepted = candidate.known.acceptedRows
            if rows < limits.minimumRows, !isLetIn(rows, below: limits.minimumRows, accepted) {
                return "\(rows) rows, fewer than \(limits.minimumRows)"
            }
            if let most = limits.maximumRows, rows > most, !isLetIn(rows, above: most, accepted) {
                return "\(rows) rows, more than \(most)"
            }
            // A list that loses a little each day passes every comparison with the day before. As many as may go in
            // one step may go in several: of a list of 25, six are a fifth.
            guard candidate.kind == .list, let usual = median(candidate.history.rows), usual >= 20 else { return nil }
            let share = max(20, limits.removedPercent)
            let fewer = usual - Double(rows)
            guard fewer > share / 100 * usual, fewer > Double(limits.removed) else { return nil }
            return "\(rows) rows, less than \(whole(100 - share)) % of the usual \(whole(usual))"
        },
        Rule(name: "stated_count", incident: "a publisher's own record count that its file does not reach") {
            candidate in
            guard let stated = candidate.statedCount, stated != candidate.rows,
                candidate.rows - stated != candidate.known.statedDifference
            else { return nil }
            return difference(candidate)
        } warning: { candidate in
            candidate.statedCount == candidate.rows ? nil : difference(candidate)
        },
    ]

    private static func difference(_ candidate: Candidate) -> String? {
        candidate.statedCount.map { "the publisher says \($0) records, the file has \(candidate.rows)" }
    }

    /// A person let in a publication on the same side of a band; a fifth further is another matter.
    private static func isLetIn(_ count: Int, below least: Int, _ accepted: Int?) -> Bool {
        accepted.map { $0 < least && count * 5 >= $0 * 4 } ?? false
    }

    private static func isLetIn(_ count: Int, above most: Int, _ accepted: Int?) -> Bool {
        accepted.map { $0 > most && count * 5 <= $0 * 6 } ?? false
    }
}
