/// A number, word or mark of a line, as the grammar of dates sees it.
struct DateToken {
    enum Kind: Equatable {
        /// Its value, and how many digits it was printed with.
        case number(Int, digits: Int)
        /// In small letters.
        case word(String)
        case mark(Unicode.Scalar)
    }
    var kind: Kind
    /// Bytes of the line.
    var start: Int
    var end: Int
    /// Whether white space stands before it.
    var isApart: Bool

    var word: String? { if case .word(let word) = kind { word } else { nil } }
    var number: (value: Int, digits: Int)? {
        if case .number(let value, let digits) = kind { (value, digits) } else { nil }
    }
    func isMark(_ marks: String) -> Bool {
        if case .mark(let mark) = kind { marks.unicodeScalars.contains(mark) } else { false }
    }

    /// The tokens of a line. Digits of the Arabic script count as digits, marks without width do not count.
    static func tokens(_ line: String) -> [DateToken] {
        var tokens: [DateToken] = []
        var offset = 0
        var isApart = true
        /// What the token at hand is made of: 1 digits, 2 letters.
        var kind = 0
        var value = 0
        var digits = 0
        var letters = ""
        var start = 0
        func close() {
            if kind == 1 {
                tokens.append(
                    DateToken(kind: .number(value, digits: digits), start: start, end: offset, isApart: isApart))
            }
            if kind == 2 {
                tokens.append(DateToken(kind: .word(letters.lowercased()), start: start, end: offset, isApart: isApart))
            }
            if kind != 0 { isApart = false }
            kind = 0
        }
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if let digit = digit(scalar) {
                if kind != 1 {
                    close()
                    (kind, value, digits, start) = (1, 0, 0, offset)
                }
                value = digits < 9 ? value * 10 + digit : value
                digits += 1
            } else if isLetter(scalar) {
                if kind != 2 {
                    close()
                    (kind, letters, start) = (2, "", offset)
                }
                letters.unicodeScalars.append(scalar)
            } else if !isInvisible(scalar) {
                close()
                if scalar.properties.isWhitespace {
                    isApart = true
                } else {
                    tokens.append(DateToken(kind: .mark(scalar), start: offset, end: offset + width, isApart: isApart))
                    isApart = false
                }
            }
            offset += width
        }
        close()
        return tokens
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 48...57: Int(scalar.value - 48)
        case 0x660...0x669: Int(scalar.value - 0x660)
        case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
        default: nil
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar.value | 0x20 >= 97 && scalar.value | 0x20 <= 122
            : scalar.properties.isAlphabetic || scalar.properties.isDiacritic
    }

    /// Marks of direction and joining stand inside words and dates of right-to-left pages.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        (0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0xFEFF || scalar.value == 0xAD
    }
}
