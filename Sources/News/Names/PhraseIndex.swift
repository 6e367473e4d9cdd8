/// Finds the phrases of a list in a text, the longest first, on the borders of words.
struct PhraseIndex<Meaning: Sendable>: Sendable {
    struct Found {
        /// Indices of words.
        var range: Range<Int>
        var meaning: Meaning
    }
    private struct Phrase: Sendable {
        var words: [(text: String, mark: UInt8, isApart: Bool)]
        var isExact: Bool
        /// The last word is the beginning of one.
        var isOpen: Bool
        var meaning: Meaning
    }
    private var phrases: [String: [Phrase]] = [:]
    /// Beginnings of single words with any ending, by their first three letters.
    private var stems: [UInt32: [(stem: String, meaning: Meaning)]] = [:]

    /// - Parameter isExact: whether capitals count. A text all in capitals matches all the same.
    mutating func add(_ text: String, isExact: Bool, _ meaning: Meaning) {
        let isOpen = text.hasSuffix("*")
        let words = Word.words(Array(text.utf8)).map { (isExact ? $0.text : $0.lower, $0.mark, $0.isApart) }
        guard let first = words.first else { return }
        if isOpen, words.count == 1 {
            stems[PhraseIndex.packed(first.0.lowercased()), default: []].append((first.0.lowercased(), meaning))
            return
        }
        let phrase = Phrase(words: words, isExact: isExact, isOpen: isOpen, meaning: meaning)
        var list = phrases[first.0.lowercased(), default: []]
        let place = list.firstIndex { $0.words.count < words.count } ?? list.count
        list.insert(phrase, at: place)
        phrases[first.0.lowercased()] = list
    }

    /// Every phrase that stands in the text; none begins inside another.
    func found(in words: [Word]) -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < words.count {
            if let match = match(words, index) {
                found.append(match)
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// Every phrase at every word, also those inside others.
    func all(in words: [Word]) -> [Found] {
        var found: [Found] = []
        for index in words.indices {
            for phrase in phrases[words[index].lower] ?? [] where matches(phrase, words, index) {
                found.append(Found(range: index..<index + phrase.words.count, meaning: phrase.meaning))
            }
            for stem in stem(words[index]) { found.append(Found(range: index..<index + 1, meaning: stem.meaning)) }
        }
        return found
    }

    private func stem(_ word: Word) -> [(stem: String, meaning: Meaning)] {
        guard !stems.isEmpty, let list = stems[PhraseIndex.packed(word.lower)] else { return [] }
        return list.filter { word.lower.hasPrefix($0.stem) }
    }

    /// The first three bytes.
    private static func packed(_ text: String) -> UInt32 { text.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) } }

    private func match(_ words: [Word], _ index: Int) -> Found? {
        if let list = phrases[words[index].lower] {
            for phrase in list where matches(phrase, words, index) {
                return Found(range: index..<index + phrase.words.count, meaning: phrase.meaning)
            }
        }
        return stem(words[index]).first.map { Found(range: index..<index + 1, meaning: $0.meaning) }
    }

    private func matches(_ phrase: Phrase, _ words: [Word], _ index: Int) -> Bool {
        guard index + phrase.words.count <= words.count else { return false }
        for (offset, wanted) in phrase.words.enumerated() {
            let word = words[index + offset]
            if offset > 0, word.mark != wanted.mark || word.isApart != wanted.isApart { return false }
            let isLast = offset == phrase.words.count - 1
            if phrase.isOpen, isLast {
                guard word.lower.hasPrefix(wanted.text) else { return false }
            } else if phrase.isExact {
                guard
                    word.text == wanted.text
                        || word.text.utf8.count > 3 && word.isAllCapitals && word.lower == wanted.text.lowercased()
                else { return false }
            } else if word.lower != wanted.text {
                return false
            }
        }
        return true
    }
}
