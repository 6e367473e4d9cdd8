internal import Glibc
internal import Vocabulary

/// Text in an encoding older than UTF-8, through iconv: FoundationEssentials answers nil for windows-1251.
package enum LegacyText {
    /// The same text in UTF-8; throws at the first byte that the encoding does not have.
    package static func utf8(_ bytes: Span<UInt8>, from encoding: String) throws -> [UInt8] {
        guard let descriptor = iconv_open("UTF-8", encoding), Int(bitPattern: descriptor) != -1 else {
            throw Fault("unknown_encoding", "iconv does not know the encoding \"\(encoding)\"")
        }
        defer { iconv_close(descriptor) }
        // No single-byte or East Asian encoding takes more than four bytes of UTF-8 for one of its own.
        var result = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
        let (status, read, written) = bytes.withUnsafeBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
                let input = UnsafeMutableRawBufferPointer(mutating: UnsafeRawBufferPointer(source))
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self) }
                var (left, room) = (input.count, target.count)
                let status = iconv(descriptor, &from, &left, &to, &room)
                return (status, input.count - left, target.count - room)
            }
        }
        guard Int(bitPattern: UInt(bitPattern: status)) != -1, read == bytes.count else {
            throw Fault(
                "wrong_encoding", "not \(encoding)", place: "line \(StrictText.line(of: read, bytes)), byte \(read)",
                remedy: "The publisher may have changed the encoding; check the feed's reader.")
        }
        result.removeLast(result.count - written)
        return result
    }

    /// What each single byte of an encoding stands for, or -1; nil where the encoding is not a single-byte one.
    static func map(of encoding: String) -> [Int32]? {
        guard let descriptor = iconv_open("UTF-32LE", encoding), Int(bitPattern: descriptor) != -1 else { return nil }
        defer { iconv_close(descriptor) }
        var map: [Int32] = []
        for byte in UInt8.min...UInt8.max {
            var source = CChar(bitPattern: byte)
            var target: Int32 = -1
            let status = withUnsafeMutablePointer(to: &source) { source in
                withUnsafeMutableBytes(of: &target) { target in
                    var from: UnsafeMutablePointer<CChar>? = source
                    var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var (left, room) = (1, 4)
                    return iconv(descriptor, &from, &left, &to, &room)
                }
            }
            map.append(status == 0 ? target : -1)
            _ = iconv(descriptor, nil, nil, nil, nil)
        }
        return map
    }
}
