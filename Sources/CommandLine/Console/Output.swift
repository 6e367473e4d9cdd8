internal import Glibc
internal import Vocabulary

/// Somewhere that bytes go: a file descriptor, or whatever a test collects them in.
package struct Output: Sendable {
    package let write: @Sendable ([UInt8]) throws -> Void

    package init(write: @escaping @Sendable ([UInt8]) throws -> Void) { self.write = write }

    package static let standard = Output(descriptor: 1, name: "standard output")
    package static let errors = Output(descriptor: 2, name: "standard error")

    private init(descriptor: Int32, name: String) {
        write = { bytes in
            try bytes.withUnsafeBytes { buffer in
                var done = 0
                while done < buffer.count, let base = buffer.baseAddress {
                    let count = Glibc.write(descriptor, base + done, buffer.count - done)
                    if count >= 0 {
                        done += count
                    } else if errno == EPIPE {
                        throw Fault(Output.readerLeft, "nobody reads any more", place: name)
                    } else if errno != EINTR {
                        throw Fault("write_failed", String(cString: strerror(errno)), place: name)
                    }
                }
            }
        }
    }

    /// The code of the fault when whoever read the output has gone, as `head` does once it has seen enough.
    package static let readerLeft = "reader_left"

    package func write(_ text: String) throws { try write(Array(text.utf8)) }
}
