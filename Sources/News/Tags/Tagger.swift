package import Configuration

/// Gives a text its tags by the rules of `Config/tags.toml`. Built once; safe to share.
package struct Tagger: Sendable {
    private let rules: TagFile
    private let phrases: PhraseIndex<Place>
    private let directions: PhraseIndex<String>

    /// A phrase of a rule.
    private struct Place: Hashable {
        var rule: Int
        var phrase: Int
    }

    package init(_ rules: TagFile) {
        self.rules = rules
        var phrases = PhraseIndex<Place>()
        for (rule, tag) in rules.tags.enumerated() {
            for (number, phrase) in tag.phrases.enumerated() {
                // Capitals count where the rule writes nothing but capitals: SWIFT is no adjective.
                let isName = phrase.text.contains { $0.isUppercase } && !phrase.text.contains { $0.isLowercase }
                phrases.add(phrase.text, isExact: isName, Place(rule: rule, phrase: number))
            }
        }
        self.phrases = phrases
        var directions = PhraseIndex<String>()
        for direction in rules.directions {
            for phrase in direction.phrases { directions.add(phrase, isExact: false, direction.word) }
        }
        self.directions = directions
    }

    /// The tags in the order of the rules, with the words that gave them.
    func tags(_ passage: Passage) -> (tags: [String], evidence: [Evidence]) {
        let words = Array(passage.words[passage.told])
        var tags: [String] = []
        var evidence: [Evidence] = []
        var found: [[(phrase: Int, range: Range<Int>)]] = Array(repeating: [], count: rules.tags.count)
        var seen: Set<Place> = []
        for match in phrases.all(in: words) where seen.insert(match.meaning).inserted {
            found[match.meaning.rule].append((match.meaning.phrase, match.range))
        }
        for (rule, matches) in zip(rules.tags, found) {
            guard !matches.isEmpty, matches.reduce(0, { $0 + rule.phrases[$1.phrase].weight }) >= rule.least else {
                continue
            }
            tags.append(rule.id)
            evidence += matches.prefix(3).map { passage.evidence("tags", rule.id, $0.range) }
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
