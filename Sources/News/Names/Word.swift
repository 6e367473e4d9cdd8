/// A word of a text, with what stands before it.
struct Word {
    var text: String
    var lower: String
    /// Bytes of the text.
    var start: Int
    var end: Int
    /// The mark between it and the word before: a blank for blanks alone.
    var mark: UInt8
    /// Whether blanks stand before it.
    var isApart: Bool
    /// Whether a sentence ends before it.
    var startsSentence: Bool

    /// Whether it begins with a capital, and whether nothing in it is a small letter.
    let isCapital: Bool
    let isAllCapitals: Bool

    init(_ text: String, start: Int, end: Int, mark: UInt8, isApart: Bool, startsSentence: Bool) {
        (self.text, self.start, self.end) = (text, start, end)
        (self.mark, self.isApart, self.startsSentence) = (mark, isApart, startsSentence)
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        if isASCII {
            isCapital = text.utf8.first.map { $0 &- 65 < 26 } ?? false
            isAllCapitals = isCapital && text.utf8.count > 1 && !text.utf8.contains { $0 &- 97 < 26 }
            lower = text.utf8.contains { $0 &- 65 < 26 } ? text.lowercased() : text
        } else {
            isCapital = text.unicodeScalars.first?.properties.isUppercase ?? false
            isAllCapitals = isCapital && !text.unicodeScalars.contains { $0.properties.isLowercase }
            lower = text.lowercased()
        }
    }

    /// The words of a text: runs of letters and digits.
    static func words(_ text: [UInt8]) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(text.count / 6)
        var index = 0
        var mark: UInt8 = 10
        var isApart = true
        var ends = true
        while index < text.count {
            let (length, kind) = piece(text, index)
            if kind == letter {
                let start = index
                while index < text.count {
                    let (length, kind) = piece(text, index)
                    guard kind == letter else { break }
                    index += length
                }
                let word = String(decoding: text[start..<index], as: UTF8.self)
                words.append(
                    Word(word, start: start, end: index, mark: mark, isApart: isApart, startsSentence: ends))
                (mark, isApart, ends) = (0, false, false)
                continue
            }
            if kind == 32 || kind == 10 {
                isApart = true
                if kind == 10 { (mark, ends) = (10, true) }
                if let last = words.last, [46, 33, 63].contains(mark), !isAbbreviation(last) || mark != 46 {
                    ends = true
                }
                if mark == 0 { mark = 32 }
            } else if mark == 0 || mark == 32 || kind == 46 {
                mark = kind
            }
            index += length
        }
        return words
    }

    private static func isAbbreviation(_ word: Word) -> Bool {
        word.text.utf8.count == 1
            || [
                "mr", "mrs", "ms", "dr", "st", "gen", "col", "lt", "sen", "rep", "gov", "no", "jan", "feb", "aug",
                "sept", "oct", "nov", "dec",
            ].contains(word.lower)
    }

    private static let letter: UInt8 = 1

    /// Length in bytes, and what it is: a letter, a blank, a line end or a mark; dashes and quotation marks in one spelling.
    private static func piece(_ text: [UInt8], _ index: Int) -> (Int, UInt8) {
        let byte = text[index]
        if byte < 0x80 {
            if byte | 0x20 >= 97 && byte | 0x20 <= 122 || byte &- 48 < 10 { return (1, letter) }
            if byte == 10 { return (1, 10) }
            return (1, byte == 32 || byte &- 9 < 5 ? 32 : byte)
        }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard length == 3, byte == 0xE2, index + 2 < text.count else {
            if byte == 0xC2, index + 1 < text.count { return (2, text[index + 1] == 0xA0 ? 32 : 34) }
            return (min(length, text.count - index), letter)
        }
        switch (text[index + 1], text[index + 2]) {
        case (0x80, 0x98), (0x80, 0x99), (0x80, 0x9B): return (3, 39)
        case (0x80, 0x90), (0x80, 0x91): return (3, 45)
        case (0x80, 0xAF), (0x80, 0x80...0x8B): return (3, 32)
        case (0x80, 0xA6): return (3, 46)
        default: return (3, 34)
        }
    }
}
