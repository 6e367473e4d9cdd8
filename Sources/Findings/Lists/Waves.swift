package import Configuration
package import Lists
package import Store
package import Vocabulary

extension Ledger {
    /// The waves of the lists, as they were known. They are never stored: whatever changes what is known of a list, a late
    /// archive or an acceptance, changes its waves with it.
    ///
    /// - Parameter lists: only these; empty: every list.
    package func waves(_ settings: Settings, lists: [String] = [], known: KnownOn) throws -> [Wave] {
        let held = try self.lists()
        if let unknown = lists.first(where: { !held.contains($0) }) {
            throw Fault(
                "usage", "there is no list \(unknown) in the ledger", remedy: "lists: \(held.joined(separator: ", "))")
        }
        let names = ListNames(settings)
        return try (lists.isEmpty ? held : lists)
            .flatMap { Wave.all(try steps($0, known: known), names: names) }
            .sorted { ($0.day, $0.seen) < ($1.day, $1.seen) }
    }
}
