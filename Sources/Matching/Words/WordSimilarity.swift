/// How alike two words are, from 0 to 1; 0 where they are too different to be one name.
///
/// It owns three rows of the table of distances, used again and again, and so belongs to one thread.
final class WordSimilarity {
    private let rows = UnsafeMutablePointer<Float>.allocate(capacity: 3 * (WordSimilarity.longest + 1))
    private let letters = Costs.letters
    private let classes = Costs.classes

    deinit { rows.deallocate() }

    static let longest = 32
    /// What is less alike is not alike.
    static let least: Float = 0.75

    /// How many consonants may differ: what a filter before the comparison may rely on.
    static func mayDiffer(_ a: NameWord, _ b: NameWord) -> Int {
        mayDiffer(
            a.isLoose || b.isLoose, letters: a.folded.count, b.folded.count,
            consonants: max(a.skeleton.count, b.skeleton.count))
    }

    static func mayDiffer(_ a: NameWord, _ b: IndexVocabulary.Mark) -> Int {
        mayDiffer(
            a.isLoose || b.isLoose, letters: a.folded.count, Int(b.folded),
            consonants: max(a.skeleton.count, Int(b.skeleton)))
    }

    /// The most that `mayDiffer` answers for this word and any other, one of them of a loose script or neither.
    static func mostDiffering(_ word: NameWord, isLoose: Bool) -> Int {
        isLoose ? 2 : word.folded.count >= 9 ? 2 : 1
    }

    private static func mayDiffer(_ isLoose: Bool, letters: Int, _ others: Int, consonants: Int) -> Int {
        // A word is at most a third longer than one like it, or the letters left out cost too much.
        if !isLoose, abs(letters - others) * 3 > max(letters, others) + 3 { return -1 }
        if isLoose { return consonants >= 4 ? 2 : consonants >= 2 ? 1 : 0 }
        return min(letters, others) >= 9 ? 2 : min(letters, others) >= 4 ? 1 : 0
    }

    /// False only where `similarity` is 0 for want of consonants in common.
    static func mayBeAlike(_ a: NameWord, _ b: NameWord) -> Bool {
        (a.marks ^ b.marks).nonzeroBitCount <= 2 * mayDiffer(a, b)
    }

    static func isSameGiven(_ a: NameWord, _ b: NameWord) -> Bool {
        guard a.given != 0, b.given != 0 else { return false }
        return a.given == b.given || a.given == b.otherGiven
            || (a.otherGiven != 0 && (a.otherGiven == b.given || a.otherGiven == b.otherGiven))
    }

    func similarity(
        _ a: NameWord, _ b: NameWord, _ aBytes: UnsafeBufferPointer<UInt8>, _ bBytes: UnsafeBufferPointer<UInt8>
    ) -> Float {
        if (a.role == .legalForm) != (b.role == .legalForm) { return 0 }
        if a.hash == b.hash { return 1 }
        if a.role == .number || b.role == .number { return a.role == b.role && a.number == b.number ? 1 : 0 }
        if a.meaning != 0, a.meaning == b.meaning { return 0.98 }
        if a.role == .legalForm || b.role == .legalForm || a.role == .initial || b.role == .initial { return 0 }
        let given: Float = WordSimilarity.isSameGiven(a, b) ? 0.92 : 0
        guard WordSimilarity.mayBeAlike(a, b) else { return given }
        if a.isLoose || b.isLoose { return max(given, loose(a, b, aBytes, bBytes)) }
        let (length, other) = (a.folded.count, b.folded.count)
        guard length <= WordSimilarity.longest, other <= WordSimilarity.longest, length > 0, other > 0 else {
            return given
        }
        // Short words have less room for slips.
        let share = (1.1 + 0.1 * Float(max(0, 6 - max(length, other)))) / Float(max(length, other))
        let most = (1 - WordSimilarity.least) / share
        if abs(Float(length - other)) * 0.3 > most { return given }
        if given < 0.9, isEnded(a, b, aBytes, bBytes) || isEnded(b, a, bBytes, aBytes) { return 0.9 }
        let cost = distance(aBytes, a.folded, bBytes, b.folded, letters, most: most)
        if cost == 0 { return 0.98 }
        if cost > most { return given }
        var alike = 1 - share * cost
        // People seldom mistake the first letter.
        let (first, otherFirst) = (aBytes[Int(a.folded.lowerBound)], bBytes[Int(b.folded.lowerBound)])
        if first != otherFirst, length == other,
            aBytes[Int(a.folded.lowerBound) + min(1, length - 1)]
                == bBytes[Int(b.folded.lowerBound) + min(1, length - 1)], letters.change(first, otherFirst) > 0.5
        {
            alike -= 0.1
        }
        // Another known name is not a slip of this one.
        if given == 0, a.given != 0, b.given != 0 { alike *= 0.85 }
        return max(given, alike < WordSimilarity.least ? 0 : alike)
    }

    /// `Putins`, `Putinas`: the ending that Baltic languages and Greek give to names.
    private func isEnded(
        _ a: NameWord, _ b: NameWord, _ aBytes: UnsafeBufferPointer<UInt8>, _ bBytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let (short, long) = (a.folded.count, b.folded.count)
        guard short >= 4, long == short + 1 || long == short + 2,
            bBytes[Int(b.folded.upperBound) - 1] == UInt8(ascii: "s")
        else { return false }
        if long == short + 2, !Letter.isVowel(bBytes[Int(b.folded.upperBound) - 2]) { return false }
        for offset in 0..<short
        where aBytes[Int(a.folded.lowerBound) + offset] != bBytes[Int(b.folded.lowerBound) + offset] { return false }
        return true
    }

