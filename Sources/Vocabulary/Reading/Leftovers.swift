internal import Synchronization

/// Columns, elements and attributes that say something and that nothing uses, counted while entries are being read.
///
/// A class, because entries are read one by one, long after the reader has answered, and perhaps side by side.
package final class Leftovers: Sendable {
    private let counted = Mutex<[String: Int]>([:])

    package init() {}

    /// By name or path: how often it was seen.
    package var counts: [String: Int] {
        get { counted.withLock { $0 } }
        set { counted.withLock { $0 = newValue } }
    }

    package func add(_ name: String) { counted.withLock { $0[name, default: 0] += 1 } }
}
