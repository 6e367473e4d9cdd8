internal import CLatin

/// Writes words of other scripts in Latin letters.
///
/// ICU does it for the scripts that it knows; for eight that it lacks there is a table of ours (`ScriptTable`). It holds ICU's
/// handle, which is opened with the first word that needs it (14 ms), and so belongs to one thread.
package final class Transliteration {
    private var handle: UnsafeMutableRawPointer?
    private var isOpen = false

    package init() {}

    /// Malayalam's letters without a vowel, of which ICU knows the two parts only.
    private static let vowelless: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [
        "ൺ": ("ണ", "്"), "ൻ": ("ന", "്"), "ർ": ("ര", "്"), "ൽ": ("ല", "്"), "ൾ": ("ള", "്"), "ൿ": ("ക", "്"),
    ].reduce(into: [:]) { map, pair in
        guard let key = pair.key.unicodeScalars.first, let a = pair.value.0.unicodeScalars.first,
            let b = pair.value.1.unicodeScalars.first
        else { return }
        map[key] = (a, b)
    }

    deinit { if let handle { bellwether_latin_close(handle) } }

    /// The word in lower-case ASCII letters and digits; empty where nobody knows its script.
    func latin(_ word: [Unicode.Scalar]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        var latin: [UInt8] = []
        for scalar in word {
            if let letters = ScriptTable.latin(scalar) {
                latin += letters
            } else if let (letter, virama) = Transliteration.vowelless[scalar] {
                text.append(letter)
                text.append(virama)
            } else {
                text.append(scalar)
            }
        }
        if !latin.isEmpty { return latin }
        var utf8 = Array(String(text).utf8)
        if !isOpen {
            handle = bellwether_latin_open()
            isOpen = true
        }
        guard let handle else { return [] }
        var out = [UInt8](repeating: 0, count: 2048)
        let written = utf8.withUnsafeMutableBytes { source in
            out.withUnsafeMutableBytes { target in
                bellwether_latin_write(
                    handle, source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count,
                    target.baseAddress?.assumingMemoryBound(to: CChar.self), target.count)
            }
        }
        return out.prefix(written).filter { Letter.isPlain($0) }
    }
}

/// Bytes of plain names: a-z and 0-9.
enum Letter {
    static func isPlain(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }
}
