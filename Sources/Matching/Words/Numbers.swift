/// Numbers in names: hard evidence, whether in digits, in Roman digits or in words.
enum Numbers {
    static let roman: [String: UInt16] = [
        "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
        "xiii": 13,
        "xiv": 14, "xv": 15,
    ]
    static let words: [String: UInt16] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11,
        "twelve": 12, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8,
        "ninth": 9, "tenth": 10, "pervyi": 1, "vtoroi": 2, "tretii": 3,
    ]

    /// `12`, `2nd`, `3rd`, `21st`, `4th`: the number; digits beside other letters are part of a word.
    static func value(_ text: ArraySlice<UInt8>) -> UInt32? {
        var value: UInt32 = 0
        var digits = 0
        for byte in text {
            guard Letter.isDigit(byte), digits < 9 else { break }
            value = value * 10 + UInt32(byte - 0x30)
            digits += 1
        }
        guard digits > 0 else { return nil }
        let rest = text.dropFirst(digits)
        if rest.isEmpty { return value }
        return ["st", "nd", "rd", "th"].contains { rest.elementsEqual($0.utf8) } ? value : nil
    }
}
