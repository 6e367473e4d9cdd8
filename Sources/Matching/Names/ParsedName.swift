/// A word of a parsed name: where its forms lie in the name's bytes, and what it counts.
struct NameWord: Sendable {
    var text: Range<Int32>
    var folded: Range<Int32>
    var skeleton: Range<Int32>
    var hash: UInt64
    var marks: UInt32
    var role: WordRole
    var isLoose: Bool
    /// Arabic, Hebrew and the like: consonants are all there is.
    var isVowelless: Bool
    var isCommon: Bool
    var meaning: UInt16
    var given: UInt16
    var otherGiven: UInt16
    /// Of `number`s.
    var number: UInt32
    /// Hashes of the folded form and of the consonants, and of the same joined with the next word: a name written in two words
    /// is the one written in one where these agree.
    var sounds = SoundHashes()
    /// How much evidence the word is: 1 for a rare name.
    var weight: Float

    var counts: Bool { role != .particle && role != .title }
    /// Distinguishes this name from others: its absence on the other side speaks against it.
    var isDistinctive: Bool { role == .name || role == .patronymic }
}

struct SoundHashes: Sendable {
    var folded: UInt32 = 0
    var skeleton: UInt32 = 0
    /// 0: there is no next word, or one of the two cannot be joined.
    var jointFolded: UInt32 = 0
    var jointSkeleton: UInt32 = 0
}

/// A name made ready to be compared.
package struct ParsedName: Sendable {
    /// Text, folded form and consonants of each word, one after another.
    var bytes: [UInt8]
    package internal(set) var kind: NameKind
    var words: [NameWord]
    /// The weight of all words that count.
    var weight: Float
    /// Words whose role is a name or a patronymic.
    var distinctive: Int

    /// A hash of all its letters together, whatever words they stand in; 0: too few.
    var sound: UInt32 = 0
    var numbers: [UInt32] { words.filter { $0.role == .number }.map(\.number) }

    /// Nothing in it can be compared: no letters, or only particles and legal forms.
    package var isEmpty: Bool { !words.contains { $0.role == .name || $0.role == .generic || $0.role == .number } }

    func letters(_ word: Int) -> ArraySlice<UInt8> {
        bytes[Int(words[word].text.lowerBound)..<Int(words[word].text.upperBound)]
    }

    func text(_ word: NameWord) -> String {
        String(decoding: bytes[Int(word.text.lowerBound)..<Int(word.text.upperBound)], as: UTF8.self)
    }
}

extension ParsedName {
    init(_ name: String, kind given: NameKind, _ transliteration: Transliteration, rarity: WordRarity?) {
        let read = NameText(name, transliteration)
        var text = read.words
        // `PUTIN, Vladimir` is `Vladimir PUTIN`.
        if given != .organisation, given != .craft, let comma = read.comma, comma < text.count {
            text = Array(text[comma...] + text[..<comma])
        }
        let table = WordTable.shared
        ParsedName.joinNames(&text, table)
        // `M/V` and `M/T`.
        if given != .person, text.count > 2, text[0].text == Array("m".utf8), text[1].text.count == 1 {
            text.removeFirst(2)
        }
        let hasLegal = given == .person ? false : ParsedName.joinLegalForms(&text, table)
        bytes = []
        bytes.reserveCapacity(text.reduce(0) { $0 + $1.text.count } * 3)
        words = []
        words.reserveCapacity(text.count)
        kind = given == .unknown && hasLegal ? .organisation : given
        (weight, distinctive) = (0, 0)
        for (index, word) in text.enumerated() {
            append(word, isFirst: index == 0, isLast: index == text.count - 1, table)
        }
        settleRoles()
        hashSounds()
        weigh(rarity)
    }

