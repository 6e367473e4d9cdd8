/// Benjamini and Hochberg 1995: the share of false findings to expect when everything up to a p-value is believed.
enum FalseDiscovery {
    /// A q-value per p-value, in the order given.
    static func qValues(_ p: [Double]) -> [Double] {
        let ascending = p.indices.sorted { p[$0] < p[$1] }
        var q = p
        var least = 1.0
        for (rank, index) in ascending.enumerated().reversed() {
            least = min(least, p[index] * Double(p.count) / Double(rank + 1))
            q[index] = least
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
