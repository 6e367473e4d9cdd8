internal import Vocabulary

/// What stands on lines of its own about a target: sanctions, addresses, papers, wallets.
enum FTMJoined {
    static func read(_ record: FTMRecord, _ facts: inout Facts) {
        record.ignore(["entity", "holder"])
        switch record.entity.schema {
        case "Sanction": sanction(record, &facts)
        case "Address": address(record, &facts)
        case "Passport", "Identification": paper(record, &facts)
        case "CryptoWallet":
            FTMFacts.wallets(record, &facts)
            // Those of the wallet's own entry, where it is a target itself.
            record.ignore(["topics"])
        default: break
        }
    }

    private static func sanction(_ record: FTMRecord, _ facts: inout Facts) {
        for programme in record.all(["program", "programId"]) { facts.add(.programme, programme) }
        for day in record["listingDate"] { facts.day(.listedOn, day) }
        for day in record["endDate"] { facts.day(.validUntil, day) }
        for number in record.all(["authorityId", "unscId", "recordId"]) { facts.add(.reference, number) }
        for link in record.all(["sourceUrl", "programUrl"]) { facts.add(.link, link) }
        for country in record["country"] { facts.remark("Country of the authority", OpenSanctions.country(country)) }
        for (name, label) in [
            // An office, not the law that it acts under. What is forbidden stands in free words.
            ("authority", "Authority"), ("provisions", "Provisions"), ("reason", "Reason"), ("status", "Status"),
            ("startDate", "In force from"), ("duration", "Duration"), ("date", "Date"), ("summary", "Summary"),
            ("description", "Description"), ("publisher", "Publisher"), ("modifiedAt", "Modified"),
        ] {
            for value in record[name] { facts.remark(label, value) }
        }
    }

    private static func address(_ record: FTMRecord, _ facts: inout Facts) {
        let whole = record["full"]
        let parts = record.all([
            "remarks", "postOfficeBox", "street", "street2", "street3", "city", "postalCode", "region", "state",
        ])
        let countries = record["country"].map { OpenSanctions.country($0) }
        let code = countries.count == 1 ? countries[0] : ""
        for text in whole.isEmpty ? [parts.joined(separator: ", ")] : whole { facts.add(.address, text, [code]) }
        for country in countries { facts.add(.country, country) }
    }

    private static func paper(_ record: FTMRecord, _ facts: inout Facts) {
        let types = record["type"]
        let type = record.entity.schema == "Passport" ? "passport" : kind(ofPaper: types.first ?? "")
        let countries = record["country"].map { OpenSanctions.country($0) }
        let notes =
            types + record["startDate"].map { "issued \($0)" } + record["endDate"].map { "expires \($0)" }
            + record.all(["authority", "summary", "description"])
        for number in record["number"] {
            facts.add(.identifier, number, [type, countries.count == 1 ? countries[0] : ""] + notes)
        }
        if record["number"].isEmpty {
            facts.remark("Document", ([type] + countries + notes).joined(separator: "; "))
        }
    }

    /// Papers that are no passports by schema come with the lists' own words.
    private static func kind(ofPaper words: String) -> String {
        let words = words.lowercased()
        return words.contains("passport")
            ? "passport"
            : ["national", "identity", "id card"].contains { words.contains($0) } ? "national_id" : "other"
    }
}
