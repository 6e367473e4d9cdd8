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

    /// All that was written into it, by whomever.
    func text() throws -> String {
        guard fseek(file, 0, SEEK_SET) == 0 else { throw TemporaryFile.failure("a temporary file", errno) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer.prefix(count) }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func failure(_ what: String, _ code: Int32) -> Fault {
        Fault("command_failed", String(cString: strerror(code)), place: what)
    }
}
