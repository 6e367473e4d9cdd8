internal import Formats
internal import Vocabulary

/// Canada's consolidated list of its autonomous sanctions (SEMA and JVCFOA).
///
/// On 2026-08-24 elements got names in both languages without notice (`Country` became `Country-Pays`): what counts is
/// the English name before the first hyphen.
enum CanadaXML {
    static let reader = Reader(name: "ca-sema-xml", version: 1, kind: .list) { snapshot in
        var keys = CanadaKeys()
        let list = try XMLList(
            snapshot.content("main"), root: "data-set", records: ["record"], key: .none,
            keys: { try keys.all($0) })
        var reading = try list.reading { record, facts in CanadaFacts.read(CanadaRecord(record), &facts) }
        reading.absent = CanadaRecord.names.filter { !keys.names.contains($0) }
        return reading
    }
}

/// A record by the English names of its elements.
struct CanadaRecord {
    static let names = [
        "Country", "LastName", "GivenName", "EntityOrShip", "TitleOrShip", "ShipIMONumber", "Aliases",
        "DateOfBirthOrShipBuildDate", "Schedule", "Item", "DateOfListing",
    ]

    private var elements: [String: XMLElement] = [:]

    init(_ record: XMLElement) {
        for element in record.children {
            let name = String(element.name.prefix { $0 != "-" })
            if elements[name] == nil { elements[name] = element }
        }
    }

    var elementNames: some Collection<String> { elements.keys }

    subscript(_ name: String) -> String { elements[name]?.text ?? "" }

    var kind: String {
        self["EntityOrShip"].isEmpty ? "person" : self["ShipIMONumber"].isEmpty ? "organisation" : "vessel"
    }

    /// The regulation's country or theme, in English: `Belarus / Bélarus`, `Myanmar (Burma) / Myanmar (Birmanie)`.
    var country: String { collapsed(self["Country"].split(separator: "/").first ?? "") }

    /// As other lists print it: `Lukashenko, Viktor Aleksandrovich`.
    var name: String {
        [self["LastName"], self["GivenName"], self["EntityOrShip"]].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
