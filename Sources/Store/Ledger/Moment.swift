internal import Vocabulary

extension Run {
    /// Orders readings; see the migration that makes the table.
    var moment: Int64 {
        // What is read again stands right behind the run that it reads again.
        Moment.of(id, seen: seen)
    }
}

/// The order of readings in seen time, the same whichever was stored first.
enum Moment {
    /// Of two runs in one second some must come first: twenty-nine bits made from the id say which, so that even many
    /// feeds fetched in one second, every day for years, hardly ever meet in one moment.
    private static let bits: Int64 = 30

    static func of(_ id: RunID, seen: Instant) -> Int64 {
        // FNV-1a. The last bit is a re-reading's: it stands just behind the run that it reads again.
        var hash: UInt32 = 2_166_136_261
        for byte in id.original.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return seen.seconds << bits | Int64(hash >> 3) << 1 | (id.version == nil ? 0 : 1)
    }

    /// The least that a run of this second can have.
    static func first(of second: Instant) -> Int64 { second.seconds << bits }

    static func seen(_ moment: Int64) -> Int64 { moment >> bits }
}
