/// Breaks text at spaces to a width in terminal columns, and a word that no terminal holds where the width ends. Lines that begin with a space stay as they are, for samples.
package func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n\n", omittingEmptySubsequences: true) {
        if !lines.isEmpty { lines.append("") }
        var line = ""
        for source in paragraph.split(separator: "\n") {
            if source.first == " " {
                if !line.isEmpty { lines.append(line) }
                line = ""
                lines.append(String(source))
                continue
            }
            for word in words(source).flatMap({ broken($0, width) }) {
                if !line.isEmpty, displayWidth(line) + 1 + displayWidth(word) > width {
                    lines.append(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        if !line.isEmpty { lines.append(line) }
    }
    return lines
}

/// A word in pieces that fit, where it alone is wider than a terminal; the name of a series in a narrow column stays whole.
private func broken(_ word: String, _ width: Int) -> [String] {
    guard displayWidth(word) > max(width, 80) else { return [word] }
    var (pieces, piece, taken) = ([String](), "", 0)
    for character in word {
        let next = displayWidth(String(character))
        if taken + next > width, !piece.isEmpty {
            pieces.append(piece)
            (piece, taken) = ("", 0)
        }
        piece.append(character)
        taken += next
    }
    return pieces + [piece]
}

/// The words of a line; a percent sign stays with its number.
private func words(_ line: Substring) -> [String] {
    line.split(separator: " ").reduce(into: []) { words, word in
        if word.first == "%", let last = words.popLast() {
            words.append("\(last) \(word)")
        } else {
            words.append(String(word))
        }
    }
}

/// Two columns: terms, and what is said of them, wrapped to 80 columns in all.
package func aligned(_ rows: [(term: String, text: String)], indent: Int = 2) -> [String] {
    let widest = 28
    let fitting = rows.map { displayWidth($0.term) }.filter { $0 <= widest }
    let start = indent + (fitting.max() ?? 0) + 2
    let margin = String(repeating: " ", count: indent)
    return rows.flatMap { row in
        let texts = wrapped(row.text, width: 80 - start)
        let head = margin + row.term
        let hanging = texts.map { $0.isEmpty ? "" : String(repeating: " ", count: start) + $0 }
        guard displayWidth(row.term) <= widest, let first = texts.first else { return [head] + hanging }
        return [head.padded(to: start) + first] + hanging.dropFirst()
    }
}
