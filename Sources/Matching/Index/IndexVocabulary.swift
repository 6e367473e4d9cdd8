/// The distinct words of all names, each with the names that have it.
struct IndexVocabulary: Sendable {
    /// What a look at every word needs of it, in eight bytes.
    struct Mark: Sendable {
        var marks: UInt32
        var folded: UInt8
        var skeleton: UInt8
        var isLoose: Bool
        var isComparable: Bool
    }
    var marks: [Mark] = []
    /// The marks that there are, each once, and the words that have them: those of the i-th from `groupStarts[i]` on. A look at
    /// all words is a look at all marks.
    var groups: [UInt32] = []
    var groupStarts: [Int32] = []
    var grouped: [Int32] = []
    /// Words of scripts that only their consonants are compared of stand behind all others.
    var firstLooseGroup = 0
    /// A word of each kind: its place among the index's words, and the name that it is of.
    var samples: [Int32] = []
    var sampleNames: [Int32] = []
    /// Names by word: those of word i stand from `starts[i]` to `starts[i + 1]`.
    var starts: [Int32] = []
    var postings: [Int32] = []
    /// Words by what makes others of another spelling their equals.
    var givens = PairTable()
    var meanings = PairTable()
    var numbers = PairTable()
    var texts = PairTable()
    var folded = PairTable()
    var skeletons = PairTable()
    /// Names in which two neighbouring words sound like one word, by its sound; and those whose words' first letters spell one.
    var jointFolded = PairTable()
    var jointSkeletons = PairTable()
    var spelled = PairTable()
    /// Names by all their letters together.
    var sounds = PairTable()

    init() {}

    init(_ names: [NameIndex.Name], _ words: [NameWord], _ bytes: [UInt8]) {
        self.init()
        let ids = number(names, words)
        post(names, ids)
        describe(words)
        spell(names, words, bytes)
    }

    /// Gives each distinct word a number; answers with that of every word.
    private mutating func number(_ names: [NameIndex.Name], _ words: [NameWord]) -> [Int32] {
        var known: [UInt64: Int32] = [:]
        known.reserveCapacity(words.count / 2)
        var ids = [Int32](repeating: 0, count: words.count)
        for (index, name) in names.enumerated() {
            for place in name.words {
                let key = words[Int(place)].key
                if let id = known[key] {
                    ids[Int(place)] = id
                } else {
                    ids[Int(place)] = Int32(samples.count)
                    known[key] = Int32(samples.count)
                    samples.append(place)
                    sampleNames.append(Int32(index))
                }
            }
        }
        return ids
    }

    private mutating func post(_ names: [NameIndex.Name], _ ids: [Int32]) {
        starts = [Int32](repeating: 0, count: samples.count + 1)
        for id in ids { starts[Int(id) + 1] += 1 }
        for id in samples.indices { starts[id + 1] += starts[id] }
        var next = starts
        postings = [Int32](repeating: 0, count: ids.count)
        for (index, name) in names.enumerated() {
            for place in name.words {
                let id = Int(ids[Int(place)])
                postings[Int(next[id])] = Int32(index)
                next[id] += 1
            }
        }
    }

    private mutating func describe(_ words: [NameWord]) {
        var (given, meaning, number): ([(UInt32, Int32)], [(UInt32, Int32)], [(UInt32, Int32)]) = ([], [], [])
        var (text, fold, skeleton): ([(UInt32, Int32)], [(UInt32, Int32)], [(UInt32, Int32)]) = ([], [], [])
        marks.reserveCapacity(samples.count)
        for (index, sample) in samples.enumerated() {
            let word = words[Int(sample)]
            let id = Int32(index)
            marks.append(
                Mark(
                    marks: word.marks, folded: UInt8(min(word.folded.count, 255)),
                    skeleton: UInt8(min(word.skeleton.count, 255)),
                    isLoose: word.isLoose,
                    isComparable: ![.number, .legalForm, .initial].contains(word.role) && word.weight > 0))
            if word.given != 0 { given.append((UInt32(word.given), id)) }
            if word.otherGiven != 0 { given.append((UInt32(word.otherGiven), id)) }
            if word.meaning != 0 { meaning.append((UInt32(word.meaning), id)) }
            if word.role == .number { number.append((word.number, id)) }
            text.append((UInt32(truncatingIfNeeded: word.hash), id))
            if word.sounds.folded != 0 { fold.append((word.sounds.folded, id)) }
            if word.sounds.skeleton != 0 { skeleton.append((word.sounds.skeleton, id)) }
        }
        group()
        (givens, meanings, numbers) = (PairTable(given), PairTable(meaning), PairTable(number))
        (texts, folded, skeletons) = (PairTable(text), PairTable(fold), PairTable(skeleton))
    }

    private mutating func group() {
        grouped = marks.indices.filter { marks[$0].isComparable }.map { Int32($0) }
        func order(_ id: Int32) -> (Int, UInt32, UInt8, Int32) {
            let mark = marks[Int(id)]
            return (mark.isLoose ? 1 : 0, mark.marks, mark.folded, id)
        }
        grouped.sort { order($0) < order($1) }
        var wasLoose = false
        for (place, id) in grouped.enumerated() {
            let mark = marks[Int(id)]
            if mark.isLoose, !wasLoose {
                wasLoose = true
                firstLooseGroup = groups.count
            } else if groups.last == mark.marks {
                continue
            }
            groups.append(mark.marks)
            groupStarts.append(Int32(place))
        }
        if !wasLoose { firstLooseGroup = groups.count }
        groupStarts.append(Int32(grouped.count))
    }

    private mutating func spell(_ names: [NameIndex.Name], _ words: [NameWord], _ bytes: [UInt8]) {
        var (joint, joints, initials): ([(UInt32, Int32)], [(UInt32, Int32)], [(UInt32, Int32)]) = ([], [], [])
        for (index, name) in names.enumerated() {
            for place in name.words {
                let sounds = words[Int(place)].sounds
                if sounds.jointFolded != 0 { joint.append((sounds.jointFolded, Int32(index))) }
                if sounds.jointSkeleton != 0 { joints.append((sounds.jointSkeleton, Int32(index))) }
            }
            let first = name.words.map { words[Int($0)] }.spellable.map {
                bytes[Int(name.bytes.lowerBound) + Int($0.text.lowerBound)]
            }
            if first.count >= 3 { initials.append((UInt32(truncatingIfNeeded: WordTable.hash(first)), Int32(index))) }
        }
        sounds = PairTable(names.enumerated().compactMap { $1.sound == 0 ? nil : ($1.sound, Int32($0)) })
        (jointFolded, jointSkeletons, spelled) = (PairTable(joint), PairTable(joints), PairTable(initials))
    }
}

extension NameWord {
    /// Words of one key are compared alike.
    var key: UInt64 {
        let kind = UInt64(role.rawValue) << 33 | UInt64(isLoose ? 1 : 0) << 32 | UInt64(weight.bitPattern)
        return hash ^ (kind &* 0x9E37_79B9_7F4A_7C15)
    }
}

extension Sequence<NameWord> {
    /// The words whose first letters an acronym has.
    var spellable: [NameWord] { filter { $0.counts && $0.role != .legalForm } }
}
