internal import Formats
internal import Vocabulary

/// A party of the ADVANCED form with the records that belong to it.
struct OFACAdvancedParty {
    private typealias Kind = OFACAdvancedXML.Kind

    private let tables: OFACTables
    private let party: XMLElement
    private var locations: [String: XMLElement] = [:]
    /// The other ends of its relationships, by their profile.
    private var related: [String: XMLElement] = [:]
    private var others: [XMLElement] = []
    private var (entries, documents, relationships): ([XMLElement], [XMLElement], [XMLElement]) = ([], [], [])

    init(_ tables: OFACTables, _ party: XMLElement, _ others: [XMLElement]) {
        (self.tables, self.party) = (tables, party)
        for other in others {
            switch Kind(rawValue: other.name) {
            case .location: locations[other.attribute("ID")] = other
            case .document: documents.append(other)
            case .entry: entries.append(other)
            case .relationship: relationships.append(other)
            case .party:
                self.others.append(other)
                for profile in other.all("Profile") { related[profile.attribute("ID")] = profile }
            case nil: break
            }
        }
    }

    func read(_ facts: inout Facts) throws {
        party.ignoreAttributes("FixedRef")
        facts.remark("", party["Comment"])
        for profile in party.all("Profile") {
            profile.ignoreAttributes("ID")
            facts.add(.kind, OFACFacts.kind(try tables.kind(profile.attribute("PartySubTypeID"))))
            for identity in profile.all("Identity") { try read(identity: identity, &facts) }
            for feature in profile.all("Feature") { try read(feature: feature, &facts) }
        }
        for entry in entries { try read(entry: entry, &facts) }
        for document in documents { try read(document: document, &facts) }
        for relationship in relationships { try read(relationship: relationship, &facts) }
        // Another party is read as an entry of its own.
        for other in others { other.ignoreAll() }
    }

    // MARK: names

    private func read(identity: XMLElement, _ facts: inout Facts) throws {
        identity.ignoreAttributes("ID", "FixedRef", "Primary", "False")
        let types = try OFACAdvancedParty.partTypes(identity, tables)
        for alias in identity.all("Alias") {
            alias.ignoreAttributes("FixedRef")
            for name in alias.all("DocumentedName") {
                name.ignoreAttributes("ID", "FixedRef", "DocNameStatusID")
                let values = name.all("DocumentedNamePart", "NamePartValue")
                for value in values { value.ignoreAttributes("ScriptStatusID", "Acronym") }
                let scripts = Set(values.map { $0.attribute("ScriptID") }).sorted()
                OFACStatement.name(
                    OFACAdvancedParty.whole(values, types),
                    type: try tables.word("AliasTypeValues", alias.attribute("AliasTypeID")),
                    isPrimary: alias.attribute("Primary") == "true", isWeak: alias.attribute("LowQuality") == "true",
                    script: try scripts.map { try tables.word("ScriptValues", $0) }.joined(separator: ", "), to: &facts)
            }
        }
    }

    /// What each part of a name is, by the number of its group: `Last Name`.
    private static func partTypes(_ identity: XMLElement, _ tables: OFACTables) throws -> [String: String] {
        var types: [String: String] = [:]
        for group in identity.all("NamePartGroups", "MasterNamePartGroup").flatMap({ $0.all("NamePartGroup") }) {
            types[group.attribute("ID")] = try tables.word("NamePartTypeValues", group.attribute("NamePartTypeID"))
        }
        return types
    }

    /// As the publisher's other forms print it: the family name first, in capitals, a comma, then the others; what is
    /// nobody's name in capitals. Each of the 1,620 names of the ENHANCED list of 2024-07-03 is so made of its parts.
    private static func whole(_ values: [XMLElement], _ types: [String: String]) -> String {
        let parts = values.map { value in
            let type = types[value.attribute("NamePartGroupID")] ?? ""
            return (place: order.firstIndex(of: type) ?? order.count, type: type, text: value.text)
        }.sorted { ($0.place, $0.text) < ($1.place, $1.text) }
        let family = parts.filter { $0.type == "Last Name" }.map { $0.text.uppercased() }
        let others = parts.filter { $0.type != "Last Name" }.map {
            personal.contains($0.type) ? $0.text : $0.text.uppercased()
        }
        if family.isEmpty || others.isEmpty { return (family + others).joined(separator: " ") }
        return "\(family.joined(separator: " ")), \(others.joined(separator: " "))"
    }

