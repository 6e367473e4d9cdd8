/// A name as its words without capitals, accents and marks, in the order of the alphabet: `AL-ASSAD, Bashar` and
/// `Bashar al-Assad` are the same.
struct NormalisedName: Hashable {
    let words: [String]

    init(_ name: String) {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(contentsOf: NormalisedName.folded(scalar))
            } else if scalar.properties.generalCategory != .nonspacingMark, scalar != "'", scalar != "’", scalar != "`",
                !word.isEmpty
            {
                words.append(String(word))
                word.removeAll()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        self.words = words.sorted()
    }

    /// Whether every word of the one is in the other, and there are two of them at least.
    func isWithin(_ other: NormalisedName) -> Bool {
        guard words.count >= 2, words.count < other.words.count else { return false }
        var index = 0
        for word in other.words where index < words.count && words[index] == word { index += 1 }
        return index == words.count
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        guard scalar.value >= 0xC0, scalar.value < 0x250 else { return String.UnicodeScalarView([scalar]) }
        return (plain[scalar] ?? String(scalar)).unicodeScalars
    }

    /// The letters of Latin scripts without their marks.
    private static let plain: [Unicode.Scalar: String] = {
        let groups = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
            "j": "ĵ", "k": "ķ",
            "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűų",
            "w": "ŵ", "y": "ýÿŷ",
            "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß", "th": "þ",
        ]
        var plain: [Unicode.Scalar: String] = [:]
        for (letter, marked) in groups { for scalar in marked.unicodeScalars { plain[scalar] = letter } }
        return plain
    }()
}
