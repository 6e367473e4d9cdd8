/// A name cut into words of plain Latin letters: no capitals, accents, marks, signs that steer direction, or punctuation.
struct NameText {
    struct Word {
        /// a-z and 0-9, never empty.
        var text: [UInt8]
        var script: Script
        /// A full stop stood behind it, as behind an initial.
        var isDotted = false
    }
    private(set) var words: [Word] = []
    /// Where the first comma stands between words, as after the family's name; nil: there is none.
    private(set) var comma: Int?
    private var isOneWord = false

    /// What is read of a name at most: nothing real is longer, and a hostile text costs no more than this.
    static let mostScalars = 400
    static let mostWords = 24

    init(_ name: String, _ transliteration: Transliteration) {
        if readPlain(name) { return }
        words.removeAll(keepingCapacity: true)
        comma = nil
        readAny(name, transliteration)
    }

    /// The common case, bytes only: false where a byte is not ASCII.
    private mutating func readPlain(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            var word: [UInt8] = []
            for byte in bytes.prefix(NameText.mostScalars) {
                switch byte {
                case 0x61...0x7A, 0x30...0x39: word.append(byte)
                case 0x41...0x5A: word.append(byte | 0x20)
                case 0x27, 0x60: continue
                case 0x80...: return false
                default:
                    if !word.isEmpty {
                        if words.count == NameText.mostWords { return true }
                        words.append(Word(text: word, script: .latin, isDotted: byte == 0x2E))
                        word.removeAll(keepingCapacity: true)
                    }
                    if byte == 0x2C, comma == nil, !words.isEmpty { comma = words.count }
                }
            }
            if !word.isEmpty, words.count < NameText.mostWords { words.append(Word(text: word, script: .latin)) }
            return true
        }
    }

    private mutating func readAny(_ name: String, _ transliteration: Transliteration) {
        var word: [Unicode.Scalar] = []
        var marks = 0
        var taken = 0
        isOneWord = !name.unicodeScalars.contains { $0.properties.isWhitespace || NameText.dividing.contains($0) }
        for scalar in name.unicodeScalars {
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark:
                // Vowels of Indian scripts are marks; more than three on one letter are an attack.
                marks += 1
                if marks <= 3, !word.isEmpty { word.append(scalar) }
                continue
            case .format,
                .control where scalar != "\n" && scalar != "\t":
                continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber:
                if NameText.joining.contains(scalar) { continue }
                marks = 0
                taken += 1
                if taken > NameText.mostScalars { break }
                word.append(scalar)
                continue
            case .otherNumber:
                if let value = properties.numericValue, value == value.rounded(), (0...999).contains(value) {
                    word += String(Int(value)).unicodeScalars
                }
                continue
            default:
                // Tibetan divides syllables, not words, with its dot.
                if NameText.joining.contains(scalar) || scalar == "་" { continue }
            }
            finish(&word, transliteration, isDotted: scalar == ".")
            if scalar == "," || scalar == "،", comma == nil, !words.isEmpty { comma = words.count }
            if words.count >= NameText.mostWords || taken > NameText.mostScalars { return }
        }
        finish(&word, transliteration, isDotted: false)
    }

    /// Signs inside a word that do not part it.
    private static let joining: Set<Unicode.Scalar> = [
        "'", "’", "‘", "`", "´", "ʼ", "ʻ", "ʿ", "ʾ", "ʹ", "ʺ", "ー", "׳", "״", "ˈ",
    ]

    private static let dividing: Set<Unicode.Scalar> = ["·", "・", "•", "=", "-", "‧", ","]
    private static let arabicArticle: [Unicode.Scalar] = ["ا", "ل"]

    private mutating func finish(_ word: inout [Unicode.Scalar], _ transliteration: Transliteration, isDotted: Bool) {
        defer { word.removeAll(keepingCapacity: true) }
        guard !word.isEmpty else { return }
        let script = NameText.script(&word)
        switch script {
        case .latin:
            if let text = LatinLetters.plain(word) {
                append(text, script, isDotted)
            } else {
                append(transliteration.latin(word), script, isDotted)
            }
        case .han where isOneWord && (2...4).contains(word.count),
            .hangul where isOneWord && (2...4).contains(word.count):
            // A name as these languages write it: the family's first, and the rest is one word.
            let family = script == .han && word.count == 4 ? 2 : 1
            append(transliteration.latin(Array(word.prefix(family))), script, false)
            append(transliteration.latin(Array(word.dropFirst(family))), script, false)
        case .vowelless where word.count > 4 && word.starts(with: NameText.arabicArticle):
            append(transliteration.latin(Array(word.dropFirst(2))), script, isDotted)
        case .alphabetic:
            append(CyrillicLetters.latin(word) ?? transliteration.latin(GreekLetters.sounded(word)), script, isDotted)
        default: append(transliteration.latin(word), script, isDotted)
        }
    }

    private mutating func append(_ text: [UInt8], _ script: Script, _ isDotted: Bool) {
        guard !text.isEmpty, words.count < NameText.mostWords else { return }
        words.append(Word(text: text, script: script, isDotted: isDotted))
    }

    /// The script of most of its letters; letters that only look like Latin ones among Latin ones are made such.
    private static func script(_ word: inout [Unicode.Scalar]) -> Script {
        var latin = 0
        var other: [Script: Int] = [:]
        for scalar in word where scalar.properties.isAlphabetic {
            let script = Script.of(scalar)
            if script == .latin { latin += 1 } else { other[script, default: 0] += 1 }
        }
        guard let most = other.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }) else {
            return .latin
        }
        guard latin > 0 else { return most.key }
        let toLatin = latin >= most.value
        let map = toLatin ? LatinLetters.lookalikes : LatinLetters.cyrillicLookalikes
        for index in word.indices { word[index] = map[word[index]] ?? word[index] }
        return toLatin ? .latin : most.key
    }
}

