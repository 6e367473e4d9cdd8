internal import Formats
internal import Vocabulary

/// Switzerland's sanctions list, as its State Secretariat for Economic Affairs (SECO) publishes it.
///
/// No whole file was read yet, only three entries of one. The list keeps those who left it, with
/// the history of each; places and programmes stand once and are pointed at.
enum SECOXML {
    static let reader = Reader(name: "ch-seco-xml", version: 2, kind: .list) { snapshot in
        var left = 0
        let list = try XMLList(
            snapshot.content("main"), root: "swiss-sanctions-list", records: ["target"], key: .attribute("ssid"),
            keys: { records in
                let day = String(try records.root().attribute("date").prefix(10))
                return try records.records.indices.map { index in
                    let target = try records.element(index)
                    guard SECOHistory(target, on: day).isCurrent else {
                        left += 1
                        return nil
                    }
                    return target.attribute("ssid")
                }
            })
        let type = list.root.attribute("list-type")
        guard ["", "whole-list", "full-list"].contains(type) else {
            throw Fault(
                "partial_file", "the file is no whole list: its list-type is \"\(type)\"",
                place: "swiss-sanctions-list@list-type",
                remedy: "An amendment names only what changed; fetch the whole list (Gesamtliste).")
        }
        let printed = list.root.attribute("date")
        guard let published = Day(iso: printed.prefix(10)) else {
            throw Fault("bad_day", "the list's date is \"\(printed)\", no day")
        }
        guard list.count > 0 else {
            throw Fault("no_rows", "none of the list's \(left) entries is current")
        }
        list.root.ignoreAttributes("schemaLocation", "noNamespaceSchemaLocation")
        let book = SECOBook(list.root)
        var reading = try list.reading(published: published) { target, facts in
            try SECOFacts.read(target, book, on: published, &facts)
        }
        if left > 0 {
            reading.warnings.append("\(left) entries that left the list stand in the file and are no entries")
        }
        return reading
    }
}

/// What happened to an entry: listed, amended, de-listed, in any order.
struct SECOHistory {
    private struct Event {
        var type: String
        /// When it took effect, was printed and decided.
        var days: [String]
        var effective: String { days[0] }
    }
    private let events: [Event]
    private let day: String

    /// - Parameter day: of the list: what takes effect later has not happened yet.
    init(_ target: XMLElement, on day: String) {
        self.day = day
        events = target.all("modification").map {
            $0.ignoreAttributes("ssid", "enactment-date", "publication-date")
            // What each of them changed: the entry says how it stands now.
            $0.ignore("added", "removed", "amended", "changed", "remark")
            return Event(
                type: $0.attribute("modification-type"),
                days: ["effective-date", "publication-date", "enactment-date"].map($0.attribute))
        }
    }

    /// Whether the last event is no removal. Of events of the same days a listing is the last, then a removal: who moved
    /// to another programme is still listed.
    var isCurrent: Bool {
        let order = ["amended": 0, "de-listed": 1, "listed": 2]
        let last = events.filter { $0.effective <= day }.max { first, second in
            if first.days != second.days { return first.days.lexicographicallyPrecedes(second.days) }
            return order[first.type, default: 0] < order[second.type, default: 0]
        }
        return last?.type != "de-listed"
    }

    /// An entry that returned was listed when it last came.
    var listed: String { days("listed").max() ?? "" }
    var amended: String { days("amended").max() ?? "" }
    /// When it is to leave.
    var ends: String { events.filter { $0.type == "de-listed" && $0.effective > day }.map(\.effective).min() ?? "" }

    private func days(_ type: String) -> [String] {
        events.filter { $0.type == type && $0.effective <= day }.map(\.effective)
    }
}
