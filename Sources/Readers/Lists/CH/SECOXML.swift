internal import Formats
internal import Vocabulary

/// Switzerland's sanctions list, as its State Secretariat for Economic Affairs (SECO) publishes it.
///
/// Unproven: built from the published description, no whole file was read yet. The list keeps those who left it, with
/// the history of each; places and programmes stand once and are pointed at.
enum SECOXML {
    static let reader = Reader(name: "ch-seco-xml", version: 1, kind: .list) { snapshot in
        var left = 0
        let list = try XMLList(
            snapshot.content("main"), root: "swiss-sanctions-list", records: ["target"], key: .attribute("ssid"),
            keys: { records in
                try records.records.indices.map { index in
                    let target = try records.element(index)
                    guard SECOHistory(target).isCurrent else {
                        left += 1
                        return nil
                    }
                    return target.attribute("ssid")
                }
            })
        let printed = list.root.attribute("date")
        guard let published = Day(iso: printed.prefix(10)) else {
            throw Fault("bad_day", "the list's date is \"\(printed)\", no day")
        }
        guard list.count > 0 else {
            throw Fault("no_rows", "none of the list's \(left) entries is current")
        }
        list.root.ignoreAttributes("list-type", "schemaLocation", "noNamespaceSchemaLocation")
        let book = SECOBook(list.root)
        var reading = try list.reading(published: published) { target, facts in
            SECOFacts.read(target, book, &facts)
        }
        if left > 0 {
            reading.warnings.append("\(left) entries that left the list stand in the file and are no entries")
        }
        return reading
    }
}

/// What happened to an entry: listed, amended, de-listed.
struct SECOHistory {
    private let events: [(type: String, day: String)]

    init(_ target: XMLElement) {
        events = target.all("modification").map {
            // When it was decided and printed; what counts is when it took effect.
            $0.ignoreAttributes("enactment-date", "publication-date", "ssid")
            return ($0.attribute("modification-type"), $0.attribute("effective-date"))
        }
    }

    /// Whether the last event is no removal: by its day, and of those of one day by its place.
    var isCurrent: Bool {
        let last = events.enumerated().max { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        return last?.element.type != "de-listed"
    }

    /// An entry that returned was listed when it last came.
    var listed: String { days("listed").max() ?? "" }
    var amended: String { days("amended").max() ?? "" }

    private func days(_ type: String) -> [String] { events.filter { $0.type == type }.map(\.day) }
}
