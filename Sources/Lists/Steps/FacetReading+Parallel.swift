package import Vocabulary

extension FacetReading {
    /// Entries that are read side by side before their facts are handed on.
    private static let batch = 1024

    /// Reads every entry, several at a time, and hands the facts on in the order of the file.
    package func each(_ body: (Int, [Attribute]) throws -> Void) throws {
        let width = 4
        for start in stride(from: 0, to: entries.count, by: FacetReading.batch) {
            let end = min(start + FacetReading.batch, entries.count)
            let share = (end - start + width - 1) / width
            let read = try concurrently(width) { number in
                let first = min(start + number * share, end)
                return try (first..<min(first + share, end)).map { try attributes($0) }
            }
            for (index, facts) in zip(start..., read.joined()) { try body(index, facts) }
        }
    }
}