    /// How the parts of a person's name follow one another: the publisher prints them in any order.
    private static let order = ["Last Name"] + personal
    private static let personal = [
        "First Name", "Middle Name", "Maiden Name", "Patronymic", "Matronymic", "Nickname",
    ]

    // MARK: features

    private func read(feature: XMLElement, _ facts: inout Facts) throws {
        feature.ignoreAttributes("ID")
        feature.ignore("IdentityReference")
        let label = try tables.word("FeatureTypeValues", feature.attribute("FeatureTypeID"))
        for version in feature.all("FeatureVersion") {
            version.ignoreAttributes("ID")
            let reliability = try tables.word("ReliabilityValues", version.attribute("ReliabilityID"))
            let comments = version.texts("Comment")
            let places = version.all("VersionLocation").compactMap { locations[$0.attribute("LocationID")] }
            let values =
                try version.all("VersionDetail").map(detail) + version.all("DatePeriod").map(OFACPeriod.words)
                + (label == "Location" ? [] : places.map { try place($0) })
            if label == "Location" {
                for place in places { try read(address: place, &facts) }
                for comment in comments { facts.remark("Address", comment) }
            }
            for value in values where !value.isEmpty {
                OFACStatement.feature(label, value, reliability: reliability, comments: comments, to: &facts)
            }
        }
    }

    /// The words of a detail, or those that it points at.
    private func detail(_ detail: XMLElement) throws -> String {
        detail.ignoreAttributes("DetailTypeID")
        let reference = detail.attribute("DetailReferenceID")
        return try reference.isEmpty ? detail.text : tables.word("DetailReferenceValues", reference)
    }

    // MARK: places

    private func read(address: XMLElement, _ facts: inout Facts) throws {
        let (parts, country) = try address.place(tables)
        OFACStatement.address(parts, country: country, to: &facts)
    }

