/// Finds listed names like a name. It keeps the sums of one question from the next, and so belongs to one thread.
package final class NameSearch {
    package let index: NameIndex
    package let matcher: NameMatcher
    /// For each name, what of the name asked and what of its own is matched at most, in weights; and how many words.
    private var asked: [Float]
    private var own: [Float]
    private var touched: [Int32] = []
    private let similarity = WordSimilarity()
    /// Words of the index that are like a word that was asked before, by its key.
    private var remembered: [UInt64: [Int32]] = [:]

    package struct Hit: Sendable {
        /// The place of the name in the index.
        package var name: Int
        package var score: Float
    }

    package init(_ index: NameIndex) {
        self.index = index
        matcher = NameMatcher(rarity: index.rarity)
        asked = [Float](repeating: 0, count: index.names.count)
        own = asked
    }

    /// Every name whose score is `least` at the least, best first.
    package func find(_ name: ParsedName, least: Float) -> [Hit] {
        guard !name.isEmpty else { return [] }
        touched.removeAll(keepingCapacity: true)
        collect(name)
        let evidence = Calibration.evidence(least)
        let leftover = name.words.reduce(0) { $0 + ($1.isLeftover ? $1.weight : 0) }
        let initials = Float(name.words.count { $0.role == .initial })
        var hits: [Hit] = []
        for place in touched {
            let index = Int(place)
            let (a, b) = (asked[index], own[index])
            (asked[index], own[index]) = (0, 0)
            guard name.kind.agrees(with: self.index.names[index].kind),
                bound(self.index.names[index], name, asked: a, own: b, leftover: leftover, initials: initials)
                    >= evidence
            else { continue }
            let score = matcher.score(name, self.index.parsed(index))
            if score >= least { hits.append(Hit(name: index, score: score)) }
        }
        return hits.sorted { ($1.score, $0.name) < ($0.score, $1.name) }
    }

    /// The same by comparing with every name: what `find` is tested against.
    package func findAll(_ name: ParsedName, least: Float) -> [Hit] {
        index.names.indices.map { Hit(name: $0, score: matcher.score(name, index.parsed($0))) }
            .filter { $0.score >= least }.sorted { ($1.score, $0.name) < ($0.score, $1.name) }
    }

    /// The most that the evidence of two names can be.
    private func bound(
        _ listed: NameIndex.Name, _ name: ParsedName, asked: Float, own: Float, leftover: Float, initials: Float
    ) -> Float {
        if asked >= 100 { return 1 }
        let theirs = Float(listed.initials)
        let matched = (asked + own) / 2 + 0.3 * (initials + theirs)
        let left = max(0, leftover - asked - theirs - 0.3 * initials)
        let ownLeft = max(0, listed.leftover - own - initials - 0.3 * theirs)
        let conflict = min(left, ownLeft)
        return matched
            / (matched + Weights.conflict * conflict + Weights.extra * (max(left, ownLeft) - conflict) + 0.0001)
    }

    private func add(_ name: Int32, asked weight: Float, own: Float) {
        let index = Int(name)
        if asked[index] == 0, self.own[index] == 0 { touched.append(name) }
        asked[index] += weight
        self.own[index] += own
    }

    private func add(word id: Int32, asked weight: Float) {
        let own = index.words[Int(index.vocabulary.samples[Int(id)])].weight
        for place in Int(index.vocabulary.starts[Int(id)])..<Int(index.vocabulary.starts[Int(id) + 1]) {
            add(index.vocabulary.postings[place], asked: weight, own: own)
        }
    }

    private func collect(_ name: ParsedName) {
        let vocabulary = index.vocabulary
        for word in name.words where word.weight > 0 {
            let weight = word.weight
            switch word.role {
            case .number: vocabulary.numbers.each(word.number) { add(word: $0, asked: weight) }
            case .legalForm: vocabulary.meanings.each(UInt32(word.meaning)) { add(word: $0, asked: weight) }
            case .initial: break
            default: alike(word, name)
            }
            if name.words.spellable.count == 1, (3...8).contains(word.text.count) {
                vocabulary.spelled.each(UInt32(truncatingIfNeeded: word.hash)) { add($0, asked: 100, own: 100) }
            }
            // A word for two of theirs.
            if word.sounds.folded != 0 {
                vocabulary.jointFolded.each(word.sounds.folded) { add($0, asked: weight, own: 2) }
            }
            if word.sounds.skeleton != 0, word.isLoose || hasLoose {
                vocabulary.jointSkeletons.each(word.sounds.skeleton) { add($0, asked: weight, own: 2) }
            }
        }
        joints(name)
        if name.sound != 0 { vocabulary.sounds.each(name.sound) { add($0, asked: 100, own: 100) } }
        let first = name.words.spellable.map { name.bytes[Int($0.text.lowerBound)] }
        if (3...8).contains(first.count) {
            vocabulary.texts.each(UInt32(truncatingIfNeeded: WordTable.hash(first))) { add(word: $0, asked: 100) }
        }
    }

    /// Two words for one of theirs.
    private func joints(_ name: ParsedName) {
        guard name.words.count > 1 else { return }
        for place in 0..<name.words.count - 1 {
            let (word, next) = (name.words[place], name.words[place + 1])
            let weight = word.weight + next.weight
            if word.sounds.jointFolded != 0 {
                index.vocabulary.folded.each(word.sounds.jointFolded) { add(word: $0, asked: weight) }
            }
            if word.sounds.jointSkeleton != 0 {
                index.vocabulary.skeletons.each(word.sounds.jointSkeleton) {
                    if word.isLoose || index.vocabulary.marks[Int($0)].isLoose { add(word: $0, asked: weight) }
                }
            }
        }
    }

    private lazy var hasLoose = index.vocabulary.marks.contains { $0.isLoose }

    /// Every word of the index that is like this one.
    private func alike(_ word: NameWord, _ name: ParsedName) {
        let vocabulary = index.vocabulary
        // What is alike by meaning or as a given name need not sound alike.
        if word.given != 0 { vocabulary.givens.each(UInt32(word.given)) { add(word: $0, asked: word.weight) } }
        if word.otherGiven != 0 {
            vocabulary.givens.each(UInt32(word.otherGiven)) { add(word: $0, asked: word.weight) }
        }
        if word.meaning != 0 { vocabulary.meanings.each(UInt32(word.meaning)) { add(word: $0, asked: word.weight) } }
        if let known = remembered[word.key] {
            for id in known { add(word: id, asked: word.weight) }
            return
        }
        var found: [Int32] = []
        name.bytes.withUnsafeBufferPointer { a in
            index.bytes.withUnsafeBufferPointer { b in
                eachComparable(word) { id in
                    let sample = index.words[Int(vocabulary.samples[Int(id)])]
                    let start = Int(index.names[Int(vocabulary.sampleNames[Int(id)])].bytes.lowerBound)
                    let own = UnsafeBufferPointer(rebasing: b[start...])
                    if similarity.similarity(word, sample, a, own) > 0 { found.append(id) }
                }
            }
        }
        for id in found { add(word: id, asked: word.weight) }
        // Names of a file share many words.
        if remembered.count >= NameSearch.mostRemembered { remembered.removeAll(keepingCapacity: true) }
        remembered[word.key] = found
    }

    private static let mostRemembered = 8192

    /// Words whose consonants and length do not forbid that they are like this one.
    private func eachComparable(_ word: NameWord, _ body: (Int32) -> Void) {
        let vocabulary = index.vocabulary
        vocabulary.groups.withUnsafeBufferPointer { groups in
            for group in groups.indices {
                let most = WordSimilarity.mostDiffering(
                    word, isLoose: word.isLoose || group >= vocabulary.firstLooseGroup)
                let differing = (groups[group] ^ word.marks).nonzeroBitCount
                if differing > 2 * most { continue }
                for place in Int(vocabulary.groupStarts[group])..<Int(vocabulary.groupStarts[group + 1]) {
                    let id = vocabulary.grouped[place]
                    if differing <= 2 * WordSimilarity.mayDiffer(word, vocabulary.marks[Int(id)]) { body(id) }
                }
            }
        }
    }
}
