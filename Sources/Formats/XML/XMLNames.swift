internal import CExpat

/// The names of a document, each made into a String once: a list repeats some forty names a million times.
struct XMLNames {
    private var entries: [(bytes: [UInt8], name: String)?] = Array(repeating: nil, count: 512)
    private var count = 0

    /// The local name: `gesmes:Envelope` is `Envelope`, whatever prefix the publisher picks next.
    mutating func local(_ pointer: UnsafePointer<XML_Char>) -> String {
        let bytes = UnsafeBufferPointer(start: pointer, count: length(pointer)).bytes
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        var slot = Int(hash % UInt32(entries.count))
        while let entry = entries[slot] {
            if entry.bytes.elementsEqual(bytes) { return entry.name }
            slot = (slot + 1) % entries.count
        }
        let colon = bytes.lastIndex(of: UInt8(ascii: ":"))
        let name = String(decoding: colon.map { bytes[($0 + 1)...] } ?? bytes[...], as: UTF8.self)
        // A document of endless names gains nothing: beyond half the table they are no longer kept.
        if count < entries.count / 2 {
            entries[slot] = (Array(bytes), name)
            count += 1
        }
        return name
    }
}

/// Bytes before the terminating zero.
func length(_ text: UnsafePointer<XML_Char>) -> Int {
    var end = text
    while end.pointee != 0 { end += 1 }
    return end - text
}

extension UnsafeBufferPointer<CChar> {
    /// The same memory as unsigned bytes.
    var bytes: UnsafeBufferPointer<UInt8> {
        withMemoryRebound(to: UInt8.self) { UnsafeBufferPointer<UInt8>(start: $0.baseAddress, count: $0.count) }
    }
}
