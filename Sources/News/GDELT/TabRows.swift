/// Rows of text parted by tabs, read without copying: only the columns asked for become text.
struct TabRows {
    private let bytes: [UInt8]
    /// Where each column of the row at hand begins and ends.
    private(set) var columns: [Range<Int>] = []
    private var next = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        columns.reserveCapacity(64)
    }

    /// How many columns the first line has.
    static func width(_ bytes: [UInt8]) -> Int { bytes.prefix { $0 != 10 }.count { $0 == 9 } + 1 }

    /// Goes to the next row; false after the last one.
    mutating func advance() -> Bool {
        guard next < bytes.count else { return false }
        columns.removeAll(keepingCapacity: true)
        var start = next
        var index = next
        bytes.withUnsafeBufferPointer { bytes in
            while index < bytes.count, bytes[index] != 10 {
                if bytes[index] == 9 {
                    columns.append(start..<index)
                    start = index + 1
                }
                index += 1
            }
        }
        let end = index > start && bytes[index - 1] == 13 ? index - 1 : index
        columns.append(start..<end)
        next = index + 1
        return true
    }

    func text(_ column: Int) -> String { String(decoding: bytes[columns[column]], as: UTF8.self) }

    func begins(_ column: Int, _ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[columns[column]].starts(with: $0) }
    }

    func contains(_ column: Int, _ marks: Marks) -> Bool { marks.occur(in: Array(bytes[columns[column]])) }
}
