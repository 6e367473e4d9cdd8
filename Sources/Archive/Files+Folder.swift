internal import CLinux
internal import Glibc
internal import Vocabulary

extension Files {
    /// Writes a folder's files into a new neighbour and lets the two change places in one step: the old folder is whole
    /// until the new one is. What else lay in the old one stays.
    package static func replaceFolder(_ path: String, with files: [(name: String, bytes: [UInt8])]) throws {
        let temporary = "\(path).\(getpid()).part"
        try removeFolder(temporary)
        try makeFolder(temporary)
        do {
            for file in files { try replace("\(temporary)/\(file.name)", with: file.bytes) }
            let isNew = !exists(path)
            guard renameat2(AT_FDCWD, temporary, AT_FDCWD, path, isNew ? 0 : bellwether_exchange) == 0 else {
                throw failure("cannot put the folder into place", path)
            }
            guard !isNew else { return try syncFolder(parent(of: path)) }
            let ours = Set(files.map(\.name))
            for name in names(in: temporary) where !ours.contains(name) {
                guard rename("\(temporary)/\(name)", "\(path)/\(name)") == 0 else {
                    throw failure("cannot keep", "\(path)/\(name)")
                }
            }
        } catch {
            // Whatever went wrong, the fault is what is told.
            do { try removeFolder(temporary) } catch {}
            throw error
        }
        try removeFolder(temporary)
        try syncFolder(parent(of: path))
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
