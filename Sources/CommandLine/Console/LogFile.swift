internal import Glibc
internal import Synchronization
internal import Tables
package import Vocabulary

/// The file of `--log`: what happened, one fact a line, for machines without a journal.
package final class LogFile: Sendable {
    private let path: String
    private let clock: @Sendable () -> Instant
    private let isBroken = Mutex(false)

    /// Above it the file becomes FILE.1, in place of the one before.
    package static let limit = 1_000_000

    package init(path: String, clock: @escaping @Sendable () -> Instant) {
        self.path = path
        self.clock = clock
    }

    /// Appends a line with the time before it. The first that cannot be written answers why; no other is tried then.
    package func append(_ fact: String) -> Fault? {
        isBroken.withLock { isBroken in
            guard !isBroken else { return nil }
            do throws(Fault) {
                try write(Array("\(clock()) \(Sanitised.line(fact))\n".utf8))
                return nil
            } catch {
                isBroken = true
                return error
            }
        }
    }

    private func write(_ line: [UInt8]) throws(Fault) {
        var file = try lockedFile()
        defer { close(file.descriptor) }
        if file.size > 0, file.size + line.count > LogFile.limit {
            guard rename(path, "\(path).1") == 0 else { throw failure() }
            // Closed, and with that unlocked, only when the new one stands: whoever waits for the old one sees it gone.
            let old = file.descriptor
            defer { close(old) }
            file = try lockedFile()
        }
        // In one piece: other runs may append to the same file.
        let count = Glibc.write(file.descriptor, line, line.count)
        if count < 0 { throw failure() }
        if count < line.count { throw failure(ENOSPC) }
    }

    /// The file that has the name now, and stays it until it is closed: another run may be renaming it.
    private func lockedFile() throws(Fault) -> (descriptor: Int32, size: Int) {
        while true {
            // A pipe without a reader is refused and not waited for.
            let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o644)
            guard descriptor >= 0 else { throw failure() }
            var (opened, named) = (stat(), stat())
            while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
            guard fstat(descriptor, &opened) == 0 else {
                defer { close(descriptor) }
                throw failure()
            }
            if stat(path, &named) == 0, named.st_ino == opened.st_ino, named.st_dev == opened.st_dev {
                let isFile = opened.st_mode & S_IFMT == S_IFREG
                return (descriptor, isFile ? Int(opened.st_size) : 0)
            }
            close(descriptor)
        }
    }

    private func failure(_ code: Int32 = errno) -> Fault {
        Fault(
            "log_failed", "the log cannot be written: \(String(cString: strerror(code)))", place: path,
            remedy: "the run goes on without it; give --log a file that you may write, in a folder that is there")
    }
}
