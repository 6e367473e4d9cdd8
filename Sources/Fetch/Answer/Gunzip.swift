internal import CZlib
internal import Vocabulary

/// A gzip stream (RFC 1952) inflated as it arrives, through zlib: it verifies CRC and length in the trailer, which
/// libcurl's decoder loses when the stream is cut and libarchive's gzip filter skips.
struct Gunzip: ~Copyable {
    /// What is wrong with a stream.
    enum Problem: Error {
        case notGzip
        /// zlib's own words.
        case damaged(String)
        case cut
        case trailingBytes
        case decodedTooLarge
        case bomb
    }

    /// zlib keeps a pointer back to this structure, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let window: UnsafeMutableBufferPointer<UInt8>
    private let limits: FetchLimits
    private let hasStarted: Bool
    private var memberEnded = false
    private var rawBytes = 0

    private static let windowBytes = 65_536
    /// Below this a high ratio harms nobody: short repetitive answers are common.
    private static let ratioFloor = 1_000_000

    init(limits: FetchLimits) {
        self.limits = limits
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        window = .allocate(capacity: Self.windowBytes)
        hasStarted = bellwether_gzip_start(stream) == Z_OK
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
        window.deallocate()
    }

    /// Appends to `output` what the next bytes decode to.
    mutating func receive(_ input: UnsafeRawBufferPointer, into output: inout [UInt8]) throws(Problem) {
        guard let start = input.bindMemory(to: UInt8.self).baseAddress, !input.isEmpty else { return }
        guard hasStarted else { throw .damaged("zlib has no memory") }
        let isFirst = rawBytes == 0
        rawBytes += input.count
        stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
        stream.pointee.avail_in = UInt32(input.count)
        repeat {
            if memberEnded {
                guard stream.pointee.avail_in > 0 else { return }
                // Several members in a row are one valid file; anything else after a trailer is not gzip.
                guard stream.pointee.next_in.pointee == 0x1f, inflateReset(stream) == Z_OK else {
                    throw .trailingBytes
                }
                memberEnded = false
            }
            stream.pointee.next_out = window.baseAddress
            stream.pointee.avail_out = UInt32(window.count)
            let status = inflate(stream, Z_NO_FLUSH)
            let decoded = window.count - Int(stream.pointee.avail_out)
            guard output.count + decoded <= limits.decodedBytes else { throw .decodedTooLarge }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: window[..<decoded]))
            guard output.count <= max(Self.ratioFloor, limits.ratio * rawBytes) else { throw .bomb }
            switch status {
            case Z_STREAM_END: memberEnded = true
            case Z_OK: break
            case Z_BUF_ERROR: return
            default:
                let text = stream.pointee.msg.map { String(cString: $0) } ?? "zlib status \(status)"
                throw isFirst && output.isEmpty && text == "incorrect header check" ? .notGzip : .damaged(text)
            }
        } while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
    }

    /// To be asked at the end of the body: the transport does not notice a stream cut before it was sent.
    func checkComplete() throws(Problem) {
        guard memberEnded else { throw rawBytes == 0 ? .notGzip : .cut }
    }
}
