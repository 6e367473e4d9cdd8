/// What a word sounds like, whatever spelling it came in: its letters folded, and the classes of its consonants.
enum Sound {
    /// `x` stands for sh and ch, `j` for zh and dj, `z` for ts; vowels stay, doubled letters do not.
    static func fold(_ text: [UInt8], into out: inout [UInt8]) {
        let start = out.count
        func put(_ letter: Character) { append(letter.asciiValue ?? 0, to: &out, from: start) }
        func at(_ index: Int) -> Character { index < text.count ? Character(Unicode.Scalar(text[index])) : " " }
        var index = 0
        while index < text.count {
            let (a, b, c) = (at(index), at(index + 1), at(index + 2))
            var used = 1
            switch (a, b) {
            case ("t", "c") where c == "h":
                put("x")
                used = 3
            case ("t", "s") where c == "c" && at(index + 3) == "h":
                put("x")
                used = 4
            case ("s", "c") where c == "h":
                put("x")
                used = 3
            case ("s", "h"), ("c", "h"),
                ("s", "z") where index + 2 < text.count, ("c", "z"):
                put("x")
                used = 2
            case ("k", "h"), ("c", "k"):
                put("k")
                used = 2
            case ("q", "u"):
                put("k")
                used = 2
            case ("g", "h"):
                put("g")
                used = 2
            case ("p", "h"):
                put("f")
                used = 2
            case ("t", "h"):
                put("t")
                used = 2
            case ("d", "h"):
                put("d")
                used = 2
            case ("r", "h"):
                put("r")
                used = 2
            case ("z", "h"), ("d", "j"):
                put("j")
                used = 2
            case ("d", "z") where c == "h":
                put("j")
                used = 3
            case ("t", "s"), ("t", "z"):
                put("z")
                used = 2
            case ("c", "e"), ("c", "i"), ("c", "y"): put("s")
            case ("c", _), ("q", _): put("k")
            case ("w", _): put("v")
            case ("x", _) where index == 0: put("s")
            case ("x", _):
                put("k")
                put("s")
            case ("n", "g") where index + 2 == text.count:
                put("n")
                used = 2
            case ("o", "u"), ("o", "o"),
                ("u", "e") where index + 2 < text.count:
                put("u")
                used = 2
            case ("e", "e"), ("i", "e"), ("i", "y"), ("y", "i"), ("i", "j"):
                put("i")
                used = 2
            case ("o", "e") where index + 2 < text.count:
                put("o")
                used = 2
            case ("a", "e"):
                put("e")
                used = 2
            case ("y", _): put("i")
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
