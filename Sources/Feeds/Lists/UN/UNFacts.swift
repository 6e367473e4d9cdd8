internal import Vocabulary

/// The facts that an element with parts states. What has no field of its own goes with the value, or becomes a remark.
enum UNFacts {
    static func alias(_ alias: UNGroup) -> [Attribute] {
        let name = alias["ALIAS_NAME"]
        guard !name.isEmpty else { return remark("Alias", alias["NOTE"]) }
        // Aliases of people carry a quality, those of organisations a kind.
        let quality = ["Good": "strong", "Low": "weak"][alias["QUALITY"]] ?? ""
        let kind = alias["QUALITY"] == "f.k.a." ? "fka" : "aka"
        var facts = [Attribute(.name, name, [kind, quality, Script.code(of: name)] + present(alias["NOTE"]))]
        let place = alias.joined("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH")
        if !place.isEmpty { facts.append(Attribute(.birthPlace, place, ["as \(name)"])) }
        if !alias["DATE_OF_BIRTH"].isEmpty {
            facts.append(Attribute(.birthDate, day(alias["DATE_OF_BIRTH"]), ["exact", "as \(name)"]))
        }
        return facts
    }

    static func birthDate(_ date: UNGroup) -> [Attribute] {
        let note = present(date["NOTE"])
        let type = ["APPROXIMATELY": "circa", "BETWEEN": "between"][date["TYPE_OF_DATE"]] ?? "exact"
        var values = (date.all("DATE") + date.all("YEAR")).map { day($0) }
        let (from, to) = (date["FROM_YEAR"], date["TO_YEAR"])
        if !from.isEmpty || !to.isEmpty { values.append("\(from)/\(to)") }
        return values.isEmpty
            ? remark("Date of birth", date["NOTE"]) : values.map { Attribute(.birthDate, $0, [type] + note) }
    }

    static func birthPlace(_ place: UNGroup) -> [Attribute] {
        let value = place.joined("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
        return value.isEmpty
            ? remark("Place of birth", place["NOTE"]) : [Attribute(.birthPlace, value, present(place["NOTE"]))]
    }

    static func address(_ address: UNGroup) -> [Attribute] {
        let country = address["COUNTRY"]
        let value = address.joined("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE")
        let code = country.isEmpty ? "" : Countries.codeOrName(country)
        let facts =
            value.isEmpty
            ? remark("Address", address["NOTE"]) : [Attribute(.address, value, [code] + present(address["NOTE"]))]
        return country.isEmpty ? facts : facts + [Countries.fact(.country, country)]
    }

    static func document(_ document: UNGroup) -> [Attribute] {
        let types = document.all("TYPE_OF_DOCUMENT") + document.all("TYPE_OF_DOCUMENT2")
        let countries = document.all("ISSUING_COUNTRY") + document.all("COUNTRY_OF_ISSUE")
        var details: [String] = []
        if let date = document.all("DATE_OF_ISSUE").first { details.append("issued \(day(date))") }
        if let city = document.all("CITY_OF_ISSUE").first { details.append("in \(city)") }
        if countries.count > 1, countries[0] != countries[1] { details.append("in \(countries[1])") }
        details += document.all("NOTE")
        let country = countries.first.map { Countries.codeOrName($0) } ?? ""
        guard !document["NUMBER"].isEmpty else {
            // Some numbers stand in the note or the second type only, between words.
            return remark("Document", (types + countries.prefix(1) + details).joined(separator: "; "))
        }
        let further = (types.dropFirst() + details).joined(separator: "; ")
        let type = types.first.map { documentType($0) } ?? "document"
        return [Attribute(.identifier, document["NUMBER"], [type, country] + present(further))]
    }

    /// `GB` is Guinea-Bissau here, never the United Kingdom.
    static func programme(_ name: String) -> Attribute {
        Attribute(.programme, name, name == "GB" ? ["Guinea-Bissau"] : [])
    }

    /// The day as printed: the zone after some (`2009-07-17-04:00`) is that of the publisher's office.
    static func day(_ text: String) -> String {
        let zone = text.utf8.dropFirst(10)
        guard zone.isEmpty || zone.count == 6 || zone.elementsEqual("Z".utf8) else { return text }
        return Day(iso: text.prefix(10))?.description ?? text
    }

    private static func documentType(_ name: String) -> String {
        switch name.lowercased() {
        case "passport", "numéro de passeport", "número de pasaporte": "passport"
        case "national identification number", "national identification no.": "national_id"
        case let other: other
        }
    }

    private static func present(_ text: String) -> [String] { text.isEmpty ? [] : [text] }

    private static func remark(_ label: String, _ text: String) -> [Attribute] {
        text.isEmpty ? [] : [Attribute(.remark, "\(label): \(text)")]
    }
}
