/// What a word sounds like, whatever spelling it came in: its letters folded, and the classes of its consonants.
enum Sound {
    /// `x` stands for sh and ch, `j` for zh and dj, `z` for ts; vowels stay, doubled letters do not.
    static func fold(_ text: [UInt8], into out: inout [UInt8]) {
        let start = out.count
        func put(_ letter: UInt8) { append(letter, to: &out, from: start) }
        func at(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
        var index = 0
        while index < text.count {
            let (a, b, c) = (at(index), at(index + 1), at(index + 2))
            var used = 1
            switch (a, b) {
            case (UInt8(ascii: "t"), UInt8(ascii: "c")) where c == UInt8(ascii: "h"):
                put(UInt8(ascii: "x"))
                used = 3
            case (UInt8(ascii: "t"), UInt8(ascii: "s"))
            where c == UInt8(ascii: "c") && at(index + 3) == UInt8(ascii: "h"):
                put(UInt8(ascii: "x"))
                used = 4
            case (UInt8(ascii: "s"), UInt8(ascii: "c")) where c == UInt8(ascii: "h"):
                put(UInt8(ascii: "x"))
                used = 3
            case (UInt8(ascii: "s"), UInt8(ascii: "h")), (UInt8(ascii: "c"), UInt8(ascii: "h")),
                (UInt8(ascii: "s"), UInt8(ascii: "z")) where index + 2 < text.count,
                (UInt8(ascii: "c"), UInt8(ascii: "z")):
                put(UInt8(ascii: "x"))
                used = 2
            case (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "c"), UInt8(ascii: "k")):
                put(UInt8(ascii: "k"))
                used = 2
            case (UInt8(ascii: "q"), UInt8(ascii: "u")):
                put(UInt8(ascii: "k"))
                used = 2
            case (UInt8(ascii: "g"), UInt8(ascii: "h")):
                put(UInt8(ascii: "g"))
                used = 2
            case (UInt8(ascii: "p"), UInt8(ascii: "h")):
                put(UInt8(ascii: "f"))
                used = 2
            case (UInt8(ascii: "t"), UInt8(ascii: "h")):
                put(UInt8(ascii: "t"))
                used = 2
            case (UInt8(ascii: "d"), UInt8(ascii: "h")):
                put(UInt8(ascii: "d"))
                used = 2
            case (UInt8(ascii: "r"), UInt8(ascii: "h")):
                put(UInt8(ascii: "r"))
                used = 2
            case (UInt8(ascii: "z"), UInt8(ascii: "h")), (UInt8(ascii: "d"), UInt8(ascii: "j")):
                put(UInt8(ascii: "j"))
                used = 2
            case (UInt8(ascii: "d"), UInt8(ascii: "z")) where c == UInt8(ascii: "h"):
                put(UInt8(ascii: "j"))
                used = 3
            case (UInt8(ascii: "t"), UInt8(ascii: "s")), (UInt8(ascii: "t"), UInt8(ascii: "z")):
                put(UInt8(ascii: "z"))
                used = 2
            case (UInt8(ascii: "c"), UInt8(ascii: "e")), (UInt8(ascii: "c"), UInt8(ascii: "i")),
                (UInt8(ascii: "c"), UInt8(ascii: "y")):
                put(UInt8(ascii: "s"))
            case (UInt8(ascii: "c"), _), (UInt8(ascii: "q"), _): put(UInt8(ascii: "k"))
            case (UInt8(ascii: "w"), _): put(UInt8(ascii: "v"))
            case (UInt8(ascii: "x"), _) where index == 0: put(UInt8(ascii: "s"))
            case (UInt8(ascii: "x"), _):
                put(UInt8(ascii: "k"))
                put(UInt8(ascii: "s"))
            case (UInt8(ascii: "n"), UInt8(ascii: "g")) where index + 2 == text.count:
                put(UInt8(ascii: "n"))
                used = 2
            case (UInt8(ascii: "o"), UInt8(ascii: "u")), (UInt8(ascii: "o"), UInt8(ascii: "o")),
                (UInt8(ascii: "u"), UInt8(ascii: "e")) where index + 2 < text.count:
                put(UInt8(ascii: "u"))
                used = 2
            case (UInt8(ascii: "e"), UInt8(ascii: "e")), (UInt8(ascii: "i"), UInt8(ascii: "e")),
                (UInt8(ascii: "i"), UInt8(ascii: "y")), (UInt8(ascii: "y"), UInt8(ascii: "i")),
                (UInt8(ascii: "i"), UInt8(ascii: "j")):
                put(UInt8(ascii: "i"))
                used = 2
            case (UInt8(ascii: "o"), UInt8(ascii: "e")) where index + 2 < text.count:
                put(UInt8(ascii: "o"))
                used = 2
            case (UInt8(ascii: "a"), UInt8(ascii: "e")):
                put(UInt8(ascii: "e"))
                used = 2
            case (UInt8(ascii: "y"), _): put(UInt8(ascii: "i"))
            default: put(a)
            }
            index += used
        }
    }

    private static func append(_ byte: UInt8, to out: inout [UInt8], from start: Int) {
        if out.count > start, out[out.count - 1] == byte, !Letter.isDigit(byte) { return }
        out.append(byte)
    }

    /// The class of a folded consonant; nil for vowels.
    static func consonant(_ folded: UInt8) -> UInt8? {
        switch folded {
        case UInt8(ascii: "p"), UInt8(ascii: "b"): UInt8(ascii: "p")
        case UInt8(ascii: "f"), UInt8(ascii: "v"): UInt8(ascii: "f")
        case UInt8(ascii: "t"), UInt8(ascii: "d"): UInt8(ascii: "t")
        case UInt8(ascii: "s"), UInt8(ascii: "z"): UInt8(ascii: "s")
        case UInt8(ascii: "x"), UInt8(ascii: "j"): UInt8(ascii: "j")
        case UInt8(ascii: "k"), UInt8(ascii: "g"): UInt8(ascii: "k")
        case UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "h"): folded
        case 0x30...0x39: folded
        default: nil
        }
    }

    /// Two bits for each class of consonants: whether there is one, and whether there is a second one. Words of which so many
    /// consonants differ have marks that differ in twice as many bits at most.
    static func marks(_ skeleton: some Collection<UInt8>) -> UInt32 {
        var marks: UInt32 = 0
        // An h comes and goes.
        for letter in skeleton where letter != UInt8(ascii: "h") {
            let place: UInt32 =
                switch letter {
                case UInt8(ascii: "p"): 0
                case UInt8(ascii: "f"): 2
                case UInt8(ascii: "t"): 4
                case UInt8(ascii: "s"): 6
                case UInt8(ascii: "j"): 8
                case UInt8(ascii: "k"): 10
                case UInt8(ascii: "l"): 12
                case UInt8(ascii: "m"): 14
                case UInt8(ascii: "n"): 16
                case UInt8(ascii: "r"): 18
                default: 20 + 2 * (UInt32(letter) % 6)
                }
            marks |= marks & (1 << place) == 0 ? 1 << place : 2 << place
        }
        return marks
    }
}
