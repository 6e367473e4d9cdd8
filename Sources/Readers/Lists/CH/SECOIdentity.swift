internal import Formats
internal import Vocabulary

/// One identity of an entry: names in parts, births, nationalities, documents. The main one has the primary name.
enum SECOIdentity {
    static func read(_ identity: XMLElement, _ book: SECOBook, _ facts: inout Facts) {
        identity.ignoreAttributes("ssid")
        let isMain = identity.attribute("main") != "false"
        for name in identity.all("name") { read(name: name, isMain: isMain, &facts) }
        for date in identity.all("day-month-year") { read(date: date, &facts) }
        for place in identity.all("place-of-birth") {
            place.ignoreAttributes("ssid", "quality")
            let found = book.places[place.attribute("place-id")]
            facts.add(.birthPlace, found?.text ?? "", place.remarks)
            if found == nil { facts.remark("Place of birth", place.attribute("place-id")) }
        }
        for nationality in identity.all("nationality") {
            nationality.ignoreAttributes("ssid")
            let country = nationality.first("country")
            facts.country(.nationality, code: country?.attribute("iso-code") ?? "", name: country?.text ?? "")
            for remark in nationality.remarks { facts.remark("Nationality", remark) }
        }
        for document in identity.all("identification-document") { read(document: document, book, &facts) }
        addresses(identity, book, &facts)
    }

    static func addresses(_ element: XMLElement, _ book: SECOBook, _ facts: inout Facts) {
        for address in element.all("address") {
            address.ignoreAttributes("ssid", "main", "quality")
            let place = book.places[address.attribute("place-id")]
            let lines =
                [address["address-details"], address["c-o"], address["p-o-box"], address["zip-code"]]
                + (place?.parts ?? [])
            let value = lines.filter { !$0.isEmpty }.joined(separator: ", ")
            let remarks = (address.texts("remarks") + address.texts("remark")).sorted()
            facts.add(.address, value, [place?.code ?? ""] + remarks)
            if value.isEmpty { for remark in remarks { facts.remark("Address", remark) } }
            if let place { facts.country(.country, code: place.code, name: place.country) }
        }
    }

    private static func read(name: XMLElement, isMain: Bool, _ facts: inout Facts) {
        name.ignoreAttributes("ssid", "lang")
        let type = name.attribute("name-type")
        let kind = ["primary-name": isMain ? "primary" : "aka", "formerly-known-as": "fka"][type] ?? "aka"
        // Low, good; nothing for most.
        let quality =
            ["low": "weak", "good": "strong"][name.attribute("quality")] ?? (kind == "primary" ? "strong" : "")
        // Parts come with their place in the name, and not always in that order.
        let parts = name.all("name-part").map { part -> (order: Int, text: String, variants: [XMLElement]) in
            part.ignoreAttributes("ssid", "name-part-type")
            return (Int(part.attribute("order")) ?? 0, part["value"], part.all("spelling-variant"))
        }
        let inOrder = parts.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element)
        facts.name(inOrder.map(\.text).filter { !$0.isEmpty }.joined(separator: " "), kind, quality: quality)
        // A name in another spelling is spelled part by part, in a language and script: parts without one keep theirs.
        let variants = inOrder.map { part in
            part.variants.map { variant in
                variant.ignoreAttributes("spelling-variant-type")
                return (way: "\(variant.attribute("script")) \(variant.attribute("lang"))", text: variant.text)
            }
        }
        for way in Set(variants.joined().map(\.way)).sorted() {
            let spellings = inOrder.indices.map { part in
                let own = variants[part].filter { $0.way == way }.map(\.text).uniqued().sorted()
                return own.isEmpty ? [inOrder[part].text] : own
            }
            for whole in combined(spellings) {
                facts.name(whole, "aka", quality: quality, notes: "spelling variant")
            }
        }
    }

    /// Each part in each of its spellings; a part with very many is not multiplied by the others.
    private static func combined(_ spellings: [[String]]) -> [String] {
        guard spellings.reduce(1, { $0 * $1.count }) <= 64 else {
            return spellings.indices.flatMap { part in
                spellings[part].map { own in
                    joined(spellings.indices.map { $0 == part ? own : spellings[$0][0] })
                }
            }
        }
        return spellings.reduce([[]]) { whole, part in whole.flatMap { words in part.map { words + [$0] } } }.map(
            joined)
    }

    private static func joined(_ words: [String]) -> String { words.filter { !$0.isEmpty }.joined(separator: " ") }

    private static func read(date: XMLElement, _ facts: inout Facts) {
        // How sure the publisher is of it, in a word that it does not explain.
        date.ignoreAttributes("ssid", "quality")
        let (year, month, day) = (date.attribute("year"), date.attribute("month"), date.attribute("day"))
        let calendar = date.attribute("calendar")
        let parts = [year, Int(month).map { padded($0, 2) } ?? month, Int(day).map { padded($0, 2) } ?? day]
        let printed = parts.filter { !$0.isEmpty }.joined(separator: "-")
        guard calendar.isEmpty || calendar.lowercased() == "gregorian" else {
            return facts.remark("Date of birth", "\(printed) (\(calendar))")
        }
        facts.birthDate(printed)
    }

    private static func read(document: XMLElement, _ book: SECOBook, _ facts: inout Facts) {
        document.ignoreAttributes("ssid")
        let type = document.attribute("document-type")
        let issuer = document.first("issuer")
        let (code, country) = (issuer?.attribute("code") ?? "", issuer?.text ?? "")
        let place = book.places[document.attribute("place-id")]?.text ?? ""
        var notes = [("issued ", document["date-of-issue"]), ("expires ", document["expiry-date"]), ("in ", place)]
            .filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }
        notes += document.remarks
        let issuerName = code.isEmpty ? (country.isEmpty ? "" : Countries.codeOrName(country)) : code
        let number = document["number"]
        guard !number.isEmpty else {
            return facts.remark(
                "Document", ([type, issuerName] + notes).filter { !$0.isEmpty }.joined(separator: "; "))
        }
        facts.add(.identifier, number, [types[type] ?? type, issuerName] + notes)
    }

    private static let types = [
        "passport": "passport", "id-card": "national_id", "diplomatic-passport": "diplomatic_passport",
        "driving-license": "driving_licence", "driving-permit": "driving_licence",
        "residence-permit": "residence_permit",
    ]
}
