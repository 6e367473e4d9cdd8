internal import Formats
internal import Vocabulary

/// The UK Sanctions List of the Foreign, Commonwealth and Development Office as XML: a `Designation` per entry.
///
/// Built from the publisher's description; no real file has been read yet.
enum FCDOXML {
    static let reader = Reader(name: "uk-fcdo-xml", version: 2, kind: .list) { snapshot in
        let list = try XMLList(
            snapshot.content("main"), root: "Designations", records: ["Designation"], key: .element("UniqueID"))
        let printed = list.root["DateGenerated"]
        // The day without the time that may follow it.
        let day = String(printed.split(whereSeparator: { $0 == " " || $0 == "T" }).first ?? "")
        guard let published = PartialDate(day).flatMap({ Day(iso: $0.text) }) else {
            throw Fault("bad_day", "DateGenerated is \"\(printed)\", no day")
        }
        return try list.reading(published: published) { try read($0, &$1) }
    }

    private static func read(_ entry: XMLElement, _ facts: inout Facts) throws {
        entry.ignore("UniqueID")
        facts.ukKind(entry["IndividualEntityShip"])
        facts.add(.programme, entry["RegimeName"])
        facts.ukSources(entry["DesignationSource"])
        facts.day(.listedOn, entry["DateDesignated"])
        facts.day(.updatedOn, entry["LastUpdated"])
        facts.ukReferences(entry["OFSIGroupID"], "OFSI Group ID")
        facts.ukReferences(entry["UNReferenceNumber"], "UN")
        try facts.text("Other Information", entry["OtherInformation"])
        try facts.text("UK Statement of Reasons", entry["UKStatementofReasons"])
        readNames(entry, &facts)
        readSanctions(entry, &facts)
        for address in entry.all("Addresses", "Address") {
            facts.address(
                (1...6).map { address["AddressLine\($0)"] } + [address["AddressPostalCode"]],
                country: address["AddressCountry"])
        }
        readParts(entry, &facts)
        for person in entry.all("IndividualDetails", "Individual") { read(person: person, &facts) }
        for (holder, item) in [("EntityDetails", "Entity"), ("ShipDetails", "Ship")] {
            for details in entry.all(holder) { readParts(details, &facts) }
            for details in entry.all(holder, item) { readParts(details, &facts) }
        }
    }

    private static func readNames(_ entry: XMLElement, _ facts: inout Facts) {
        for name in entry.all("Names", "Name") {
            facts.ukName(
                (1...5).map { name["Name\($0)"] }, family: name["Name6"], type: name["NameType"],
                strength: name["AliasStrength"])
        }
        for name in entry.all("NonLatinNames", "NonLatinName") {
            facts.ukOtherScript(
                name["NameNonLatinScript"], script: name["NonLatinScriptType"], language: name["NonLatinScriptLanguage"]
            )
        }
        for title in entry.all("Titles", "Title") { facts.ukTitles(title.text, positions: "") }
    }

    /// The indicators say the same as the text, one by one; they are read where there is no text.
    private static func readSanctions(_ entry: XMLElement, _ facts: inout Facts) {
        let printed = entry["SanctionsImposed"].split(separator: "|").map { collapsed($0) }
        facts.add(printed.map { UKSanctions.facts($0) })
        for indicator in entry.all("SanctionsImposedIndicators").flatMap(\.children)
        where indicator.text.lowercased() == "true" && printed.isEmpty {
            facts.add([UKSanctions.facts(words(indicator.name))])
        }
    }

    /// `AssetFreeze` as `Asset freeze`
    private static func words(_ name: String) -> String {
        var result: [UInt8] = []
        for byte in name.utf8 {
            if (65...90).contains(byte), !result.isEmpty { result += [32, byte | 0x20] } else { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func readParts(_ element: XMLElement, _ facts: inout Facts) {
        for part in UKParts.all {
            for item in element.all(part.elements[0], part.elements[1]) { part.read(item.text, &facts) }
        }
    }

    private static func read(person: XMLElement, _ facts: inout Facts) {
        for birth in person.all("DOBs", "DOB") { facts.birthDate(birth.text) }
        for name in person.all("Nationalities", "Nationality") { facts.ukCountries(.nationality, name.text) }
        for position in person.all("Positions", "Position") { facts.ukTitles("", positions: position.text) }
        for gender in person.all("Genders", "Gender") { facts.add(.gender, gender.text.lowercased()) }
        for place in person.all("BirthDetails", "Location") {
            facts.ukBirthPlace(town: place["TownOfBirth"], country: place["CountryOfBirth"])
        }
        for passport in person.all("PassportDetails", "Passport") {
            facts.ukIdentifiers(
                passport["PassportNumber"], "passport", details: passport["PassportAdditionalInformation"],
                label: "Passport additional information")
        }
        for identifier in person.all("NationalIdentifierDetails", "NationalIdentifier") {
            facts.ukIdentifiers(
                identifier["NationalIdentifierNumber"], "national_id",
                details: identifier["NationalIdentifierAdditionalInformation"],
                label: "National Identifier additional information")
        }
    }
}
