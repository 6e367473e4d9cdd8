internal import CCrypto
internal import Vocabulary

/// Digests of many short stretches of bytes, as a list's rows are: OpenSSL is asked for its algorithm once, not for
/// each of ten thousand rows, which would take longer than the digests themselves.
package struct RowDigests: ~Copyable {
    private let context: OpaquePointer
    private let algorithm: OpaquePointer

    package init() throws {
        guard let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else {
            throw Fault("digest_failed", "OpenSSL has no SHA-256")
        }
        guard let context = EVP_MD_CTX_new() else {
            EVP_MD_free(algorithm)
            throw Fault("out_of_memory", "OpenSSL could not start")
        }
        self.algorithm = algorithm
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_free(algorithm)
    }

    /// What `Digest.short` answers.
    package borrowing func short(_ bytes: Span<UInt8>) throws -> Int64 {
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { result in
            let isDone = bytes.withUnsafeBufferPointer { source in
                EVP_DigestInit_ex2(context, algorithm, nil) == 1
                    && EVP_DigestUpdate(context, source.baseAddress, source.count) == 1
                    && EVP_DigestFinal_ex(context, result.baseAddress, nil) == 1
            }
            guard isDone else { throw Fault("digest_failed", "OpenSSL could not compute a SHA-256") }
            return result[0..<8].reduce(0) { $0 << 8 | Int64($1) }
        }
    }
}
