/// A cell that may hold several values: `a) 1/1/1965 b) 2/2/1966`, or with semicolons.
enum DFATLettered {
    static func parts(_ cell: String) -> [String] {
        let bytes = Array(cell.utf8)
        guard bytes.starts(with: [97, 41]) else {
            return cell.split(separator: ";").map { collapsed($0) }.filter { !$0.isEmpty }
        }
        var parts: [String] = []
        var (letter, start) = (UInt8(97), 2)
        for position in bytes.indices.dropFirst(2).dropLast()
        where bytes[position] == letter + 1 && bytes[position + 1] == 41 && bytes[position - 1] == 32 {
            parts.append(text(bytes[start..<position]))
            (letter, start) = (letter + 1, position + 2)
        }
        return (parts + [text(bytes[start...])]).filter { !$0.isEmpty }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var text = collapsed(String(decoding: bytes, as: UTF8.self))[...]
        while let last = text.utf8.last, [UInt8(ascii: ";"), UInt8(ascii: ","), 32].contains(last) {
            text = text.dropLast()
        }
        return String(text)
    }
}
