internal import CLinux
internal import Glibc
internal import Vocabulary

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
