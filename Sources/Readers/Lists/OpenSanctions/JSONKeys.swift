/// Keys that stand twice in one object of JSON: the decoder would keep one of them and say nothing.
enum JSONKeys {
    /// The first such key of a valid text of JSON, or nil. A key with an escape is compared as it is written.
    static func repeated(_ text: Span<UInt8>) -> String? {
        var objects: [Set<[UInt8]>] = []
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "{"): objects.append([])
            case UInt8(ascii: "}"): _ = objects.popLast()
            case UInt8(ascii: "\""):
                let start = index + 1
                index = end(of: start, text)
                var next = index + 1
                while next < text.count, [9, 10, 13, 32].contains(text[next]) { next += 1 }
                if next < text.count, text[next] == UInt8(ascii: ":"), !objects.isEmpty {
                    let key = text.extracting(start..<index).withUnsafeBufferPointer { Array($0) }
                    guard objects[objects.count - 1].insert(key).inserted else {
                        return String(decoding: key, as: UTF8.self)
                    }
                }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Where the quote stands that closes a string.
    private static func end(of start: Int, _ text: Span<UInt8>) -> Int {
        var index = start
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, text.count)
    }
}
