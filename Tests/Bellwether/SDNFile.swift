import Foundation

/// The publisher's SDN.CSV in small: twelve columns without a header, CRLF, 0x1A at the end.
struct SDNFile: Hashable {
    struct Row: Hashable {
        var name: String
        var programme = "CUBA"
        var remark = "-0- "
    }
    var rows: [Int: Row] = [:]

    init() {}

    /// Entries with the numbers given and names made from them.
    init(_ ids: some Sequence<Int>) { for id in ids { rows[id] = Row(name: "ENTRY \(id)") } }

    var text: String {
        rows.sorted { $0.key < $1.key }.map { id, row in
            "\(id),\"\(row.name)\",-0- ,\"\(row.programme)\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\(row.remark)\r\n"
        }.joined() + "\u{1A}"
    }
}

/// Numbers that are the same at every run (Knuth's MMIX constants).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
