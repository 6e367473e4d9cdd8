internal import Vocabulary

/// What the UK imposes, by the publisher's words for it.
enum UKSanctions {
    /// - Parameter notes: when it was imposed, say.
    static func facts(_ printed: String, notes: [String] = []) -> Attribute {
        let words = printed.lowercased()
        let restriction = table.first { words.contains($0.words) }?.restriction ?? "other"
        return Attribute(.restriction, restriction, [printed] + notes)
    }

    /// What stands behind `in addition to an asset freeze:` in the remarks of OFSI's list.
    static func named(in text: Substring) -> [String] {
        names.filter { text.contains($0) }
    }

    private static let names = [
        "Trust services", "Correspondent banking relationships etc",
        "Dealing with transferable securities or money-market instruments", "Loans and credit arrangements",
        "Travel ban",
        "Director Disqualification",
    ]

    private static let table: [(words: String, restriction: String)] = [
        ("asset freeze", "block"), ("travel", "travel"), ("arms", "arms"), ("correspondent banking", "correspondent"),
        ("transferable securities", "equity"), ("loans and credit", "debt"), ("investment", "investment"),
        ("trade", "trade"), ("import", "trade"), ("export", "trade"),
        ("crew servicing", "other"), ("trust services", "other"), ("director disqualification", "other"),
    ]
}
