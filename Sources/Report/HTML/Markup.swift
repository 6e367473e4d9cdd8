internal import Tables

/// Text from anybody as HTML: nothing in it is markup, and what reads from right to left stays within itself.
package enum Markup {
    /// For attributes, and for text that has no direction of its own to mind.
    static func escaped(_ text: String) -> String {
        let line = Sanitised.line(text)
        guard line.utf8.contains(where: { isSpecial($0) }) else { return line }
        var result = ""
        for character in line.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// Text of a page: days are not broken over two lines, and every run of right-to-left words is isolated, else the
    /// brackets and numbers beside a name change their places.
    static func text(_ text: String) -> String {
        let whole = wholeDays(escaped(text))
        return whole.unicodeScalars.contains(where: isRightToLeft) ? isolated(whole) : whole
    }

    /// `2022-03-01` as one word.
    private static func wholeDays(_ text: String) -> String {
        let bytes = Array(text.utf8)
        func isDigit(_ place: Int) -> Bool { bytes.indices.contains(place) && (48...57).contains(bytes[place]) }
        var (result, kept): ([UInt8], Int) = ([], 0)
        for place in bytes.indices where bytes[place] == 0x2d && place >= 4 && place - 4 >= kept {
            let isDay = [-4, -3, -2, -1, 1, 2, 4, 5].allSatisfy { isDigit(place + $0) } && bytes[place + 3] == 0x2d
            guard isDay, !isDigit(place - 5), !isDigit(place + 6) else { continue }
            result += bytes[kept..<(place - 4)] + "<time>".utf8 + bytes[(place - 4)..<(place + 6)] + "</time>".utf8
            kept = place + 6
        }
        return kept == 0 ? text : String(decoding: result + bytes[kept...], as: UTF8.self)
    }

    private static func isolated(_ whole: String) -> String {
        var (result, run, tail) = ("", "", "")
        func flush() {
            if !run.isEmpty { result += "<bdi>\(run)</bdi>" }
            result += tail
            (run, tail) = ("", "")
        }
        for scalar in whole.unicodeScalars {
            if isRightToLeft(scalar) {
                run += tail
                tail = ""
                run.unicodeScalars.append(scalar)
            } else if !run.isEmpty, !scalar.properties.isAlphabetic, scalar != "&", scalar != "(", scalar != ";" {
                // Spaces and marks between two such words are of the run; behind the last one they are not.
                tail.unicodeScalars.append(scalar)
            } else {
                flush()
                result.unicodeScalars.append(scalar)
            }
        }
        flush()
        return result
    }

    /// An address that a browser may follow: the web's, or a neighbour's; nil for any other scheme.
    static func safe(_ address: String) -> String? {
        guard !address.isEmpty, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else { return nil }
        if address.hasPrefix("https://") || address.hasPrefix("http://") { return address }
        let head = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return head.contains(":") || address.hasPrefix("/") ? nil : address
    }

    /// A neighbour's name as a part of an address.
    package static func encoded(_ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = name.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case 48...57, 65...90, 97...122, 0x2d, 0x2e, 0x5f, 0x7e: [byte]
            default: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3c || byte == 0x3e || byte == 0x22 || byte == 0x27 || byte < 0x20 || byte >= 0x7f
    }

    /// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff: true
        default: false
        }
    }
}