    private mutating func hashSounds() {
        func hash(_ ranges: [Range<Int32>], least: Int) -> UInt32 {
            var hash: UInt32 = 0x811C_9DC5
            var previous: UInt8 = 0
            var count = 0
            for range in ranges {
                for index in range where bytes[Int(index)] != previous {
                    previous = bytes[Int(index)]
                    hash = (hash ^ UInt32(previous)) &* 0x0100_0193
                    count += 1
                }
            }
            return count < least ? 0 : hash | 1
        }
        sound = hash(words.filter { $0.role != .legalForm }.map(\.folded), least: 7)
        for index in words.indices {
            let word = words[index]
            var sounds = SoundHashes()
            if word.role != .number {
                sounds.folded = hash([word.folded], least: 4)
                sounds.skeleton = hash([word.skeleton], least: 2)
                if index + 1 < words.count, words[index + 1].role != .number, words[index + 1].role != .legalForm,
                    word.role != .legalForm
                {
                    let next = words[index + 1]
                    sounds.jointFolded = hash([word.folded, next.folded], least: 4)
                    sounds.jointSkeleton = hash([word.skeleton, next.skeleton], least: 2)
                }
            }
            words[index].sounds = sounds
        }
    }

    private mutating func append(_ word: NameText.Word, isFirst: Bool, isLast: Bool, _ table: WordTable) {
        let hash = WordTable.hash(word.text)
        var fact = table.fact(hash) ?? WordFact()
        if fact.isVesselPrefix, isFirst, kind == .craft || kind == .unknown { fact.role = .title }
        switch fact.role {
        // `Sa`, `Co`, `Ag` are names of people as well.
        case .legalForm where kind == .person || (kind == .unknown && isFirst && word.text.count < 3): fact.role = .name
        case .generic where kind == .person: fact.role = .name
        case .title where isLast && !isFirst: fact.role = .name
        case .title where !fact.isVesselPrefix && (kind == .organisation || kind == .craft): fact.role = .name
        default: break
        }
        var number: UInt32 = 0
        if let value = Numbers.value(word.text[...]) {
            (fact.role, number) = (.number, value)
        } else if let value = ParsedName.spelledNumber(word.text, isLast: isLast, isFirst: isFirst, kind: kind) {
            (fact.role, number) = (.number, value)
        } else if word.text.count == 1, fact.role == .name || fact.role == .particle || fact.role == .legalForm {
            fact.role = .initial
        } else if fact.role == .name, kind != .organisation, kind != .craft, ParsedName.isPatronymic(word.text) {
            fact.role = .patronymic
        }
        let start = Int32(bytes.count)
        bytes += word.text
        let middle = Int32(bytes.count)
        Sound.fold(word.text, into: &bytes)
        let end = Int32(bytes.count)
        for index in Int(middle)..<Int(end) {
            if let consonant = Sound.consonant(bytes[index]),
                bytes.count == Int(end) || bytes[bytes.count - 1] != consonant
            {
                bytes.append(consonant)
            }
        }
        let last = Int32(bytes.count)
        words.append(
            NameWord(
                text: start..<middle, folded: middle..<end, skeleton: end..<last, hash: hash,
                marks: Sound.marks(bytes[Int(end)..<Int(last)]), role: fact.role,
                isLoose: word.script != .latin && word.script != .alphabetic, isVowelless: word.script == .vowelless,
                isCommon: fact.isCommon, meaning: fact.meaning,
                given: fact.given, otherGiven: fact.otherGiven, number: number, weight: 1))
    }

    /// Roman digits and words: only where a number is likely.
    private static func spelledNumber(_ text: [UInt8], isLast: Bool, isFirst: Bool, kind: NameKind) -> UInt32? {
        guard text.count <= 8, !isFirst || kind == .craft || kind == .organisation else { return nil }
        let word = String(decoding: text, as: UTF8.self)
        if let value = Numbers.roman[word], isLast, text.count > 1 || kind == .craft || kind == .organisation {
            return UInt32(value)
        }
        return kind == .person ? nil : Numbers.words[word].map { UInt32($0) }
    }

    private static func isPatronymic(_ text: [UInt8]) -> Bool {
        guard text.count >= 7 else { return false }
        return patronymicEnds.contains { text.suffix($0.count).elementsEqual($0) }
    }

