internal import Vocabulary

extension Run {
    /// Orders readings; see the migration that makes the table.
    var moment: Int64 {
        // `<id>-v2` is the run <id> read again: it stands right behind it.
        let original = outcome == .reread ? id.split(separator: "-").dropLast().joined(separator: "-") : id
        return Moment.of(seen, run: original, isReread: outcome == .reread)
    }
}

/// The order of readings in seen time, the same whichever was stored first.
enum Moment {
    /// Of two runs in one second some must come first: twenty-nine bits made from the id say which, so that even many
    /// feeds fetched in one second, every day for years, hardly ever meet in one moment.
    private static let bits: Int64 = 30

    static func of(_ seen: Instant, run: String, isReread: Bool) -> Int64 {
        // FNV-1a. The last bit is a re-reading's: it stands just behind the run that it reads again.
        var hash: UInt32 = 2_166_136_261
        for byte in run.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return seen.seconds << bits | Int64(hash >> 3) << 1 | (isReread ? 1 : 0)
    }

    /// The least that a run of this second can have.
    static func first(of second: Instant) -> Int64 { second.seconds << bits }

    static func seen(_ moment: Int64) -> Int64 { moment >> bits }
}
