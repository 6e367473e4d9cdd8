internal import CCrypto
internal import Vocabulary

/// SHA-256 (FIPS 180-4) through OpenSSL, which uses the processor's own instructions.
package enum Digest {
    package static func sha256(_ bytes: Span<UInt8>) throws -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let status = bytes.withUnsafeBufferPointer { source in
            EVP_Digest(source.baseAddress, source.count, &result, &length, EVP_sha256(), nil)
        }
        guard status == 1, length == 32 else { throw Fault("digest_failed", "OpenSSL could not compute a SHA-256") }
        return result
    }

    /// 64 lower-case hexadecimal characters.
    package static func hex(_ bytes: [UInt8]) throws -> String { hexadecimal(try sha256(bytes.span)) }

    /// The first 64 bits, for telling whether a row is byte for byte the one seen before.
    package static func short(_ bytes: Span<UInt8>) throws -> Int64 {
        try sha256(bytes)[0..<8].reduce(0) { $0 << 8 | Int64($1) }
    }

    package static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
