internal import Formats
internal import Vocabulary

/// The consolidated list of the United Nations Security Council.
enum UNXML {
    static let reader = Reader(name: "un-xml", version: 1, kind: .list) { snapshot in
        let bytes = try snapshot.required("main")
        let list = UNList()
        try XMLStream.read(bytes.span, root: "CONSOLIDATED_LIST", handler: list)
        guard !list.rows.isEmpty else {
            throw Fault(
                "no_rows", "the list has no entries", remedy: "Fetch it again; an empty list changes nothing.")
        }
        let attributes = list.attributes
        let facet = FacetReading(name: "main", entries: list.rows) { attributes[$0] }
        var reading = Reading(.list([facet]), published: list.published)
        reading.leftovers = list.leftovers
        return reading
    }
}

/// Collects the entries while the document goes by: list, section, entry, element, part.
private final class UNList: XMLHandler {
    private(set) var rows: [EntryRow] = []
    private(set) var attributes: [[Attribute]] = []
    private(set) var published: Day?
    private(set) var leftovers: [String: Int] = [:]
    private var path: [String] = []
    private var entry = UNEntry()
    private var group = UNGroup()
    private var ids: Set<String> = []

    func start(_ name: String, _ found: XMLAttributes) throws {
        path.append(name)
        for attribute in found.names { try read(attribute, found) }
        switch path.count {
        case 2 where name != "INDIVIDUALS" && name != "ENTITIES": countLeftover()
        case 3:
            entry = UNEntry()
            if name != "INDIVIDUAL" && name != "ENTITY" { countLeftover() }
        case 4:
            group = UNGroup()
            if !UNEntry.knows(name) { countLeftover() }
        case 5 where !UNEntry.knows(path[3], name): countLeftover()
        case 6...: countLeftover()
        default: break
        }
    }

    func end(_ name: String, text: Span<UInt8>) throws {
        switch path.count {
        case 5: group.add(name, collapsed(try StrictText.string(text, 0..<text.count)))
        case 4:
            group.text = collapsed(try StrictText.string(text, 0..<text.count))
            entry.add(name, group)
        case 3 where name == "INDIVIDUAL" || name == "ENTITY": try finish(isPerson: name == "INDIVIDUAL")
        default: break
        }
        path.removeLast()
    }

    private func read(_ attribute: String, _ found: XMLAttributes) throws {
        switch (path.count, attribute) {
        case (1, "dateGenerated"):
            // It changes every day while the content does not: it dates the publication and is in no entry.
            let text = found[attribute] ?? ""
            guard let day = Day(iso: text.prefix(10)) else {
                throw Fault("bad_day", "dateGenerated is \"\(text)\", no day")
            }
            published = day
        case (1, "noNamespaceSchemaLocation"): break
        default: leftovers["\(path.joined(separator: "/"))@\(attribute)", default: 0] += 1
        }
    }

    private func finish(isPerson: Bool) throws {
        let id = entry.text("DATAID")
        guard !id.isEmpty else { throw Fault("bad_key", "an entry without a DATAID") }
        guard ids.insert(id).inserted else { throw Fault("duplicate_key", "the DATAID \(id) stands in the list twice") }
        let facts = sortedUnique(entry.facts(isPerson: isPerson))
        guard facts.contains(where: { $0.field == .name }) else {
            throw Fault("bad_entry", "the entry \(id) has no name")
        }
        rows.append(EntryRow(id: id, digest: try digest(of: facts)))
        attributes.append(facts)
    }

    private func countLeftover() { leftovers[path.joined(separator: "/"), default: 0] += 1 }
}

/// A digest of sorted facts, whatever the order and white space of the elements that state them.
private func digest(of facts: [Attribute]) throws -> Int64 {
    var bytes: [UInt8] = []
    for fact in facts {
        for text in [fact.field.rawValue, fact.value] + fact.qualifiers {
            bytes += text.utf8
            bytes.append(0x1F)
        }
        bytes.append(0x1E)
    }
    return try Digest.short(bytes.span)
}
