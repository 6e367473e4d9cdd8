internal import Glibc

/// What a program prints: all is read, so that it never waits, and the end of it is kept, so that one that prints for ever
/// fills neither the memory nor a disk.
final class OutputPipe {
    /// Bytes kept, at least.
    private static let most = 1 << 22

    private let reader: Int32
    private(set) var writer: Int32
    private var bytes: [UInt8] = []
    private(set) var isOpen = true

    init() throws {
        var ends: [Int32] = [0, 0]
        // A program that is started at the same moment does not inherit them, for it would hold them open.
        guard pipe(&ends) == 0 else { throw TemporaryFile.failure("a pipe", errno) }
        (reader, writer) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(reader, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(reader)
        closeWriter()
    }

    /// Once the program has its own: as long as one is open here the end never comes.
    func closeWriter() {
        if writer >= 0 { close(writer) }
        writer = -1
    }

    var text: String { String(decoding: bytes.suffix(OutputPipe.most), as: UTF8.self) }

    /// Takes what is there, but no more than a little of it: whoever calls has a program to look after.
    func drain() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        for _ in 0..<16 where isOpen {
            let count = read(reader, &buffer, buffer.count)
            guard count > 0 else {
                isOpen = count < 0 && (errno == EAGAIN || errno == EINTR)
                return
            }
            bytes += buffer.prefix(count)
            if bytes.count > 2 * OutputPipe.most { bytes.removeFirst(bytes.count - OutputPipe.most) }
        }
    }

    /// Waits until one of them has something or ends, or for a tenth of a second.
    static func wait(_ pipes: [OutputPipe]) {
        var polled = pipes.filter(\.isOpen).map { pollfd(fd: $0.reader, events: Int16(POLLIN), revents: 0) }
        _ = poll(&polled, nfds_t(polled.count), 100)
    }
}
