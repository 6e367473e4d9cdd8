internal import Glibc
internal import Vocabulary

/// A file without a name, which is gone when it is closed.
final class TemporaryFile {
    private let file: UnsafeMutablePointer<FILE>

    init() throws {
        guard let file = tmpfile() else { throw TemporaryFile.failure("a temporary file", errno) }
        self.file = file
    }

    deinit { fclose(file) }

    var descriptor: Int32 { fileno(file) }

    /// Fills it, and stands at its beginning again for whoever reads it.
    func write(_ bytes: [UInt8]) throws {
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0, fseek(file, 0, SEEK_SET) == 0
        else { throw TemporaryFile.failure("a temporary file", errno) }
    }

    static func failure(_ what: String, _ code: Int32) -> Fault {
        Fault("command_failed", String(cString: strerror(code)), place: what)
    }
}
