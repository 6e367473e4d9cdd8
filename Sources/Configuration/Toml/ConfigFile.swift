internal import Glibc
internal import Vocabulary

/// A configuration file as it was read: the journal keeps the hash of its bytes beside what they brought about.
package struct ConfigFile: Sendable, Hashable {
    /// As complaints name it: `Config/feeds/ecb.toml`.
    package let name: String
    /// For the hash that the journal keeps.
    package let bytes: [UInt8]

    /// A file that was read elsewhere.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The file at that path.
    package init(name: String, path: String) throws {
        self = try ConfigFile.open(name: name, path: path).file
    }

    /// The file, and its permission bits as they were while it was open: nobody can change them in between.
    static func open(name: String, path: String) throws -> (file: ConfigFile, mode: UInt32) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(name, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(name, errno) }
        guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
            throw Fault("unreadable_file", "the file cannot be read: it is a pipe or a device", place: name)
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(name, errno) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return (ConfigFile(name: name, bytes: bytes), status.st_mode & 0o7777)
    }

    private static func failure(_ name: String, _ number: Int32) -> Fault {
        let reason = String(cString: strerror(number))
        return number == ENOENT
            ? Fault(
                "missing_file", "the file is missing", place: name,
                remedy: "`bellwether init PATH` makes a workspace with every file; `--workspace PATH` names another")
            : Fault("unreadable_file", "the file cannot be read: \(reason)", place: name)
    }
}
