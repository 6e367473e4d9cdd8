import Configuration
import Lists
import Store
import Vocabulary

/// A list in small, whose steps a test derives from what its snapshots hold.
struct SmallList {
    struct Entry: Hashable {
        var name: String
        var programmes: [String] = ["RUSSIA-EO14024"]
        var countries: [String] = []
        var facts: [Attribute] = []
    }
    var id = "us-ofac-sdn"
    /// Hours after 2022-02-20T00:00:00Z, and what was on the list then.
    var snapshots: [(hours: Int64, published: String?, entries: [String: Entry])] = []

    mutating func add(_ hours: Int64, published: String? = nil, _ entries: [String: Entry]) {
        snapshots.append((hours, published, entries))
    }

    func steps(known: KnownOn = .now) throws -> [Step] {
        let ledger = try LedgerStore.inMemory()
        for snapshot in snapshots {
            let seen = Instant(seconds: 1_645_315_200 + snapshot.hours * 3600)
            // Five hours behind, as New York is in winter.
            var run = Run(
                id: RunID(seen: seen, feed: id, digest: "\(10_000_000 + snapshot.hours)"), feed: id, source: "demo",
                how: "import", seen: seen, recorded: seen,
                outcome: .stored, localDay: Instant(seconds: seen.seconds - 5 * 3600).day)
            run.knownFrom = seen
            run.parts = [.init(name: "main", sha256: "\(snapshot.entries.hashValue)", bytes: 1, address: nil)]
            run.published = snapshot.published.flatMap { Day(iso: $0) }
            let rows = snapshot.entries.sorted { $0.key < $1.key }
            let facet = FacetReading(
                name: "main", entries: rows.map { EntryRow(id: $0.key, digest: Int64($0.value.hashValue)) }
            ) { index in
                let entry = rows[index].value
                return
                    ([Attribute(.kind, "person"), Attribute(.name, entry.name, ["primary"])]
                    + entry.programmes.map { Attribute(.programme, $0) }
                    + entry.countries.map { Attribute(.nationality, $0) } + entry.facts).sorted()
            }
            try ledger.record(run)
            _ = try ledger.store(Reading(.list([facet])), run: run, trustingDigests: false)
        }
        return try ledger.steps(id, known: known)
    }

    /// Entries with the numbers given, under a programme.
    static func entries(
        _ ids: some Sequence<Int>, under programmes: [String] = ["RUSSIA-EO14024"], in countries: [String] = []
    ) -> [String: Entry] {
        ids.reduce(into: [:]) {
            $0["\($1)"] = Entry(name: "ENTRY \($1)", programmes: programmes, countries: countries)
        }
    }

    static let names: ListNames = {
        func row(_ family: String, _ tag: String, _ change: (inout Programmes.Row) -> Void = { _ in }) -> Programmes.Row
        {
            var row = Programmes.Row(family: family, list: "us-ofac-sdn", tag: tag)
            change(&row)
            return row
        }
        return ListNames(
            programmes: Programmes(rows: [
                row("RU.main", "RUSSIA-EO14024"), row("RU.main", "PEESA-EO") { $0.renamedTo = "PEESA-EO14039" },
                row("RU.main", "PEESA-EO14039"), row("RU.main", "CAATSA - RUSSIA"), row("T.sdgt", "SDGT"),
                row("SY.main", "SYRIA"), row("IR.main", "IFSR") { $0.isMarker = true },
            ]), titles: ["us-ofac-sdn": "OFAC SDN"])
    }()
}
