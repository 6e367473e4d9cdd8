/// The bytes of a part: in memory, or in a file that is read piece by piece, so that a list of any length fits.
package struct Bytes: Sendable {
    private enum Storage: Sendable {
        case memory([UInt8])
        case file(@Sendable (Range<Int>) throws -> [UInt8])
    }

    package let count: Int
    private let storage: Storage

    package init(_ bytes: [UInt8]) {
        count = bytes.count
        storage = .memory(bytes)
    }

    /// - Parameter read: answers exactly the bytes of the range, or throws.
    package init(count: Int, read: @escaping @Sendable (Range<Int>) throws -> [UInt8]) {
        self.count = count
        storage = .file(read)
    }

    /// How many bytes are best asked for at once: all that are in memory, or a piece of a file.
    package var pieceSize: Int {
        switch storage {
        case .memory: max(count, 1)
        case .file: 1 << 20
        }
    }

    /// All of them.
    package func all() throws -> [UInt8] {
        switch storage {
        case .memory(let bytes): bytes
        case .file(let read): try read(0..<count)
        }
    }

    /// A stretch of them, without a copy where they are in memory.
    package subscript(_ range: Range<Int>) -> ArraySlice<UInt8> {
        get throws {
            switch storage {
            case .memory(let bytes): bytes[range]
            case .file(let read): try read(range)[...]
            }
        }
    }
}
