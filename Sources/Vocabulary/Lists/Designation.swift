/// One fact about a listed entry: a field, its value, and what qualifies the value (`aka`, `strong`, a country).
package struct Attribute: Sendable, Hashable, Comparable {
    package var field: Field
    package var value: String
    /// In a fixed order per field; an empty text where nothing is known.
    package var qualifiers: [String]

    package init(_ field: Field, _ value: String, _ qualifiers: [String] = []) {
        self.field = field
        self.value = value
        self.qualifiers = qualifiers
    }

    package static func < (a: Attribute, b: Attribute) -> Bool {
        if a.field != b.field { return a.field.rank < b.field.rank }
        if a.value != b.value { return a.value.utf8.lexicographicallyPrecedes(b.value.utf8) }
        return a.qualifiers.lexicographicallyPrecedes(b.qualifiers)
    }

    /// For people: `AERO-CARIBBEAN (aka, strong)`.
    package var display: String {
        let known = qualifiers.filter { !$0.isEmpty }
        return known.isEmpty ? value : "\(value) (\(known.joined(separator: ", ")))"
    }
}

/// The fields of an entry, in the order in which a person reads them.
package enum Field: String, Sendable, CaseIterable {
    /// person, organisation, vessel, aircraft, other.
    case kind
    /// Qualifiers: primary, aka, fka, nka; strong or weak; script.
    case name
    case title
    /// ISO day, `yyyy-MM`, `yyyy`, or `yyyy/yyyy`; qualifiers: exact, circa, between.
    case birthDate = "birth_date"
    case birthPlace = "birth_place"
    case deathDate = "death_date"
    case gender
    /// ISO 3166-1 alpha-2 where the publisher's name is known, else its own words.
    case nationality
    case citizenship
    /// ISO 3166-1 alpha-2 of an address or flag.
    case country
    case programme
    /// The law or regulation that the publisher names.
    case legalBasis = "legal_basis"
    /// What the listing forbids: block, debt, equity, correspondent, investment, travel, arms, trade, other. Stated
    /// by the publisher; where it is not, programs.csv tells what a programme does.
    case restriction
    /// For lists that are put together from others: the list that an entry comes from.
    case sourceList = "source_list"
    /// Qualifier: ISO 3166-1 alpha-2.
    case address
    /// Qualifiers: type (passport, imo, mmsi, tax, wallet …), then country or currency.
    case identifier
    case listedOn = "listed_on"
    case updatedOn = "updated_on"
    /// The last day of a listing that ends by itself.
    case validUntil = "valid_until"
    case reference
    case vesselType = "vessel_type"
    case callSign = "call_sign"
    case tonnage
    case grossTonnage = "gross_tonnage"
    case flag
    case owner
    case link
    case contact
    case remark

    /// The place in that order. Spelled out: a lookup by name took a tenth of the time of reading a list.
    package var rank: Int {
        switch self {
        case .kind: 0
        case .name: 1
        case .title: 2
        case .birthDate: 3
        case .birthPlace: 4
        case .deathDate: 5
        case .gender: 6
        case .nationality: 7
        case .citizenship: 8
        case .country: 9
        case .programme: 10
        case .legalBasis: 11
        case .restriction: 12
        case .sourceList: 13
        case .address: 14
        case .identifier: 15
        case .listedOn: 16
        case .updatedOn: 17
        case .validUntil: 18
        case .reference: 19
        case .vesselType: 20
        case .callSign: 21
        case .tonnage: 22
        case .grossTonnage: 23
        case .flag: 24
        case .owner: 25
        case .link: 26
        case .contact: 27
        case .remark: 28
        }
    }

    package static func == (a: Field, b: Field) -> Bool { a.rank == b.rank }
    package func hash(into hasher: inout Hasher) { hasher.combine(rank) }
}

/// An entry of a list as it stood in some snapshots.
package struct Designation: Sendable, Hashable {
    package var list: String
    /// The publisher's stable key.
    package var id: String
    package var attributes: [Attribute]

    package init(list: String, id: String, attributes: [Attribute]) {
        self.list = list
        self.id = id
        self.attributes = attributes
    }

    package func values(_ field: Field) -> [String] { attributes.filter { $0.field == field }.map(\.value) }
    package func first(_ field: Field) -> String? { attributes.first { $0.field == field }?.value }

    package var kind: String { first(.kind) ?? "other" }
    package var name: String {
        let names = attributes.filter { $0.field == .name }
        return (names.first { $0.qualifiers.first == "primary" } ?? names.first)?.value ?? ""
    }
    package var programmes: [String] { values(.programme) }
    /// Where the publisher places it: nationality, citizenship, address and flag countries, each once.
    package var countries: [String] {
        attributes.filter { [.nationality, .citizenship, .country].contains($0.field) }.map(\.value).uniqued()
    }
}
