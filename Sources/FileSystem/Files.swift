internal import CLinux
internal import Glibc
package import Vocabulary

/// Whole files through POSIX calls: durable writes that are seen entirely or not at all.
package enum Files {
    package static func read(_ path: String) throws -> [UInt8] {
        // Opening a pipe waits for its writer unless one says otherwise.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure("cannot open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("cannot examine", path) }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw Fault("is_folder", "is a folder, not a file", place: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Fault(
                "no_file", "is a pipe or a device, not a file", place: path, remedy: "Save its bytes to a file first.")
        }
        return try [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
            // One byte more than the size tells a file that grew meanwhile.
            while count < buffer.count {
                let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                if got < 0 && errno == EINTR { continue }
                guard got >= 0 else { throw failure("cannot read", path) }
                if got == 0 { return }
                count += got
            }
            throw Fault("file_changed", "the file grew while it was read", place: path, remedy: "Run it again.")
        }
    }

    /// Writes to a temporary neighbour, syncs, and renames: after a crash the old file or the new one stands.
    package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644) throws {
        let temporary = "\(path).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure("cannot create", temporary) }
        do {
            defer { close(descriptor) }
            try write(bytes, to: descriptor, path: temporary)
            guard fsync(descriptor) == 0 else { throw failure("cannot sync", temporary) }
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let fault = failure("cannot rename into place", path)
            unlink(temporary)
            throw fault
        }
        try syncFolder(parent(of: path))
    }

    package static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
        try bytes.withUnsafeBufferPointer { buffer in
            var written = 0
            while written < buffer.count {
                let put = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if put < 0 && errno == EINTR { continue }
                guard put > 0 else { throw failure("cannot write", path) }
                written += put
            }
        }
    }

    package static func makeFolder(_ path: String) throws {
        if mkdir(path, 0o755) == 0 { return }
        if errno == EEXIST {
            guard isFolder(path) else {
                throw Fault("file_error", "cannot make the folder: there is a file of this name", place: path)
            }
            return
        }
        guard errno == ENOENT, parent(of: path) != path else { throw failure("cannot make the folder", path) }
        try makeFolder(parent(of: path))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("cannot make the folder", path) }
    }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// When the file's bytes were last modified.
    package static func modified(_ path: String) throws -> Instant {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure("cannot examine", path) }
        return Instant(seconds: Int64(status.st_mtim.tv_sec))
    }

    /// The names in a folder, sorted; empty where there is no such folder.
    package static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    package static func syncFolder(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot open the folder", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("cannot sync the folder", path) }
    }

    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    package static func failure(_ what: String, _ path: String) -> Fault {
        let number = errno
        let remedy =
            switch number {
            case ENOSPC, EDQUOT: "Free some space and run it again: nothing was lost."
            case EACCES, EPERM, EROFS: "Check the folder's permissions, or name another with --workspace."
            case ENOENT, ENOTDIR: "Check the path."
            default: ""
            }
        return Fault("file_error", "\(what): \(String(cString: strerror(number)))", place: path, remedy: remedy)
    }
}

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

extension Files {
    /// Writes a folder's files into a new neighbour and lets the two change places in one step: the old folder is whole
    /// until the new one is. What else lay in the old one stays.
    package static func replaceFolder(_ path: String, with files: [(name: String, bytes: [UInt8])]) throws {
        let temporary = "\(path).\(getpid()).part"
        for left in abandoned(path) {
            try keep(in: path, whatElseIsIn: left, ours: Set(files.map(\.name)))
            try removeFolder(left)
        }
        try makeFolder(temporary)
        do {
            for file in files { try replace("\(temporary)/\(file.name)", with: file.bytes) }
            try exchange(temporary, path)
        } catch {
            // Whatever went wrong, the fault is what is told.
            do { try removeFolder(temporary) } catch {}
            throw error
        }
        try keep(in: path, whatElseIsIn: temporary, ours: Set(files.map(\.name)))
        try removeFolder(temporary)
        try syncFolder(parent(of: path))
    }

    /// The new folder takes the place of the old one, which takes its name.
    private static func exchange(_ new: String, _ path: String) throws {
        guard exists(path) else {
            guard rename(new, path) == 0 else { throw failure("cannot put the folder into place", path) }
            return
        }
        if renameat2(AT_FDCWD, new, AT_FDCWD, path, bellwether_exchange) == 0 { return }
        // Not every file system can: there the name stands for nothing for a moment.
        let aside = "\(new).old"
        guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP, rename(path, aside) == 0 else {
            throw failure("cannot put the folder into place", path)
        }
        guard rename(new, path) == 0, rename(aside, new) == 0 else {
            throw failure("cannot put the folder into place", path)
        }
    }

    /// What processes that were killed in between have left.
    private static func abandoned(_ path: String) -> [String] {
        let (folder, name) = (parent(of: path), path.split(separator: "/").last.map(String.init) ?? path)
        return names(in: folder).filter { other in
            guard other.hasPrefix("\(name)."), other.hasSuffix(".part"),
                let process = Int32(other.dropFirst(name.utf8.count + 1).dropLast(5))
            else { return false }
            return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
        }.map { "\(folder)/\($0)" }
    }

    /// A person's own files go on lying where they lay.
    private static func keep(in path: String, whatElseIsIn other: String, ours: Set<String>) throws {
        for name in names(in: other) where !ours.contains(name) && !name.hasSuffix(".part") {
            guard exists(path), !exists("\(path)/\(name)") else { continue }
            guard rename("\(other)/\(name)", "\(path)/\(name)") == 0 else {
                throw failure("cannot keep", "\(path)/\(name)")
            }
        }
    }

    /// A folder of files, no folders in it.
    private static func removeFolder(_ path: String) throws {
        guard exists(path) else { return }
        for name in names(in: path) {
            guard unlink("\(path)/\(name)") == 0 else { throw failure("cannot remove", "\(path)/\(name)") }
        }
        guard rmdir(path) == 0 else { throw failure("cannot remove", path) }
    }
}
