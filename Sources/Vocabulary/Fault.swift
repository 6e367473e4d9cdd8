/// A failure that a person reads: what failed, where, and what to do next, in one or two lines.
package struct Fault: Error, Sendable, Hashable {
    /// Matchable, in an open set: `html_received`, `wrong_columns`, `busy`.
    package var code: String
    package var message: String
    /// A file, address (secrets masked) or series, with line, column or byte where known.
    package var place: String
    package var remedy: String

    package init(_ code: String, _ message: String, place: String = "", remedy: String = "") {
        self.code = code
        self.message = message
        self.place = place
        self.remedy = remedy
    }

    /// The same fault, seen from one level further out: `sdn.csv` inside `us-ofac-sdn`.
    package func at(_ outer: String) -> Fault {
        var copy = self
        copy.place = place.isEmpty ? outer : "\(outer): \(place)"
        return copy
    }
}

extension Fault {
    /// The same in one line, for records and tables.
    package var line: String {
        let head = place.isEmpty ? message : "\(place): \(message)"
        return remedy.isEmpty ? head : "\(head); \(remedy)"
    }
}

extension Fault: CustomStringConvertible {
    package var description: String {
        let head = place.isEmpty ? message : "\(place): \(message)"
        return remedy.isEmpty ? head : "\(head)\n  \(remedy)"
    }
}
