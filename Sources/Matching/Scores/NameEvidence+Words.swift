extension NameEvidence {
    /// The evidence for people: which words match how, what is left over, and what forbids more.
    package func words(_ asked: ParsedName, _ listed: ParsedName) -> String {
        var parts = matches.sorted { $0.asked.lowerBound < $1.asked.lowerBound }.compactMap { match -> String? in
            let mine = match.asked.map { asked.text(asked.words[$0]) }.joined(separator: " ")
            let theirs = match.listed.map { listed.text(listed.words[$0]) }.joined(separator: " ")
            if match.isAcronym { return "\(mine) stands for the first letters of \(theirs)" }
            if match.isInitial { return "\(mine) is an initial of \(theirs)" }
            return match.alike == 1
                ? mine == theirs ? mine : "\(mine) is \(theirs)" : "\(mine) is like \(theirs) \(percent(match.alike))"
        }
        let (mine, theirs) = (unmatched(asked) { $0.asked }, unmatched(listed) { $0.listed })
        if !mine.isEmpty { parts.append("only asked: \(mine)") }
        if !theirs.isEmpty { parts.append("only listed: \(theirs)") }
        if let limit { parts.append(limit.rawValue) }
        return parts.joined(separator: "; ")
    }

    private func percent(_ share: Float) -> String { "\(Int((share * 100).rounded())) %" }

    private func unmatched(_ name: ParsedName, _ side: (WordMatch) -> Range<Int>) -> String {
        name.words.indices.filter { index in
            name.words[index].counts && !matches.contains { side($0).contains(index) }
        }.map { name.text(name.words[$0]) }.joined(separator: " ")
    }
}