    /// A place in words: the country alone where nothing else is printed.
    private func place(_ location: XMLElement) throws -> String {
        let (parts, country) = try location.place(tables)
        return (parts.map(\.text) + [country]).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    // MARK: lists, documents, relationships

    private func read(entry: XMLElement, _ facts: inout Facts) throws {
        entry.ignoreAttributes("ID", "ProfileID")
        let list = try tables.word("ListValues", entry.attribute("ListID"))
        facts.add(.sourceList, list)
        var listed: [Day] = []
        for event in entry.all("EntryEvent") {
            event.ignoreAttributes("ID")
            facts.add(.legalBasis, try tables.word("LegalBasisValues", event.attribute("LegalBasisID")))
            facts.remark("", event["Comment"])
            let day = event.first("Date")
            day?.ignoreAttributes("CalendarTypeID")
            let type = try tables.word("EntryEventTypeValues", event.attribute("EntryEventTypeID"))
            if type == "Created" {
                listed.append(try OFACPeriod.day(day))
            } else {
                facts.remark(type, "\(list), \(try OFACPeriod.day(day))")
            }
        }
        if let first = listed.min() { facts.day(.listedOn, "\(first)", [list]) }
        for measure in entry.all("SanctionsMeasure") {
            measure.ignoreAttributes("ID")
            // Since when and until when: its parts are always empty.
            for period in measure.all("DatePeriod") {
                period.ignoreAttributes("CalendarTypeID", "YearFixed", "MonthFixed", "DayFixed")
            }
            let (type, comment) = (
                try tables.word("SanctionsTypeValues", measure.attribute("SanctionsTypeID")), measure["Comment"]
            )
            if type == "Program" {
                facts.add(.programme, comment)
            } else {
                OFACStatement.sanctionsType(type, to: &facts)
                facts.remark(type, comment)
            }
        }
    }

    private func read(document: XMLElement, _ facts: inout Facts) throws {
        document.ignoreAttributes("ID", "IdentityID", "ValidityID")
        // The holder's own name.
        document.ignore("DocumentedNameReference")
        let country = document.attribute("IssuedBy-CountryID")
        let location = locations[document.attribute("IssuedIn-LocationID")]
        var statement = OFACStatement.Document(
            label: try tables.word("IDRegDocTypeValues", document.attribute("IDRegDocTypeID")),
            number: document["IDRegistrationNo"],
            country: country.isEmpty ? "" : try tables.word("CountryValues", country),
            authority: document["IssuingAuthority"], location: try location.map { try place($0) } ?? "",
            comments: document.texts("Comment"))
        for date in document.all("DocumentDate") {
            let type = try tables.word("IDRegDocDateTypeValues", date.attribute("IDRegDocDateTypeID"))
            let words = try date.all("DatePeriod").map(OFACPeriod.words).joined(separator: ", ")
            switch type {
            case "Issue Date": statement.issued = words
            case "Expiration Date": statement.expires = words
            default: statement.comments.append("\(type) \(words)")
            }
        }
        OFACStatement.document(statement, to: &facts)
    }

    private func read(relationship: XMLElement, _ facts: inout Facts) throws {
        relationship.ignoreAttributes("ID", "From-ProfileID", "SanctionsEntryID")
        let id = relationship.attribute("To-ProfileID")
        let other = try related[id].map { try name(of: $0) } ?? ""
        let isFormer = relationship.attribute("Former") == "true"
        OFACStatement.relation(
            try tables.word("RelationTypeValues", relationship.attribute("RelationTypeID")),
            to: other.isEmpty ? id : other, id: id,
            quality: try tables.word("RelationQualityValues", relationship.attribute("RelationQualityID")),
            comments: relationship.texts("Comment") + (isFormer ? ["former"] : []), facts: &facts)
    }

    /// The primary name of another party.
    private func name(of profile: XMLElement) throws -> String {
        for identity in profile.all("Identity") {
            let types = try OFACAdvancedParty.partTypes(identity, tables)
            let primary = identity.all("Alias").filter { $0.attribute("Primary") == "true" }
            let names = primary.flatMap { $0.all("DocumentedName") }.map {
                OFACAdvancedParty.whole($0.all("DocumentedNamePart", "NamePartValue"), types)
            }
            // In Latin letters where it stands in several scripts.
            if let first = names.first(where: { Script.code(of: $0).isEmpty }) ?? names.min() { return first }
        }
        return ""
    }
}

extension XMLElement {
    /// The parts and the country of a `Location`.
    fileprivate func place(_ tables: OFACTables) throws -> (parts: [(type: String, text: String)], country: String) {
        ignoreAttributes("ID")
        ignore("FeatureVersionReference", "IDRegDocumentReference")
        let countries = try all("LocationCountry").map { country in
            country.ignoreAttributes("CountryRelevanceID")
            return try tables.word("CountryValues", country.attribute("CountryID"))
        }
        // The area that the country is; it stands alone where there is no country.
        let areas = try all("LocationAreaCode").map { try tables.word("AreaCodeValues", $0.attribute("AreaCodeID")) }
        let parts = try all("LocationPart").flatMap { part in
            let type = try tables.word("LocPartTypeValues", part.attribute("LocPartTypeID"))
            return part.all("LocationPartValue").map { value in
                value.ignoreAttributes("Primary", "LocPartValueTypeID", "LocPartValueStatusID")
                value.ignore("Comment")
                return (type: type, text: value["Value"])
            }
        }
        return (parts, countries.first { !$0.isEmpty } ?? areas.first { !$0.isEmpty } ?? "")
    }
}
