internal import Vocabulary

/// The bytes of one answer, counted, decoded and checked as they arrive.
struct Body: ~Copyable {
    /// Why no more bytes are taken.
    enum Problem: Error {
        case rawTooLarge
        case gzip(Gunzip.Problem)
    }

    private(set) var bytes: [UInt8] = []
    private(set) var rawBytes = 0
    private let limits: FetchLimits
    private let use: Use
    private var gunzip: Gunzip?

    /// What an answer is read for.
    enum Use {
        case data
        /// An error page: enough to quote what an interface complains about.
        case excerpt
    }

    private static let excerptBytes = 2_000
    private static let errorPageBytes = 1_000_000
    private static let reserved = 64_000_000

    init(limits: FetchLimits, use: Use, gzipped: Bool, expected: Int?) {
        self.limits = limits
        self.use = use
        gunzip = gzipped && use == .data ? Gunzip(limits: limits) : nil
        if let expected, use == .data, !gzipped { bytes.reserveCapacity(min(expected, Self.reserved)) }
    }

    mutating func receive(_ chunk: UnsafeRawBufferPointer) throws(Problem) {
        rawBytes += chunk.count
        guard use == .data else {
            bytes.append(contentsOf: chunk.prefix(Self.excerptBytes - bytes.count))
            guard rawBytes <= Self.errorPageBytes else { throw .rawTooLarge }
            return
        }
        guard rawBytes <= limits.rawBytes else { throw .rawTooLarge }
        if gunzip == nil {
            guard rawBytes <= limits.decodedBytes else { throw .gzip(.decodedTooLarge) }
            bytes.append(contentsOf: chunk)
        } else {
            do throws(Gunzip.Problem) { try gunzip?.receive(chunk, into: &bytes) } catch { throw .gzip(error) }
        }
    }

    /// Empties the body into the caller's hands.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    func checkComplete() throws(Problem) {
        do throws(Gunzip.Problem) { try gunzip?.checkComplete() } catch { throw .gzip(error) }
    }
}