/// Letters of Latin scripts without their marks, and those of other scripts that look like them.
enum LatinLetters {
    /// Nil: a letter is not among those below.
    static func plain(_ word: [Unicode.Scalar]) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(word.count)
        for scalar in word {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: text.append(UInt8(scalar.value))
            case 0x41...0x5A: text.append(UInt8(scalar.value) | 0x20)
            case 0x300...0x36F: continue
            default:
                guard let letters = letters[scalar] else { return nil }
                text += letters
            }
        }
        return text
    }

    private static let letters: [Unicode.Scalar: [UInt8]] = {
        let groups = [
            "a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "c": "çćĉċč", "d": "ďđḍḏð", "e": "èéêëēĕėęěẹẻẽếềểễệə", "g": "ĝğġģǧ",
            "h": "ĥħḥḫ", "i": "ìíîïĩīĭįıǐỉị", "j": "ĵ", "k": "ķḳ", "l": "ĺļľŀłḷ", "n": "ñńņňŉṇṅ",
            "o": "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "r": "ŕŗřṛ", "s": "śŝşșṣ", "sh": "š", "t": "ţťŧțṭṯ",
            "u": "ùúûüũūŭůűųưǔụủứừửữự", "v": "ṿ", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżẓž", "ae": "æ", "oe": "œ",
            "ss": "ßẞ",
            "th": "þ",
        ]
        var plain: [Unicode.Scalar: [UInt8]] = [:]
        for (letter, marked) in groups {
            for scalar in (marked + marked.uppercased()).unicodeScalars { plain[scalar] = Array(letter.utf8) }
        }
        for scalar in Unicode.Scalar(0xFF21 as UInt32).map({ $0.value...$0.value + 25 }) ?? 0...0 {
            plain[Unicode.Scalar(scalar) ?? " "] = [UInt8(scalar - 0xFF21 + 0x61)]
            plain[Unicode.Scalar(scalar + 32) ?? " "] = [UInt8(scalar - 0xFF21 + 0x61)]
        }
        return plain
    }()

    private static let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"), ("х", "x"), ("у", "y"), ("і", "i"), ("ј", "j"),
        ("А", "A"), ("В", "B"), ("Е", "E"), ("К", "K"), ("М", "M"), ("Н", "H"), ("О", "O"), ("Р", "P"), ("С", "C"),
        ("Т", "T"), ("Х", "X"), ("У", "Y"), ("І", "I"), ("ѕ", "s"), ("ԁ", "d"), ("һ", "h"), ("к", "k"), ("м", "m"),
        ("т", "t"), ("н", "h"), ("в", "b"),
    ]
    static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        pairs + [
            ("α", "a"), ("ο", "o"), ("ν", "v"), ("ρ", "p"), ("ι", "i"), ("κ", "k"), ("Α", "A"), ("Β", "B"), ("Ε", "E"),
            ("Η", "H"), ("Ι", "I"), ("Κ", "K"), ("Μ", "M"), ("Ν", "N"), ("Ο", "O"), ("Ρ", "P"), ("Τ", "T"), ("Υ", "Y"),
            ("Χ", "X"), ("Ζ", "Z"),
        ]
    ) { first, _ in first }
    static let cyrillicLookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(pairs.map { ($0.1, $0.0) }) { a, _ in a
    }
}
