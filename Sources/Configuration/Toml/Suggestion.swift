/// The allowed word that was probably meant.
package enum Suggestion {
    /// The nearest of `allowed` within a third of the word's length, or nil.
    package static func nearest(to word: String, among allowed: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().utf8)
        // Against a paste of a whole file into a key.
        guard letters.count <= 64 else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in allowed {
            let distance = edits(letters, Array(candidate.lowercased().utf8))
            if distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        guard let best, best.distance <= max(1, letters.count / 3) else { return nil }
        return best.word
    }

    /// `; did you mean …?` or nothing.
    package static func clause(_ word: String, among allowed: some Sequence<String>, quote: String = "`") -> String {
        nearest(to: word, among: allowed).map { "; did you mean \(quote)\($0)\(quote)?" } ?? ""
    }

    /// Levenshtein's distance, where two neighbours swapped count once (Damerau 1964): the common slip of a hand.
    private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var rows = [Array(0...b.count)]
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
