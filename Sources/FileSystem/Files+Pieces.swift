internal import Glibc
package import Vocabulary

extension Files {
    /// Up to here a file is read whole: it is quicker, and little memory.
    private static let wholeUpTo = 16 << 20

    /// The bytes of a file: all of them, or of a long one the pieces that are asked for.
    package static func bytes(of path: String) throws -> Bytes {
        let file = try OpenFile(path)
        guard file.size > wholeUpTo else { return Bytes(try read(path)) }
        return Bytes(count: file.size) { try file.read($0) }
    }
}

/// A file held open to be read in pieces, so that its name may be given to another one meanwhile.
private final class OpenFile: Sendable {
    let size: Int
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Files.failure("cannot open", path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Files.failure("cannot examine", path) }
        // What is no regular file is refused where it is read.
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }

    deinit { close(descriptor) }

    func read(_ range: Range<Int>) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count {
                let got = pread(
                    descriptor, buffer.baseAddress?.advanced(by: count), range.count - count,
                    off_t(range.lowerBound + count))
                if got < 0 && errno == EINTR { continue }
                guard got >= 0 else { throw Files.failure("cannot read", path) }
                guard got > 0 else {
                    throw Fault(
                        "file_changed", "the file was cut while it was read", place: path, remedy: "Run it again.")
                }
                count += got
            }
        }
    }
}
