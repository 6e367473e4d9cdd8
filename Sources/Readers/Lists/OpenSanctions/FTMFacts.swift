internal import Vocabulary

/// What a target states by itself.
enum FTMFacts {
    static func read(_ record: FTMRecord, _ facts: inout Facts) {
        let entity = record.entity
        facts.add(.kind, OpenSanctions.kind(entity.schema))
        names(record, &facts)
        for date in record["birthDate"] { facts.birthDate(date) }
        for date in record["deathDate"] {
            if let day = PartialDate(date) { facts.add(.deathDate, day.text) } else { facts.remark("Died", date) }
        }
        for (name, field) in plain { for value in record[name] { facts.add(field, value) } }
        for (name, field) in countries {
            for code in record[name] { facts.add(field, OpenSanctions.country(code)) }
        }
        for address in record["address"] { facts.add(.address, address, [""]) }
        for (name, type, note) in numbers {
            for number in record[name] { facts.identifier(number, type, notes: note) }
        }
        wallets(record, &facts)
        let isCraft = ["vessel", "aircraft"].contains(OpenSanctions.kind(entity.schema))
        for type in record["type"] { if isCraft { facts.add(.vesselType, type) } else { facts.remark("Type", type) } }
        for (name, label) in remarks { for value in record[name] { facts.remark(label, value) } }
        for dataset in entity.datasets { facts.add(.sourceList, dataset) }
        for id in entity.referents where id != entity.id { facts.add(.reference, id, ["merged"]) }
        facts.day(.updatedOn, OpenSanctions.day(entity.lastChange))
        // Parts of names that stand whole beside them, and references that were followed.
        record.ignore(["firstName", "secondName", "middleName", "lastName", "nameSuffix", "addressEntity"])
    }

    /// The caption is one of the names, chosen by the publisher: where it is none of them, the first in the order of the
    /// alphabet is primary.
    private static func names(_ record: FTMRecord, _ facts: inout Facts) {
        let (caption, names) = (collapsed(record.entity.caption), record["name"])
        let primary = names.isEmpty || names.contains(caption) ? caption : names[0]
        facts.name(primary, "primary")
        for name in names where name != primary { facts.name(name, "aka") }
        for name in record.all(["alias", "abbreviation"]) { facts.name(name, "aka") }
        for name in record["weakAlias"] { facts.name(name, "aka", quality: "weak") }
        for name in record["previousName"] { facts.name(name, "fka") }
    }

    /// A wallet's key, with its currency where it has just one.
    static func wallets(_ record: FTMRecord, _ facts: inout Facts) {
        let currencies = record["currency"]
        let currency = currencies.count == 1 ? currencies[0] : ""
        for key in record["publicKey"] { facts.add(.identifier, key, ["wallet", currency]) }
        if currencies.count != 1 { for currency in currencies { facts.remark("Currency", currency) } }
    }

    private static let plain: [(String, Field)] = [
        ("position", .title), ("title", .title), ("birthPlace", .birthPlace), ("gender", .gender),
        ("program", .programme), ("programId", .programme), ("callSign", .callSign), ("tonnage", .tonnage),
        ("grossRegisteredTonnage", .grossTonnage), ("website", .link), ("sourceUrl", .link),
        ("wikipediaUrl", .link), ("email", .contact), ("phone", .contact),
    ]

    private static let countries: [(String, Field)] = [
        ("nationality", .nationality), ("citizenship", .citizenship), ("country", .country),
        ("mainCountry", .country), ("jurisdiction", .country), ("flag", .flag),
    ]

    /// Property, type, and the publisher's narrower word where the type is a wide one.
    private static let numbers: [(String, String, String)] = [
        ("imoNumber", "imo", ""), ("mmsi", "mmsi", ""), ("passportNumber", "passport", ""),
        ("idNumber", "national_id", ""), ("socialSecurityNumber", "national_id", "social security"),
        ("taxNumber", "tax", ""), ("innCode", "tax", "INN"), ("vatCode", "tax", "VAT"),
        ("registrationNumber", "registration", ""), ("ogrnCode", "registration", "OGRN"),
        ("swiftBic", "bic", ""), ("leiCode", "lei", ""), ("dunsCode", "duns", ""),
        ("kppCode", "other", "KPP"), ("okpoCode", "other", "OKPO"), ("uscCode", "registration", "USCC"),
        ("uniqueEntityId", "other", "UEI"), ("wikidataId", "other", "Wikidata"), ("isin", "isin", ""),
        ("ticker", "other", "ticker"), ("serialNumber", "aircraft_msn", ""),
    ]

    private static let remarks: [(String, String)] = [
        ("topics", "Topics"), ("notes", ""), ("summary", "Summary"), ("description", "Description"),
        ("keywords", "Keywords"), ("birthCountry", "Country of birth"), ("fatherName", "Father's name"),
        ("motherName", "Mother's name"), ("ethnicity", "Ethnicity"), ("religion", "Religion"),
        ("political", "Political"), ("education", "Education"), ("legalForm", "Legal form"), ("status", "Status"),
        ("sector", "Sector"), ("classification", "Classification"), ("incorporationDate", "Incorporated"),
        ("dissolutionDate", "Dissolved"), ("pastFlags", "Past flag"), ("model", "Model"), ("buildDate", "Built"),
        ("deadweightTonnage", "Deadweight tonnage"), ("createdAt", "Created"), ("modifiedAt", "Modified"),
        ("holder", "Holder"),
    ]
}
