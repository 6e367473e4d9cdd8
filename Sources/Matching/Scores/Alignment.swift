/// One or two words of a name against one or two of another.
package struct WordMatch: Sendable {
    /// Places in the two names; a second word where two written apart are one.
    package var asked: Range<Int>
    package var listed: Range<Int>
    package var alike: Float
    /// An initial stands for a word.
    package var isInitial = false
    /// The letters of one word are the first letters of the other name's words.
    package var isAcronym = false
}

/// Which words of two names stand for one another: the likest first, each word once.
struct Alignment {
    private(set) var matches: [WordMatch] = []
    private(set) var isAskedTaken: [Bool] = []
    private(set) var isListedTaken: [Bool] = []
    private var candidates: [WordMatch] = []
    private let similarity = WordSimilarity()

    mutating func align(_ asked: ParsedName, _ listed: ParsedName) {
        matches.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        reset(&isAskedTaken, asked.words.count)
        reset(&isListedTaken, listed.words.count)
        asked.bytes.withUnsafeBufferPointer { a in
            listed.bytes.withUnsafeBufferPointer { b in
                single(asked.words, listed.words, a, b)
            }
        }
        joined(asked.words, listed.words, isAskedJoined: true)
        joined(listed.words, asked.words, isAskedJoined: false)
        candidates.sort { one, other in
            if one.alike != other.alike { return one.alike > other.alike }
            let (near, far) = (
                abs(one.asked.lowerBound - one.listed.lowerBound), abs(other.asked.lowerBound - other.listed.lowerBound)
            )
            return (near, one.asked.lowerBound) < (far, other.asked.lowerBound)
        }
        for match in candidates where isFree(match) { take(match) }
        acronym(asked, listed)
        initials(asked.words, listed.words, asked.bytes, listed.bytes)
    }

    private func reset(_ taken: inout [Bool], _ count: Int) {
        taken.removeAll(keepingCapacity: true)
        for _ in 0..<count { taken.append(false) }
    }

    private func isFree(_ match: WordMatch) -> Bool {
        !match.asked.contains { isAskedTaken[$0] } && !match.listed.contains { isListedTaken[$0] }
    }

    private mutating func take(_ match: WordMatch) {
        for index in match.asked { isAskedTaken[index] = true }
        for index in match.listed { isListedTaken[index] = true }
        matches.append(match)
    }

    private mutating func single(
        _ asked: [NameWord], _ listed: [NameWord], _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
    ) {
        for i in asked.indices where asked[i].weight > 0 {
            for j in listed.indices where listed[j].weight > 0 {
                let alike = similarity.similarity(asked[i], listed[j], a, b)
                if alike > 0 { candidates.append(WordMatch(asked: i..<i + 1, listed: j..<j + 1, alike: alike)) }
            }
        }
    }

    /// Two neighbouring words of the one side against one word of the other.
    private mutating func joined(_ parts: [NameWord], _ whole: [NameWord], isAskedJoined: Bool) {
        guard parts.count >= 2 else { return }
        for i in 0..<parts.count - 1 {
            for j in whole.indices {
                guard let alike = Alignment.joinedAlike(parts[i], whole[j]) else { continue }
                candidates.append(
                    isAskedJoined
                        ? WordMatch(asked: i..<i + 2, listed: j..<j + 1, alike: alike)
                        : WordMatch(asked: j..<j + 1, listed: i..<i + 2, alike: alike))
            }
        }
    }

    /// Joined words must sound the same, or have the same consonants where a script has no more; nil: they do not.
    static func joinedAlike(_ first: NameWord, _ whole: NameWord) -> Float? {
        if first.sounds.jointFolded != 0, first.sounds.jointFolded == whole.sounds.folded { return 0.97 }
        guard first.isLoose || whole.isLoose else { return nil }
        return first.sounds.jointSkeleton != 0 && first.sounds.jointSkeleton == whole.sounds.skeleton ? 0.9 : nil
    }

    /// `IRISL` for five words that begin with its letters.
    private mutating func acronym(_ asked: ParsedName, _ listed: ParsedName) {
        guard matches.isEmpty, asked.kind != .person, listed.kind != .person else { return }
        if let word = Alignment.onlyWord(asked), let range = Alignment.spelled(asked.letters(word), by: listed) {
            take(WordMatch(asked: word..<word + 1, listed: range, alike: 0.9, isAcronym: true))
        } else if let word = Alignment.onlyWord(listed), let range = Alignment.spelled(listed.letters(word), by: asked)
        {
            take(WordMatch(asked: range, listed: word..<word + 1, alike: 0.9, isAcronym: true))
        }
    }

    /// The one word that counts; nil: there are more.
    private static func onlyWord(_ name: ParsedName) -> Int? {
        let words = name.words.indices.filter { name.words[$0].counts && name.words[$0].role != .legalForm }
        return words.count == 1 ? words[0] : nil
    }

    private static func spelled(_ acronym: ArraySlice<UInt8>, by name: ParsedName) -> Range<Int>? {
        guard (3...8).contains(acronym.count), name.words.count >= acronym.count else { return nil }
        let words = name.words.indices.filter { name.words[$0].counts && name.words[$0].role != .legalForm }
        guard words.count == acronym.count,
            words.map({ name.bytes[Int(name.words[$0].text.lowerBound)] }).elementsEqual(acronym)
        else { return nil }
        return words[0]..<words[words.count - 1] + 1
    }

    /// Initials for words that nothing else stands for, in their order.
    private mutating func initials(_ asked: [NameWord], _ listed: [NameWord], _ a: [UInt8], _ b: [UInt8]) {
        for i in asked.indices where asked[i].role == .initial && !isAskedTaken[i] {
            let letter = a[Int(asked[i].text.lowerBound)]
            if let j = listed.indices.first(where: {
                !isListedTaken[$0] && listed[$0].counts && b[Int(listed[$0].text.lowerBound)] == letter
            }) {
                take(WordMatch(asked: i..<i + 1, listed: j..<j + 1, alike: 0.85, isInitial: true))
            }
        }
        for j in listed.indices where listed[j].role == .initial && !isListedTaken[j] {
            let letter = b[Int(listed[j].text.lowerBound)]
            if let i = asked.indices.first(where: {
                !isAskedTaken[$0] && asked[$0].counts && a[Int(asked[$0].text.lowerBound)] == letter
            }) {
                take(WordMatch(asked: i..<i + 1, listed: j..<j + 1, alike: 0.85, isInitial: true))
            }
        }
    }
}
