internal import Formats
internal import Vocabulary

/// The facts that an element with parts states. What has no field of its own goes with the value, or becomes a remark.
enum UNFacts {
    static func alias(_ alias: XMLElement, _ facts: inout Facts) {
        let name = alias.first(of: "ALIAS_NAME")
        let quality = alias.first(of: "QUALITY")
        if name.isEmpty {
            facts.remark("Alias", alias.first(of: "NOTE"))
        } else {
            // Aliases of people carry a quality, those of organisations a kind.
            facts.name(
                name, quality == "f.k.a." ? "fka" : "aka", quality: ["Good": "strong", "Low": "weak"][quality] ?? "",
                notes: alias.first(of: "NOTE"))
        }
        // The file of 2024-09-21 has 155 dates of birth in aliases of which the name is empty.
        let note = name.isEmpty ? "as an alias without a name" : "as \(name)"
        facts.add(.birthPlace, alias.joined("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"), [note])
        facts.add(.birthDate, day(alias.first(of: "DATE_OF_BIRTH")), ["exact", note])
    }

    static func birthDate(_ date: XMLElement, _ facts: inout Facts) {
        let note = date.first(of: "NOTE")
        let type = ["APPROXIMATELY": "circa", "BETWEEN": "between"][date.first(of: "TYPE_OF_DATE")] ?? "exact"
        var values = (date.texts("DATE") + date.texts("YEAR")).map { day($0) }
        let (from, to) = (date.first(of: "FROM_YEAR"), date.first(of: "TO_YEAR"))
        if !from.isEmpty || !to.isEmpty { values.append("\(from)/\(to)") }
        if values.isEmpty { facts.remark("Date of birth", note) }
        for value in values { facts.add(.birthDate, value, [type] + present(note)) }
    }

    static func birthPlace(_ place: XMLElement, _ facts: inout Facts) {
        let value = place.joined("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
        let note = place.first(of: "NOTE")
        if value.isEmpty { facts.remark("Place of birth", note) }
        facts.add(.birthPlace, value, present(note))
    }

    static func address(_ address: XMLElement, _ facts: inout Facts) {
        let (country, note) = (address.first(of: "COUNTRY"), address.first(of: "NOTE"))
        let value = address.joined("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE")
        if value.isEmpty { facts.remark("Address", note) }
        facts.address([value], country: country, notes: note)
    }

    static func document(_ document: XMLElement, _ facts: inout Facts) {
        let types = document.texts("TYPE_OF_DOCUMENT") + document.texts("TYPE_OF_DOCUMENT2")
        let countries = document.texts("ISSUING_COUNTRY") + document.texts("COUNTRY_OF_ISSUE")
        let number = document.first(of: "NUMBER")
        var details: [String] = []
        if let date = document.texts("DATE_OF_ISSUE").first { details.append("issued \(day(date))") }
        if let city = document.texts("CITY_OF_ISSUE").first { details.append("in \(city)") }
        if countries.count > 1, countries[0] != countries[1] { details.append("in \(countries[1])") }
        details += document.texts("NOTE")
        guard !number.isEmpty else {
            // Some numbers stand in the note or the second type only, between words.
            return facts.remark(
                "Document", (types + countries.prefix(1) + details).joined(separator: "; "))
        }
        facts.identifier(
            number, types.first.map { documentType($0) } ?? "document", country: countries.first ?? "",
            notes: (types.dropFirst() + details).joined(separator: "; "))
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
}

extension XMLElement {
    /// The first text of that name that says something: the list is full of empty elements.
    fileprivate func first(of name: String) -> String { texts(name).first ?? "" }

    /// The named parts that say something, in the order asked for.
    fileprivate func joined(_ names: String...) -> String {
        names.map { first(of: $0) }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