    private func loose(
        _ a: NameWord, _ b: NameWord, _ aBytes: UnsafeBufferPointer<UInt8>, _ bBytes: UnsafeBufferPointer<UInt8>
    ) -> Float {
        let (length, other) = (a.skeleton.count, b.skeleton.count)
        guard length <= WordSimilarity.longest, other <= WordSimilarity.longest, length > 0, other > 0 else { return 0 }
        let cost = distance(aBytes, a.skeleton, bBytes, b.skeleton, classes, most: 2)
        // Two consonants are little evidence, and one is none.
        if length == 1, other == 1, cost == 0 { return 0.75 }
        if min(length, other) < 2 || (max(length, other) == 2 && cost > 0) { return 0 }
        let alike = 0.95 - cost / Float(max(length, other)) * (a.isVowelless || b.isVowelless ? 1 : 0.75)
        return alike < WordSimilarity.least ? 0 : alike
    }

    /// Letters changed, left out, added or swapped, each at its cost; more than `most` where it is more.
    private func distance(
        _ a: UnsafeBufferPointer<UInt8>, _ aRange: Range<Int32>, _ b: UnsafeBufferPointer<UInt8>,
        _ bRange: Range<Int32>,
        _ costs: Costs, most: Float
    ) -> Float {
        let (aStart, bStart, n, m) = (Int(aRange.lowerBound), Int(bRange.lowerBound), aRange.count, bRange.count)
        var (before, last, row) = (rows, rows + WordSimilarity.longest + 1, rows + 2 * (WordSimilarity.longest + 1))
        return costs.withTables { changes, omissions in
            last[0] = 0
            for j in 0..<m { last[j + 1] = last[j] + omissions[Int(b[bStart + j] & 31)] }
            var leastBefore: Float = 0
            for i in 0..<n {
                let x = a[aStart + i]
                let omitted = omissions[Int(x & 31)]
                row[0] = last[0] + omitted
                var least = row[0]
                for j in 0..<m {
                    let y = b[bStart + j]
                    var cost = x == y ? last[j] : last[j] + changes[Int(x & 31) << 5 | Int(y & 31)]
                    cost = min(cost, last[j + 1] + omitted, row[j] + omissions[Int(y & 31)])
                    if i > 0, j > 0, x == b[bStart + j - 1], y == a[aStart + i - 1], x != y {
                        cost = min(cost, before[j - 1] + 0.6)
                    }
                    row[j + 1] = cost
                    least = min(least, cost)
                }
                if least > most, leastBefore > most { return most + 1 }
                leastBefore = least
                (before, last, row) = (last, row, before)
            }
            return last[m]
        }
    }
}

/// What a change between letters costs: near nothing between vowels, 1 between consonants of different sound.
struct Costs {
    private let changes: [Float]
    private let omissions: [Float]

    func change(_ a: UInt8, _ b: UInt8) -> Float { changes[Int(a & 31) << 5 | Int(b & 31)] }

    func withTables<Result>(_ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Result) -> Result {
        changes.withUnsafeBufferPointer { changes in
            omissions.withUnsafeBufferPointer { omissions in
                guard let changes = changes.baseAddress, let omissions = omissions.baseAddress else {
                    preconditionFailure()
                }
                return body(changes, omissions)
            }
        }
    }

    /// Between folded letters.
    static let letters = Costs(
        omitted: 1, omissions: ["a": 0.45, "e": 0.4, "i": 0.4, "o": 0.45, "u": 0.45, "h": 0.3],
        [
            ("a", "e", 0.35), ("a", "o", 0.35), ("a", "i", 0.45), ("a", "u", 0.45), ("e", "i", 0.25), ("e", "o", 0.45),
            ("e", "u", 0.45), ("i", "o", 0.45), ("i", "u", 0.4), ("o", "u", 0.2), ("b", "p", 0.5), ("d", "t", 0.45),
            ("g", "k", 0.5), ("f", "v", 0.4), ("b", "v", 0.5), ("s", "z", 0.25), ("x", "s", 0.5), ("x", "j", 0.5),
            ("j", "z", 0.5), ("j", "g", 0.4), ("j", "i", 0.4), ("k", "h", 0.4), ("g", "h", 0.4), ("x", "k", 0.6),
            ("x", "z", 0.5),
            ("m", "n", 0.7), ("v", "u", 0.4), ("l", "r", 0.9), ("z", "t", 0.5), ("s", "t", 0.8), ("x", "h", 0.5),
            ("v", "o", 0.6),
        ])
    /// Between classes of consonants, where one spelling leaves much unsaid.
    static let classes = Costs(
        omitted: 1, omissions: ["f": 0.7, "j": 0.8, "n": 0.8, "r": 0.8, "h": 0.45],
        [
            ("p", "f", 0.3), ("t", "j", 0.3), ("s", "j", 0.3), ("t", "s", 0.5), ("k", "j", 0.4), ("l", "r", 0.25),
            ("m", "n", 0.4),
            ("k", "s", 0.6), ("k", "h", 0.5),
        ])

    private init(omitted: Float, omissions: [Character: Float], _ pairs: [(Character, Character, Float)]) {
        var changes = [Float](repeating: 1, count: 1024)
        var all = [Float](repeating: omitted, count: 32)
        func code(_ letter: Character) -> Int { Int((letter.asciiValue ?? 0) & 31) }
        for (letter, cost) in omissions { all[code(letter)] = cost }
        for (a, b, cost) in pairs {
            changes[code(a) << 5 | code(b)] = cost
            changes[code(b) << 5 | code(a)] = cost
        }
        self.changes = changes
        self.omissions = all
    }
}
