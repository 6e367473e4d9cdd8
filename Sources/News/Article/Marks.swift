/// Pieces of text of which any says what a line is; searched for as bytes, as every line of every page is asked.
struct Marks: Sendable {
    /// By their first byte.
    private var marks: [[[UInt8]]]
    private let isExact: Bool

    /// - Parameter isExact: whether capitals count; else the marks are in small letters, and so is ASCII in the text.
    init(_ marks: [String], isExact: Bool) {
        self.isExact = isExact
        self.marks = Array(repeating: [], count: 256)
        for mark in marks { if let first = mark.utf8.first { self.marks[Int(first)].append(Array(mark.utf8)) } }
    }

    func occur(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { occur(in: $0) }
    }

    func occur(in text: [UInt8]) -> Bool { text.withUnsafeBufferPointer { occur(in: $0) } }

    private func occur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for start in bytes.indices {
            let list = marks[Int(folded(bytes[start]))]
            if list.isEmpty { continue }
            for mark in list where start + mark.count <= bytes.count {
                var same = 1
                while same < mark.count, folded(bytes[start + same]) == mark[same] { same += 1 }
                if same == mark.count { return true }
            }
        }
        return false
    }

    private func folded(_ byte: UInt8) -> UInt8 { !isExact && byte &- 65 < 26 ? byte | 0x20 : byte }
}
