internal import FoundationEssentials

/// An object of the publisher's model (Follow the Money): a schema, and properties that hold texts or ids of others.
struct FTMEntity: Decodable {
    var id: String
    var caption: String
    var schema: String
    var properties: [String: [String]]
    /// Ids that were merged into this one.
    var referents: [String]
    var datasets: [String]
    var lastChange: String
    /// Listed itself, and not only told of because of another.
    var isTarget: Bool
    /// Keys beside these, which nothing uses.
    var otherKeys: [String]

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        id = try object.decode(String.self, forKey: "id")
        schema = try object.decode(String.self, forKey: "schema")
        properties = try object.decode([String: [String]].self, forKey: "properties")
        caption = try object.decodeIfPresent(String.self, forKey: "caption") ?? ""
        referents = try object.decodeIfPresent([String].self, forKey: "referents") ?? []
        datasets = try object.decodeIfPresent([String].self, forKey: "datasets") ?? []
        lastChange = try object.decodeIfPresent(String.self, forKey: "last_change") ?? ""
        isTarget = try object.decodeIfPresent(Bool.self, forKey: "target") ?? false
        otherKeys = object.allKeys.map(\.stringValue).filter { !FTMEntity.known.contains($0) }
    }

    // The days of the publisher's own visits, first_seen and last_seen, move daily and say nothing about the entry.
    private static let known: Set = [
        "id", "caption", "schema", "properties", "referents", "datasets", "first_seen", "last_seen", "last_change",
        "target",
    ]

    /// The property by which a joined object names the entries that it belongs to.
    var owners: [String] {
        switch schema {
        case "Sanction": properties["entity"] ?? []
        case "Passport", "Identification", "CryptoWallet": properties["holder"] ?? []
        default: []
        }
    }

    /// The addresses that this one points at.
    var addresses: [String] { properties["addressEntity"] ?? [] }

    private struct Key: CodingKey, ExpressibleByStringLiteral {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init(stringLiteral: String) { stringValue = stringLiteral }
        init?(intValue: Int) { nil }
    }
}

/// An entity while it is being read: a property that is asked for counts as read, `unread` tells the rest.
final class FTMRecord {
    let entity: FTMEntity
    private var isRead: Set<String> = []

    init(_ entity: FTMEntity) { self.entity = entity }

    /// The values of a property, white space collapsed, in an order of their own: to the publisher they are a set.
    subscript(_ name: String) -> [String] {
        isRead.insert(name)
        return (entity.properties[name] ?? []).map { collapsed($0) }.filter { !$0.isEmpty }.sorted()
    }

    /// The values of one property after another.
    func all(_ names: [String]) -> [String] { names.flatMap { self[$0] } }

    func ignore(_ names: [String]) { isRead.formUnion(names) }

    /// Names of properties that say something and that nothing read so far.
    func unread() -> [String] {
        entity.properties.filter { !isRead.contains($0.key) && $0.value.contains { !$0.isEmpty } }.map(\.key)
    }
}
