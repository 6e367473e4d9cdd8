internal import Dispatch
internal import Synchronization
package import Vocabulary

extension FacetReading {
    /// Entries that are read side by side before their facts are handed on.
    private static let batch = 1024

    /// Reads every entry, several at a time, and hands the facts on in the order of the file: what comes out does not
    /// depend on the number of processors.
    package func each(_ body: (Int, [Attribute]) throws -> Void) throws {
        let width = 4
        for start in stride(from: 0, to: entries.count, by: FacetReading.batch) {
            let end = min(start + FacetReading.batch, entries.count)
            let share = (end - start + width - 1) / width
            let results = Mutex([Result<[[Attribute]], any Error>?](repeating: nil, count: width))
            DispatchQueue.concurrentPerform(iterations: width) { number in
                let first = min(start + number * share, end)
                let result = Result { try (first..<min(first + share, end)).map { try attributes($0) } }
                results.withLock { $0[number] = result }
            }
            var index = start
            for result in results.withLock({ $0 }) {
                for facts in try result?.get() ?? [] {
                    try body(index, facts)
                    index += 1
                }
            }
        }
    }
}
