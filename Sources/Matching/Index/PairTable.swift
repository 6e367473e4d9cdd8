/// Many values for each key, as two sorted arrays: read from a file without building anything.
struct PairTable: Sendable {
    var keys: [UInt32] = []
    var values: [Int32] = []

    init() {}

    init(_ pairs: [(UInt32, Int32)]) {
        let sorted = pairs.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        keys = sorted.map(\.0)
        values = sorted.map(\.1)
    }

    func each(_ key: UInt32, _ body: (Int32) -> Void) {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        while low < keys.count, keys[low] == key {
            body(values[low])
            low += 1
        }
    }
}
