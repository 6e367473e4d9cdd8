internal import CZstd
internal import Vocabulary

/// Zstandard (RFC 8878) with an optional prefix to refer to: what `zstd --patch-from` reads and writes.
enum Zstd {
    static func compress(_ bytes: [UInt8], prefix: [UInt8]?) throws -> [UInt8] {
        let context = ZSTD_createCCtx()
        defer { ZSTD_freeCCtx(context) }
        try check(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 3))
        try check(ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1))
        if let prefix {
            // The window must reach over the whole prefix; long-distance matching finds the unchanged stretches cheaply.
            try check(ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1))
            try check(ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog(prefix.count + bytes.count)))
        }
        return try withPrefix(prefix) { pointer, count in
            if pointer != nil { try check(ZSTD_CCtx_refPrefix(context, pointer, count)) }
            let capacity = ZSTD_compressBound(bytes.count)
            return try [UInt8](unsafeUninitializedCapacity: capacity) { target, written in
                written = try check(ZSTD_compress2(context, target.baseAddress, capacity, bytes, bytes.count))
            }
        }
    }

    static func decompress(_ frame: Span<UInt8>, prefix: [UInt8]?) throws -> [UInt8] {
        try frame.withUnsafeBufferPointer { source in
            let size = ZSTD_getFrameContentSize(source.baseAddress, source.count)
            // The two highest values are zstd's "unknown" and "error".
            guard size < UInt64.max - 1, size <= 2 << 30 else {
                throw Fault("blob_damaged", "not a Zstandard frame of a known size")
            }
            let context = ZSTD_createDCtx()
            defer { ZSTD_freeDCtx(context) }
            try check(ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 31))
            return try withPrefix(prefix) { pointer, count in
                if pointer != nil { try check(ZSTD_DCtx_refPrefix(context, pointer, count)) }
                return try [UInt8](unsafeUninitializedCapacity: Int(size)) { target, written in
                    written = try check(
                        ZSTD_decompressDCtx(context, target.baseAddress, target.count, source.baseAddress, source.count)
                    )
                }
            }
        }
    }

    private static func withPrefix<T>(
        _ prefix: [UInt8]?, _ body: (UnsafeRawPointer?, Int) throws -> T
    ) rethrows -> T {
        guard let prefix else { return try body(nil, 0) }
        return try prefix.withUnsafeBytes { try body($0.baseAddress, $0.count) }
    }

    private static func windowLog(_ size: Int) -> Int32 {
        var log: Int32 = 10
        while log < 30, 1 << log < size { log += 1 }
        return log
    }

    @discardableResult
    private static func check(_ code: Int) throws -> Int {
        guard ZSTD_isError(code) == 0 else {
            throw Fault("blob_damaged", "Zstandard: \(String(cString: ZSTD_getErrorName(code)))")
        }
        return code
    }
}
