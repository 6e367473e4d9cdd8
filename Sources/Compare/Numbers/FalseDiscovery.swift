/// Benjamini and Hochberg 1995: the share of false findings to expect when everything up to a p-value is believed.
enum FalseDiscovery {
    /// A q-value per p-value, in the order given.
    static func qValues(_ p: [Double]) -> [Double] {
        let ascending = zip(p, Int32(0)...).sorted { $0.0 < $1.0 }
        var q = p
        var least = 1.0
        for (rank, (own, index)) in ascending.enumerated().reversed() {
            least = min(least, own * Double(p.count) / Double(rank + 1))
            q[Int(index)] = least
        }
        return q
    }
}

/// What the tests of one family share: the same question, asked of many events or pools at once.
struct WindowFamily: Hashable {
    var numeraire: String
    var model: NormalModel
    var window: EventWindow
}
