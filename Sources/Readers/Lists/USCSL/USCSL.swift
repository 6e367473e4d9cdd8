internal import Formats
internal import Vocabulary

/// The US Consolidated Screening List: lists of the departments of Commerce, State and the Treasury in one CSV.
enum USCSL {
    private static let layout = CSVList.Layout(
        needed: ["_id", "source", "name"],
        expected: [
            "entity_number", "type", "programs", "title", "addresses", "federal_register_notice", "start_date",
            "end_date", "standard_order", "license_requirement", "license_policy", "call_sign", "vessel_type",
            "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "alt_names",
            "citizenships", "dates_of_birth", "nationalities", "places_of_birth", "ids",
        ])

    static let reader = Reader(name: "us-csl-csv", version: 2, kind: .list) { snapshot in
        // An `_id` may stand on several lists, so the list is part of the key. Entry 15268 stands twice on one list, the
        // rows differing in a link only: they say the same.
        let list = try CSVList(snapshot.required("main"), layout, repeats: .conflict) { row in
            let id = try row["_id"]
            return id.isEmpty ? "" : "\(code(ofList: try row["source"])):\(id)"
        }
        return try list.reading { try read($0, &$1) }
    }

    /// `Entity List (EL) - Bureau of Industry and Security` is `EL`.
    static func code(ofList source: String) -> String {
        guard let open = source.firstIndex(of: "("),
            let close = source[open...].firstIndex(of: ")")
        else { return source }
        let words = source[source.index(after: open)..<close].split(separator: " ").filter { $0 != "List" }
        return words.joined(separator: " ")
    }

    private static func read(_ row: CSVRecord, _ facts: inout Facts) throws {
        // The links are short ones to pages of whole lists, not of entries.
        row.ignore("_id", "source_list_url", "source_information_url")
        facts.add(.sourceList, try row["source"])
        facts.add(.kind, kind(try row["type"]))
        facts.name(try row["name"], "primary")
        for alias in try row.list("alt_names") { facts.name(alias, "aka") }
        facts.add(.title, try row["title"])
        for programme in try row.list("programs") { facts.add(.programme, programme) }
        facts.add(.legalBasis, try row["federal_register_notice"])
        facts.day(.listedOn, try row["start_date"])
        facts.day(.validUntil, try row["end_date"])
        for address in try row.list("addresses") { read(address: address, &facts) }
        for birth in try row.list("dates_of_birth") { facts.birthDate(birth) }
        for place in try row.list("places_of_birth") { facts.add(.birthPlace, place) }
        for country in try row.list("nationalities") { facts.country(.nationality, country) }
        for country in try row.list("citizenships") { facts.country(.citizenship, country) }
        for item in try row.list("ids") { read(identifier: item, &facts) }
        facts.add(.reference, try row["entity_number"])
        facts.add(.callSign, try row["call_sign"])
        facts.add(.vesselType, try row["vessel_type"])
        facts.add(.tonnage, try row["gross_tonnage"])
        facts.add(.grossTonnage, try row["gross_registered_tonnage"])
        facts.country(.flag, try row["vessel_flag"])
        facts.add(.owner, try row["vessel_owner"])
        facts.remark("", try row["remarks"])
        facts.remark("Standard order", try row["standard_order"])
        facts.remark("License requirement", try row["license_requirement"])
        facts.remark("License policy", try row["license_policy"])
    }

    /// The lists of Commerce and State do not tell people from organisations: unknown rather than guessed.
    private static func kind(_ type: String) -> String {
        switch type {
        case "Individual": "person"
        case "Entity": "organisation"
        case "Vessel": "vessel"
        case "Aircraft": "aircraft"
        default: "other"
        }
    }

    /// `21/F Tower C, Beijing, CN`: the country's code stands last, or alone.
    private static func read(address: String, _ facts: inout Facts) {
        let last = collapsedPieces(address).last ?? ""
        guard isCode(last) else { return facts.add(.address, address, [""]) }
        facts.add(.country, last)
        if last != address { facts.add(.address, String(address.dropLast(last.utf8.count + 2)), [last]) }
    }

    /// `RU, 1027700167110, Registration Number`: a country, where there is one, the number, and OFAC's label.
    private static func read(identifier item: String, _ facts: inout Facts) {
        var pieces = collapsedPieces(item)
        guard pieces.count > 1, let label = pieces.popLast() else { return facts.remark("", item) }
        let country = pieces.count > 1 && isCode(pieces[0]) ? pieces.removeFirst() : ""
        facts.add(OFACLabelled.facts(label, pieces.joined(separator: ", "), country: country, dates: ""))
    }

    private static func collapsedPieces(_ text: String) -> [String] {
        text.split(separator: ",").map { collapsed($0) }.filter { !$0.isEmpty }
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
    }
}
