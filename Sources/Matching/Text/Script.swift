/// How much the Latin spelling of a word in some script tells of its sound.
package enum Script: UInt8, Sendable {
    case latin
    /// Cyrillic, Greek, Armenian, Georgian: a letter for each sound.
    case alphabetic
    /// Vowels are missing, implied or strange in the spelling: only consonants are compared.
    case loose
    /// Arabic, Hebrew, Syriac: consonants only.
    case vowelless
    case han
    case hangul

    static func of(_ scalar: Unicode.Scalar) -> Script {
        switch scalar.value {
        case 0...0x36F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF00...0xFF5F: .latin
        case 0x370...0x58F, 0x10A0...0x10FF, 0x1C80...0x1CBF, 0x1F00...0x1FFF, 0x2D00...0x2D2F, 0xA640...0xA69F:
            .alphabetic
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: .hangul
        case 0x2E80...0x2FDF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
        case 0x590...0x77F, 0x8A0...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: .vowelless
        default: .loose
        }
    }
}
