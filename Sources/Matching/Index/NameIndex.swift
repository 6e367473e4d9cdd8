/// Listed names, put in order for finding those like a name: built once, asked often.
///
/// What `find` leaves out is below the threshold for certain: every word that `WordSimilarity` calls alike is looked up, and a
/// name is passed over only where the most that its words could add up to is too little.
package struct NameIndex: Sendable {
    /// A listed name.
    package struct Name: Sendable {
        package var entry: Int32
        /// Whatever the caller knows the name itself by.
        package var text: Int32
        var words: Range<Int32>
        var bytes: Range<Int32>
        var kind: NameKind
        /// The publisher calls the alias weak.
        package var isWeak: Bool
        var initials: UInt8
        var distinctive: UInt8
        /// The weight of the words whose absence on the other side counts.
        var leftover: Float
        var weight: Float
        var sound: UInt32
    }

    package internal(set) var names: [Name] = []
    var words: [NameWord] = []
    var bytes: [UInt8] = []
    package internal(set) var rarity = WordRarity()
    var vocabulary = IndexVocabulary()

    package init() {}

    /// A name of an entry, as a list prints it.
    package struct Listed {
        package var text: String
        package var entry: Int
        package var kind: NameKind
        package var isWeak: Bool
        package var place: Int

        package init(_ text: String, entry: Int, kind: NameKind, isWeak: Bool = false, text place: Int = 0) {
            self.place = place
            self.text = text
            self.entry = entry
            self.kind = kind
            self.isWeak = isWeak
        }
    }

    package init(_ listed: some Sequence<Listed>) {
        let matcher = NameMatcher()
        var parsed: [(Listed, ParsedName)] = []
        for one in listed {
            let name = matcher.parse(one.text, kind: one.kind)
            guard !name.isEmpty else { continue }
            for word in name.words where word.role == .name { rarity.count(word.hash) }
            parsed.append((one, name))
        }
        names.reserveCapacity(parsed.count)
        for (one, name) in parsed { append(name, one) }
        vocabulary = IndexVocabulary(names, words, bytes)
    }

    private mutating func append(_ parsed: ParsedName, _ one: Listed) {
        var parsed = parsed
        parsed.weigh(rarity)
        let (firstWord, firstByte) = (Int32(words.count), Int32(bytes.count))
        words += parsed.words
        bytes += parsed.bytes
        names.append(
            Name(
                entry: Int32(one.entry), text: Int32(one.place), words: firstWord..<Int32(words.count),
                bytes: firstByte..<Int32(bytes.count),
                kind: parsed.kind, isWeak: one.isWeak,
                initials: UInt8(parsed.words.count { $0.role == .initial }), distinctive: UInt8(parsed.distinctive),
                leftover: parsed.words.reduce(0) { $0 + ($1.isLeftover ? $1.weight : 0) }, weight: parsed.weight,
                sound: parsed.sound))
    }

    /// The name as it was parsed.
    package func parsed(_ name: Int) -> ParsedName {
        let one = names[name]
        return ParsedName(
            bytes: Array(bytes[Int(one.bytes.lowerBound)..<Int(one.bytes.upperBound)]), kind: one.kind,
            words: Array(words[Int(one.words.lowerBound)..<Int(one.words.upperBound)]), weight: one.weight,
            distinctive: Int(one.distinctive), sound: one.sound)
    }
}

extension NameWord {
    /// Whether it counts against a match where nothing stands for it on the other side.
    var isLeftover: Bool { role != .number && role != .generation && role != .legalForm && weight > 0 }
}
