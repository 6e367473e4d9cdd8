package import Configuration

/// Gives a text its tags by the rules of `Config/tags.toml`. Built once; safe to share.
package struct Tagger: Sendable {
    private let rules: TagFile
    private let phrases: [PhraseIndex<Int>]
    private let directions: PhraseIndex<String>

    package init(_ rules: TagFile) {
        self.rules = rules
        // One index for each rule: a phrase may stand in several.
        phrases = rules.tags.map { rule in
            var index = PhraseIndex<Int>()
            for (number, phrase) in rule.phrases.enumerated() {
                // Capitals count where the rule writes nothing but capitals: SWIFT is no adjective.
                let isName = phrase.text.contains { $0.isUppercase } && !phrase.text.contains { $0.isLowercase }
                index.add(phrase.text, isExact: isName, number)
            }
            return index
        }
        var directions = PhraseIndex<String>()
        for direction in rules.directions {
            for phrase in direction.phrases { directions.add(phrase, isExact: false, direction.word) }
        }
        self.directions = directions
    }

    /// The tags in the order of the rules, with the words that gave them.
    func tags(_ passage: Passage) -> (tags: [String], evidence: [Evidence]) {
        let end = passage.words.indices.first { passage.part($0) == "byline" } ?? passage.words.count
        let words = Array(passage.words[..<end])
        var tags: [String] = []
        var evidence: [Evidence] = []
        for (rule, index) in zip(rules.tags, phrases) {
            var weight = 0.0
            var seen: Set<Int> = []
            var found: [Evidence] = []
            for match in index.found(in: words) where seen.insert(match.meaning).inserted {
                weight += rule.phrases[match.meaning].weight
                found.append(passage.evidence("tags", rule.id, match.range))
            }
            guard weight >= rule.least else { continue }
            tags.append(rule.id)
            evidence += found.prefix(3)
        }
        return (tags, evidence)
    }

    /// tighten or ease, where the headline and the first sentence say one of them and not the other.
    func direction(_ passage: Passage) -> (word: String, evidence: Evidence?) {
        let body = passage.words.indices.first { passage.part($0) == "body" } ?? 0
        let end = passage.words.isEmpty ? 0 : passage.sentence(body).upperBound
        let found = directions.found(in: Array(passage.words[..<end]))
        guard let first = found.first, found.allSatisfy({ $0.meaning == first.meaning }) else { return ("", nil) }
        return (first.meaning, passage.evidence("direction", first.meaning, first.range))
    }
}