    private static let patronymicEnds: [[UInt8]] = [
        "ovich", "evich", "ovna", "evna", "ovych", "yovych", "ivna", "ovic", "evic", "ovitch", "evitch", "owitsch",
        "ewitsch",
        "inichna", "vovich", "ovics",
    ].map { Array($0.utf8) }

    private static let fathers = Set(["bin", "ibn", "ben", "bint", "ould"].map { WordTable.hash($0.utf8) })

    /// `Abd al-Rahman`, `Abdul Rahman` and `Abdelrahman` are one word, and so are `Abu` and what follows.
    private static func joinNames(_ text: inout [NameText.Word], _ table: WordTable) {
        let article: Set<[UInt8]> = [
            Array("al".utf8), Array("el".utf8), Array("ul".utf8), Array("ar".utf8), Array("ur".utf8),
        ]
        var index = 0
        while index < text.count {
            let word = text[index].text
            if word.count <= 6, let fact = table.fact(WordTable.hash(word)), fact.joinsNext {
                var next = index + 1
                if next + 1 < text.count, article.contains(text[next].text) { next += 1 }
                if next < text.count, text[next].text.count > 2,
                    table.fact(WordTable.hash(text[next].text))?.joinsNext != true
                {
                    let isServant = word.starts(with: "abd".utf8)
                    let head = Array((isServant ? "abdul" : word.starts(with: "um".utf8) ? "um" : "abu").utf8)
                    text[index].text = head + text[next].text
                    text.removeSubrange(index + 1...next)
                }
            } else if word.count >= 8, word.starts(with: "abd".utf8), Letter.isVowel(word[3]),
                word[4] == UInt8(ascii: "l") || word[4] == UInt8(ascii: "r")
            {
                text[index].text = Array("abdul".utf8) + word[5...]
            }
            index += 1
        }
    }

    /// Forms of several words become one; whether there is any legal form.
    private static func joinLegalForms(_ text: inout [NameText.Word], _ table: WordTable) -> Bool {
        var hashes = text.map { WordTable.hash($0.text) }
        var found = false
        var index = 0
        while index < text.count {
            if let (form, count) = table.phrase(hashes[index...]) {
                text[index].text = form
                text.removeSubrange(index + 1..<index + count)
                hashes[index] = WordTable.hash(form)
                hashes.removeSubrange(index + 1..<index + count)
            }
            if index > 0 || text[index].text.count > 2, table.fact(hashes[index])?.role == .legalForm { found = true }
            index += 1
        }
        return found
    }

    /// Words whose role follows from the others: where nothing distinguishes, what is generic does.
    private mutating func settleRoles() {
        if !words.contains(where: { $0.role == .name || $0.role == .patronymic }) {
            for index in words.indices where words[index].role == .generic { words[index].role = .name }
        }
        if !words.contains(where: { $0.role == .name || $0.role == .patronymic || $0.role == .number }) {
            for index in words.indices where words[index].role == .particle || words[index].role == .title {
                words[index].role = .name
            }
        }
        // A surname such as Petrovic or Abramovich is no patronymic where it is one of two words.
        let names = words.indices.filter { words[$0].role == .name || words[$0].role == .patronymic }
        if names.count < 3 { for index in names { words[index].role = .name } }
    }

    mutating func weigh(_ rarity: WordRarity?) {
        (weight, distinctive) = (0, 0)
        for index in words.indices {
            let word = words[index]
            var weight: Float =
                switch word.role {
                case .name: word.isCommon ? 0.7 : 1
                case .patronymic: 0.45
                case .initial: 0.3
                case .generic: 0.35
                case .legalForm: 0.1
                case .number: 0.4
                case .generation: 0.15
                case .particle, .title: 0
                }
            // The father's name.
            if word.role == .name, index > 0, index < words.count - 1,
                ParsedName.fathers.contains(words[index - 1].hash)
            {
                weight *= 0.6
            }
            if word.role == .name, let rarity { weight = min(weight, rarity.weight(of: word.hash)) }
            words[index].weight = weight
            self.weight += weight
            if word.isDistinctive { distinctive += 1 }
        }
    }
}
