package import Store
package import Vocabulary

/// Names screened against the lists as they stood on a day.
package struct NameScreening: Sendable {
    /// What one list says of one name.
    package struct Row: Sendable, Hashable {
        package enum Status: String, Sendable {
            case listed
            case notListed = "not listed"
            /// Not itself, but as one word of a listed name.
            case wordOfListed = "word of listed names"
            /// No look at the list was taken on that day or before it.
            case unknown
        }
        package var name: String
        package var list: String
        package var status: Status
        package var match: ScreeningMatch?

        package init(name: String, list: String, status: Status, match: ScreeningMatch? = nil) {
            self.name = name
            self.list = list
            self.status = status
            self.match = match
        }
    }
    private let screener: any Screener
    /// Lists that were looked at by that day, and those that were not.
    package let looked: [String]
    package let unknown: [String]

    package init(_ ledger: Ledger, on day: Day, known: KnownOn) throws {
        var entries: [(list: String, designation: Designation)] = []
        var looked: [String] = []
        var unknown: [String] = []
        for list in try ledger.lists() {
            let standing = try ledger.entries(list, on: day, known: known)
            if standing.isEmpty { unknown.append(list) } else { looked.append(list) }
            entries += standing.map { (list, $0.designation) }
        }
        self.looked = looked
        self.unknown = unknown
        screener = ExactScreener(entries)
    }

    /// Likewise, where a lone word that no list has is a word of longer listed names, with every such entry.
    package func rowsWithWords(_ names: [String]) -> [Row] {
        rows(names).flatMap { row -> [Row] in
            guard row.status == .notListed else { return [row] }
            let held = screener.holding(row.name).filter { $0.list == row.list }
            return held.isEmpty
                ? [row] : held.map { Row(name: row.name, list: row.list, status: .wordOfListed, match: $0) }
        }
    }

    /// For each name a row for each entry that it may be, or one for each list that has none.
    package func rows(_ names: [String]) -> [Row] {
        names.flatMap { name in
            let matches = screener.matches(name)
            let found = matches.map { Row(name: name, list: $0.list, status: .listed, match: $0) }
            let listed = Set(matches.map(\.list))
            return found + looked.filter { !listed.contains($0) }.map { Row(name: name, list: $0, status: .notListed) }
                + unknown.map { Row(name: name, list: $0, status: .unknown) }
        }
    }
}
