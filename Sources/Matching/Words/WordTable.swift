/// What a word of a name does.
package enum WordRole: UInt8, Sendable {
    case name
    case initial
    case patronymic
    case particle
    case title
    case legalForm
    case generic
    case number
    /// Jr, Sr: which of two people of one name.
    case generation
}

/// What is known of a word before any list is read.
struct WordFact {
    var role: WordRole = .name
    /// The class of a legal form, or the meaning of a generic word; 0: none.
    var meaning: UInt16 = 0
    /// Given names of which this is a form; 0: none.
    var given: UInt16 = 0
    var otherGiven: UInt16 = 0
    var isCommon = false
    var isVesselPrefix = false
    var joinsNext = false
}

/// All words that are known beforehand, by their hash.
struct WordTable: Sendable {
    private let facts: [UInt64: WordFact]
    /// Legal forms of several words, by their first word.
    private let phrases: [UInt64: [(words: [UInt64], form: [UInt8])]]

    static let shared = WordTable()

    /// FNV-1a: the same in every run, so that an index may keep it.
    static func hash(_ text: some Collection<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    func fact(_ hash: UInt64) -> WordFact? { facts[hash] }

    /// The legal form that begins with these words, and how many they are.
    func phrase(_ words: some RandomAccessCollection<UInt64>) -> (form: [UInt8], count: Int)? {
        guard let first = words.first, let known = phrases[first] else { return nil }
        var best: (form: [UInt8], count: Int)?
        for phrase in known where phrase.words.count > (best?.count ?? 0) && words.starts(with: phrase.words) {
            best = (phrase.form, phrase.words.count)
        }
        return best
    }

    private init() {
        var facts: [UInt64: WordFact] = [:]
        facts.reserveCapacity(4096)
        func each(_ words: some StringProtocol, _ change: (inout WordFact) -> Void) {
            for word in words.utf8.split(separator: 0x20) { change(&facts[WordTable.hash(word), default: WordFact()]) }
        }
        for (index, group) in ShortForms.groups.enumerated() {
            each(group) { fact in
                if fact.given == 0 { fact.given = UInt16(index + 1) } else { fact.otherGiven = UInt16(index + 1) }
            }
        }
        each(CommonNames.words) { $0.isCommon = true }
        for (index, meaning) in GenericWords.meanings.enumerated() {
            each(meaning) {
                $0.role = .generic
                $0.meaning = UInt16(index + 1)
            }
        }
        for (index, members) in LegalForms.classes.enumerated() {
            each(members) {
                $0.role = .legalForm
                $0.meaning = UInt16(1000 + index)
            }
        }
        each(SmallWords.particles) { $0.role = .particle }
        each(SmallWords.titles) { if $0.role == .name && !$0.isCommon { $0.role = .title } }
        each(SmallWords.vesselPrefixes) { $0.isVesselPrefix = true }
        each(SmallWords.joined) {
            $0.role = .particle
            $0.joinsNext = true
        }
        each("jr junior sr senior") { $0.role = .generation }
        each("jr junior") { $0.meaning = 1 }
        each("sr senior") { $0.meaning = 2 }
        self.facts = facts
        var phrases: [UInt64: [(words: [UInt64], form: [UInt8])]] = [:]
        for phrase in LegalForms.phrases {
            let words = phrase.words.utf8.split(separator: 0x20).map { WordTable.hash($0) }
            phrases[words[0], default: []].append((words, Array(phrase.form.utf8)))
        }
        self.phrases = phrases
    }
}
