/// How many columns of a terminal a text takes: East Asian wide characters two, combining marks none (UAX 11).
package func displayWidth(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
        0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
        return 2
    default: return 1
    }
}

extension String {
    /// Spaces to a width in terminal columns, after the text or before it.
    package func padded(to width: Int, right: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - displayWidth(self)))
        return right ? spaces + self : self + spaces
    }

    /// At most so many terminal columns, the last of them an ellipsis where anything is left out.
    package func cut(to width: Int) -> String {
        guard displayWidth(self) > width else { return self }
        var (kept, taken) = ("", 0)
        for character in self {
            let next = displayWidth(String(character))
            guard taken + next < width else { break }
            kept.append(character)
            taken += next
        }
        return kept + "…"
    }
}
