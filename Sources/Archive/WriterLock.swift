internal import FileSystem
internal import Glibc
internal import Vocabulary

/// The one writer of a workspace. The kernel lets go of the lock when the process ends, however it ends.
package struct WriterLock: ~Copyable {
    private let descriptor: Int32

    /// Fault `busy` at once where another process holds it.
    package init(path: String) throws { descriptor = try WriterLock.take(path) }

    deinit { close(descriptor) }

    private static func take(_ path: String) throws -> Int32 {
        try Files.makeFolder(Files.parent(of: path))
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Files.failure("cannot open the lock", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return descriptor }
        let isHeld = errno == EWOULDBLOCK
        let fault = Files.failure("cannot take the lock", path)
        close(descriptor)
        guard isHeld else { throw fault }
        throw Fault(
            "busy", "another bellwether is writing to this workspace", place: path,
            remedy: "Wait for it to finish and run this again.")
    }
}
