/// Text from outside, made harmless for a terminal: names on lists are written by strangers.
package enum Sanitised {
    /// One line in which every control, direction mark and invisible character shows as `\u{1b}`, and so does each mark that
    /// is heaped on a letter beyond what any script needs.
    package static func line(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else { return text }
        guard needsCare(text) else { return text }
        var (result, marks) = ("", 0)
        for scalar in text.unicodeScalars {
            marks = isMark(scalar) ? marks + 1 : 0
            if isHostile(scalar) || marks > mostMarks {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Marks over one letter: Vietnamese and pointed Hebrew have three, a heap of them covers the lines around it.
    private static let mostMarks = 6

    private static func needsCare(_ text: String) -> Bool {
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = isMark(scalar) ? marks + 1 : 0
            if isHostile(scalar) || marks > mostMarks { return true }
        }
        return false
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        let category = scalar.properties.generalCategory
        return category == .nonspacingMark || category == .enclosingMark
    }

    /// C0, DEL and C1 controls (a lone U+009B begins an escape sequence), line and paragraph separators, the direction
    /// marks of Unicode TR 36 that make a text read differently from its bytes, and what takes no room, so that two texts
    /// look the same; but not the joiners (U+200C, U+200D), which Persian and Hindi are written with.
    static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7f...0x9f, 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff,
            0xad, 0x180e, 0x200b, 0x2060...0x2065, 0x206a...0x206f, 0x3164, 0xfff9...0xfffb, 0xe0000...0xe007f:
            true
        default: false
        }
    }
}
