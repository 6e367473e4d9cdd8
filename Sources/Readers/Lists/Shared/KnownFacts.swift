internal import Formats
internal import Vocabulary

/// A list whose file is read as a whole, so that its entries' facts are known with their keys: a document of JSON.
struct KnownFacts {
    private struct Entry {
        var id: String
        var facts: [Attribute]
        var place: String
    }
    private var entries: [Entry] = []
    private var indices: [String: Int] = [:]
    private var warnings: [String] = []
    private var conflicts: [Conflict] = []

    /// - Parameters:
    ///   - place: for messages.
    ///   - facts: need a name.
    mutating func add(_ id: String, place: String, _ facts: Facts) throws {
        guard !id.isEmpty else {
            throw Fault(
                "bad_key", "an entry without its key", place: place,
                remedy: "If the publisher renamed the field, the reader must learn it.")
        }
        guard facts.hasName else {
            throw Fault(
                "bad_entry", "the entry \(id) has no name", place: place,
                remedy: "If the publisher renamed a field, the reader must learn it.")
        }
        let sorted = facts.sorted
        guard let index = indices[id] else {
            indices[id] = entries.count
            entries.append(Entry(id: id, facts: sorted, place: place))
            return
        }
        let places = "entry \(id) stands twice, at \(entries[index].place) and at \(place)"
        if entries[index].facts == sorted {
            warnings.append("\(places), and says the same")
        } else {
            conflicts.append(Conflict(key: id, "\(places), with other facts"))
        }
    }

    func reading(published: Day?, unread: Leftovers) throws -> Reading {
        guard !entries.isEmpty else {
            throw Fault("no_rows", "the list has no entries", remedy: "Fetch it again; an empty list changes nothing.")
        }
        let digests = try RowDigests()
        let rows = try entries.map { entry in
            var bytes: [UInt8] = []
            for fact in entry.facts {
                for text in [fact.field.rawValue, fact.value] + fact.qualifiers { bytes += Array(text.utf8) + [0] }
                bytes.append(1)
            }
            return EntryRow(id: entry.id, digest: try digests.short(bytes.span))
        }
        let facts = entries.map(\.facts)
        var reading = Reading(
            .list([FacetReading(name: "main", entries: rows) { facts[$0] }]), published: published, unread: unread)
        (reading.warnings, reading.conflicts) = (warnings, conflicts)
        return reading
    }
}
