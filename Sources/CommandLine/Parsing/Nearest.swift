/// The candidate that a misspelt word most likely meant, or nil where none is near.
func nearest(_ word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.utf8)
    let limit = max(1, typed.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        // A word cut short is meant more often than a word misspelt: `--work` for `--workspace`.
        let isPrefix = typed.count >= 2 && candidate.utf8.starts(with: typed)
        let distance = isPrefix ? 0 : editDistance(typed, Array(candidate.utf8))
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// Optimal string alignment: insertions, deletions, substitutions and neighbours swapped each cost one.
func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
            row.append(cost)
        }
        (beforePrevious, previous) = (previous, row)
    }
    return previous[b.count]
}
