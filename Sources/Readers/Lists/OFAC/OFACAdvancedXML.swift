internal import Formats
internal import Vocabulary

/// SDN_ADVANCED and CONS_ADVANCED, in the model that OFAC shares with the United Nations: tables of reference first, then
/// locations, documents, parties, relationships and entries, each pointing at the others by number. A zip of one document,
/// or the document itself.
///
/// The document is cut into its records and never held whole: of each party stands only which records belong to it.
enum OFACAdvancedXML {
    static let reader = Reader(name: "ofac-advanced", version: 1, kind: .list) { snapshot in
        let records = try XMLRecords(
            OFACEnhancedXML.document(snapshot), root: "Sanctions", records: Kind.allCases.map(\.rawValue),
            key: .attributes(Kind.allCases.map(\.key)))
        let root = try records.root()
        let tables = try OFACTables(root.first("ReferenceValueSets"))
        let published = try OFACPeriod.day(root.first("DateOfIssue"))
        root.ignoreAttributes("Version", "schemaLocation")
        root.first("DateOfIssue")?.ignoreAttributes("CalendarTypeID")

        let joined = try OFACAdvancedJoin(records)
        let list = try XMLList(
            records, root: root, keys: joined.keys, belonging: joined.belonging, dictionary: try tables.digest())
        var reading = try list.readingWhole(published: published) { party, others, facts in
            try OFACAdvancedParty(tables, party, others).read(&facts)
        }
        // A part under another name: what it says would be missing in every entry.
        reading.absent = Kind.allCases.filter { root.first($0.section) == nil }.map(\.section)
        reading.warnings += try joined.warnings(records)
        return reading
    }

    /// The records of the document, in the order of `XMLRecords.Record.name`.
    enum Kind: String, CaseIterable {
        case location = "Location"
        case document = "IDRegDocument"
        case party = "DistinctParty"
        case relationship = "ProfileRelationship"
        case entry = "SanctionsEntry"

        /// The attribute that says whose it is; a location's own number.
        var key: String {
            switch self {
            case .location: "ID"
            case .document: "IdentityID"
            case .party: "FixedRef"
            case .relationship: "From-ProfileID"
            case .entry: "ProfileID"
            }
        }

        /// The element that they all stand in.
        var section: String {
            switch self {
            case .location: "Locations"
            case .document: "IDRegDocuments"
            case .party: "DistinctParties"
            case .relationship: "ProfileRelationships"
            case .entry: "SanctionsEntries"
            }
        }
    }
}

/// Which records belong to which party.
struct OFACAdvancedJoin {
    typealias Kind = OFACAdvancedXML.Kind

    /// The party's number for a party, nil for every other record.
    private(set) var keys: [String?]
    /// By the record of a party, the records that say more of it: its entries, documents, relationships and locations, and
    /// the parties at the other end of its relationships, whose names are told.
    private(set) var belonging: [Int: [Int]] = [:]
    /// Records of each kind that no party has.
    private var strangers: [Kind: [Int]] = [:]

    init(_ records: XMLRecords) throws {
        keys = Array(repeating: nil, count: records.records.count)
        var byKind: [Kind: [Int]] = [:]
        for (index, record) in records.records.enumerated() {
            byKind[Kind.allCases[Int(record.name)], default: []].append(index)
        }
        let parties = byKind[.party] ?? []
        guard !parties.isEmpty else {
            throw Fault(
                "no_rows", "the list has no <DistinctParty>", remedy: "Fetch it again; an empty list changes nothing.")
        }
        var locations: [String: Int] = [:]
        for index in byKind[.location] ?? [] { locations[records.keys[index]] = index }
        // A party is known by its profile and by its identities.
        var (profiles, identities): ([String: Int], [String: Int]) = ([:], [:])
        var used: Set<Int> = []
        for index in parties {
            keys[index] = records.keys[index]
            let party = try records.element(index)
            for profile in party.all("Profile") {
                profiles[profile.attribute("ID")] = profiles[profile.attribute("ID")] ?? index
                for identity in profile.all("Identity") { identities[identity.attribute("ID")] = index }
                for version in profile.all("Feature", "FeatureVersion") {
                    for place in version.all("VersionLocation") {
                        let number = place.attribute("LocationID")
                        guard let location = locations[number] else {
                            throw try OFACAdvancedJoin.missing(number, of: records.records[index], records)
                        }
                        add(location, to: index)
                        used.insert(location)
                    }
                }
            }
        }
        for (kind, owners) in [(Kind.entry, profiles), (.document, identities), (.relationship, profiles)] {
            for index in byKind[kind] ?? [] {
                guard let party = owners[records.keys[index]] else {
                    strangers[kind, default: []].append(index)
                    continue
                }
                add(index, to: party)
                switch kind {
                case .document:
                    let number = try records.element(index).attribute("IssuedIn-LocationID")
                    guard !number.isEmpty else { continue }
                    guard let location = locations[number] else {
                        throw try OFACAdvancedJoin.missing(number, of: records.records[index], records)
                    }
                    add(location, to: party)
                    used.insert(location)
                case .relationship:
                    let other = try records.element(index).attribute("To-ProfileID")
                    if let related = profiles[other], related != party { add(related, to: party) }
                default: break
                }
            }
        }
        strangers[.location] = (byKind[.location] ?? []).filter { !used.contains($0) }
    }

    private mutating func add(_ record: Int, to party: Int) {
        if belonging[party]?.contains(record) != true { belonging[party, default: []].append(record) }
    }

    private static func missing(
        _ location: String, of record: XMLRecords.Record, _ records: XMLRecords
    ) throws -> Fault {
        Fault(
            "missing_reference", "LocationID \"\(location)\" is of no <Location> of the file",
            place: try records.place(of: record),
            remedy: "Fetch it again; if it stays so, its publisher serves a broken file.")
    }

    /// What is read of no entry, a line for each kind.
    func warnings(_ records: XMLRecords) throws -> [String] {
        try Kind.allCases.compactMap { kind in
            guard let all = strangers[kind], let first = all.first else { return nil }
            let place = try records.place(of: records.records[first])
            return "\(all.count) <\(kind.rawValue)> are of no party of the file and not read, the first at \(place)"
        }
    }
}
