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
