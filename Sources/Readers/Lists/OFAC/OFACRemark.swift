/// The remarks column, `; ` between its items and a full stop at its end.
struct OFACRemark {
    /// The publisher cuts the column here.
    static let longest = 1000

    /// The items that surely stand whole in SDN.CSV.
    let items: [String]
    /// The last item as published, where the remark may go on in SDN_COMMENTS; else empty.
    let straddling: String

    init(_ remark: String) {
        guard !OFACFacts.isNull(remark) else {
            (items, straddling) = ([], "")
            return
        }
        let bytes = Array(remark.utf8)
        let isCut = bytes.count >= OFACRemark.longest || bytes.last != UInt8(ascii: ".")
        guard isCut else {
            (items, straddling) = (OFACRemark.items(remark, isWhole: true), "")
            return
        }
        let split = OFACRemark.lastSeparator(bytes)
        items = split == 0 ? [] : OFACRemark.items(String(decoding: bytes[..<split], as: UTF8.self), isWhole: false)
        straddling = String(decoding: bytes[split...], as: UTF8.self)
    }

    /// The items of a remark; the full stop after the last of a whole one is not the item's.
    static func items(_ remark: String, isWhole: Bool) -> [String] {
        var text = collapsed(remark)
        if isWhole, text.utf8.last == UInt8(ascii: "."), !isAbbreviation(text) { text.removeLast() }
        var items: [String] = []
        var item: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == semicolon, index + 1 == bytes.count || bytes[index + 1] == 32 {
                items.append(collapsed(String(decoding: item, as: UTF8.self)))
                item.removeAll(keepingCapacity: true)
            } else {
                item.append(byte)
            }
        }
        items.append(collapsed(String(decoding: item, as: UTF8.self)))
        return items.filter { !$0.isEmpty }
    }

    /// `S.A. DE C.V.` keeps its stop: the publisher prints only one at the end of the remark.
    private static func isAbbreviation(_ text: String) -> Bool {
        let end = Array(text.utf8.suffix(3))
        return end.count == 3 && end[0] == UInt8(ascii: ".") && (65...90).contains(end[1])
    }

    /// After the last `; `, or 0.
    private static func lastSeparator(_ bytes: [UInt8]) -> Int {
        var position = bytes.count - 2
        while position >= 0 {
            if bytes[position] == semicolon, bytes[position + 1] == 32 { return position + 2 }
            position -= 1
        }
        return 0
    }
}

private let semicolon = UInt8(ascii: ";")
