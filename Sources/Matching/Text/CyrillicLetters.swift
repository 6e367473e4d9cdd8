/// Cyrillic as English spells it: ICU writes ш and с alike once its marks are gone.
enum CyrillicLetters {
    /// Nil: a letter is not Cyrillic, or none of those below.
    static func latin(_ word: [Unicode.Scalar]) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(word.count + 4)
        for scalar in word {
            guard let letters = letters[scalar.value] else { return nil }
            text += letters
        }
        return text
    }

    private static let letters: [UInt32: [UInt8]] = {
        let spellings = [
            "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
            "й": "i",
            "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
            "ф": "f",
            "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
            "я": "ya", "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u", "ј": "j", "љ": "l", "њ": "n", "ћ": "ch",
            "ђ": "dj",
            "џ": "dj", "ѓ": "g", "ќ": "k", "ѕ": "z", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u",
            "ү": "u",
            "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ҡ": "k", "ҙ": "z", "ҫ": "s", "җ": "j", "ӑ": "a",
            "ӗ": "e",
            "ӳ": "u", "ӏ": "",
        ]
        var letters: [UInt32: [UInt8]] = [:]
        for (letter, latin) in spellings {
            for scalar in (letter + letter.uppercased()).unicodeScalars { letters[scalar.value] = Array(latin.utf8) }
        }
        for digit in UInt32(0x30)...0x39 { letters[digit] = [UInt8(digit)] }
        return letters
    }()
}
