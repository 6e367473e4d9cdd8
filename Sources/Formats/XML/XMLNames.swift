internal import CExpat
internal import Glibc

/// The names of a document, each made into a String once: a list repeats some forty names a million times.
struct XMLNames {
    private struct Entry {
        var start: Int32
        var count: Int32
        var name: Int32
    }
    private var slots = [Entry](repeating: Entry(start: 0, count: -1, name: 0), count: 512)
    private var spelled: [UInt8] = []
    private var names: [String] = []

    /// The local name: `gesmes:Envelope` is `Envelope`, whatever prefix the publisher picks next.
    mutating func local(_ text: UnsafePointer<XML_Char>) -> String {
        var hash: UInt32 = 2_166_136_261
        var count = 0
        while text[count] != 0 {
            hash = (hash ^ UInt32(UInt8(bitPattern: text[count]))) &* 16_777_619
            count += 1
        }
        var slot = Int(hash & 511)
        while slots[slot].count >= 0 {
            if slots[slot].count == count, isSpelled(text, slots[slot]) { return names[Int(slots[slot].name)] }
            slot = (slot + 1) & 511
        }
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        let colon = bytes.lastIndex(of: UInt8(ascii: ":"))
        let name = String(decoding: colon.map { bytes[($0 + 1)...] } ?? bytes[...], as: UTF8.self)
        // A document of endless names gains nothing: beyond half the table they are no longer kept.
        if names.count < 256 {
            slots[slot] = Entry(start: Int32(spelled.count), count: Int32(count), name: Int32(names.count))
            spelled.append(contentsOf: bytes)
            names.append(name)
        }
        return name
    }

    private func isSpelled(_ text: UnsafePointer<XML_Char>, _ entry: Entry) -> Bool {
        spelled.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return true }
            return memcmp(base + Int(entry.start), text, Int(entry.count)) == 0
        }
    }
}
