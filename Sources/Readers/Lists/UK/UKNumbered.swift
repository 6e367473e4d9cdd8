internal import Vocabulary

/// A cell of the UK's lists that may hold several values, `(1) Iran (2) Iraq`, told apart.
struct UKNumbered {
    struct Part {
        /// 0 where the cell is not numbered.
        let number: Int
        let text: String
    }

    /// Those that say something: `(2) -` stands for nothing.
    let parts: [Part]

    var isNumbered: Bool { parts.first.map { $0.number > 0 } ?? false }
    var texts: [String] { parts.map(\.text) }

    init(_ cell: String) {
        guard cell.utf8.first == UInt8(ascii: "("), let found = UKNumbered.split(cell) else {
            let text = UKNumbered.trimmed(cell)
            parts = text.isEmpty ? [] : [Part(number: 0, text: text)]
            return
        }
        parts = found.filter { !$0.text.isEmpty }
    }

    subscript(_ number: Int) -> String { parts.first { $0.number == number }?.text ?? "" }

    /// Only `(1)`, `(2)` … in their order count: `(1) to (6) Algeria` and numbers inside a text stay as they are.
    private static func split(_ cell: String) -> [Part]? {
        let bytes = Array(cell.utf8)
        var parts: [Part] = []
        var (number, start, position) = (0, 0, 0)
        var mark = Array("(1)".utf8)
        func close(at end: Int) {
            guard number > 0 else { return }
            parts.append(Part(number: number, text: trimmed(String(decoding: bytes[start..<end], as: UTF8.self))))
        }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "("), bytes[position...].starts(with: mark) {
                close(at: position)
                guard number > 0 || position == 0 else { return nil }
                number += 1
                position += mark.count
                mark = Array("(\(number + 1))".utf8)
                start = position
            } else {
                position += 1
            }
        }
        close(at: bytes.count)
        let isRange = parts.contains { $0.text == "to" || $0.text.hasPrefix("to (") }
        return parts.isEmpty || isRange ? nil : parts
    }

    /// Without the separators that stand between parts.
    private static func trimmed(_ text: String) -> String {
        var text = collapsed(text)[...]
        while let last = text.utf8.last, [UInt8(ascii: ";"), UInt8(ascii: ","), 32].contains(last) {
            text = text.dropLast()
        }
        // A stop ends a part, except after an abbreviation: `Co. Ltd.`, `Jan.`
        if text.utf8.last == UInt8(ascii: "."), let word = text.dropLast().split(separator: " ").last,
            word.utf8.count > 4
        {
            text = text.dropLast()
        }
        return text == "-" || text == "- ." || text == "." ? "" : String(text)
    }
}
