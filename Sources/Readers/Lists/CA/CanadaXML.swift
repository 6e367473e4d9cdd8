internal import Formats
internal import Vocabulary

/// Canada's consolidated list of its autonomous sanctions (SEMA and JVCFOA).
///
/// On 2026-08-24 elements got names in both languages without notice (`Country` became `Country-Pays`): what counts is
/// the English name before the first hyphen, in any spelling that the publisher has had for it.
enum CanadaXML {
    static let reader = Reader(name: "ca-sema-xml", version: 2, kind: .list) { snapshot in
        var keys = CanadaKeys()
        let list = try XMLList(
            snapshot.content("main"), root: "data-set", records: ["record"], key: .none,
            keys: { try keys.all($0) })
        var reading = try list.reading { record, facts in CanadaFacts.read(CanadaRecord(record), &facts) }
        let layout = CanadaLayout(elements: keys.names)
        try layout.requireNames()
        reading.absent = layout.absent
        if let note = layout.note { reading.warnings.append(note) }
        return reading
    }
}

/// A record by the English names of its elements.
struct CanadaRecord {
    private var elements: [String: XMLElement] = [:]
    /// As printed, before the hyphen.
    private(set) var elementNames: Set<String> = []

    init(_ record: XMLElement) {
        for element in record.children {
            let printed = String(element.name.prefix { $0 != "-" })
            elementNames.insert(printed)
            let name = CanadaLayout.today[printed] ?? printed
            if elements[name] == nil { elements[name] = element }
        }
    }

    subscript(_ name: String) -> String { elements[name]?.text ?? "" }

    /// A ship has a number in its column; with letters alone it is a slip of the publisher's.
    var kind: String {
        if self["EntityOrShip"].isEmpty { return "person" }
        return self["ShipIMONumber"].utf8.contains { (48...57).contains($0) } ? "vessel" : "organisation"
    }

    /// The regulation's country or theme, in English: `Belarus / Bélarus`, `Myanmar (Burma) / Myanmar (Birmanie)`.
    var country: String { collapsed(self["Country"].split(separator: "/").first ?? "") }

    /// As other lists print it: `Lukashenko, Viktor Aleksandrovich`.
    var name: String {
        [self["LastName"], self["GivenName"], self["EntityOrShip"]].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
