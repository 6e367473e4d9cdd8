internal import Formats
internal import Vocabulary

/// An entity of the enhanced form: general information, lists, programmes, names, addresses, features, documents.
enum OFACEntity {
    static func read(_ entity: XMLElement, _ facts: inout Facts) {
        entity.ignoreAttributes("id")
        if let general = entity.first("generalInfo") {
            general.ignore("identityId")
            facts.add(.kind, OFACFacts.kind(word(general.first("entityType"))))
            facts.add(.title, general["title"])
            facts.remark("", general["remarks"])
        }
        for list in entity.all("sanctionsLists", "sanctionsList") {
            let name = word(list)
            facts.add(.sourceList, name)
            facts.day(.listedOn, String(list.attribute("datePublished").prefix(10)), [name])
        }
        for programme in entity.all("sanctionsPrograms", "sanctionsProgram") { facts.add(.programme, word(programme)) }
        for authority in entity.all("legalAuthorities", "legalAuthority") { facts.add(.legalBasis, word(authority)) }
        for type in entity.all("sanctionsTypes", "sanctionsType") {
            let name = word(type)
            if name == "Block" {
                facts.add(.restriction, "block", [name])
            } else {
                facts.remark("Sanctions type", name)
            }
        }
        for name in entity.all("names", "name") { read(name: name, &facts) }
        for address in entity.all("addresses", "address") { read(address: address, &facts) }
        for feature in entity.all("features", "feature") { read(feature: feature, &facts) }
        for document in entity.all("identityDocuments", "identityDocument") { read(document: document, &facts) }
        for relation in entity.all("relationships", "relationship") {
            relation.ignoreAttributes("id")
            guard let other = relation.first("relatedEntity") else { continue }
            let quality = word(relation.first("quality"))
            facts.add(
                .link, other.text,
                [word(relation.first("type")), other.attribute("entityId")]
                    + (quality.isEmpty ? [] : ["quality \(quality)"]) + relation.texts("comments").sorted())
        }
    }

    /// A word that stands in the dictionary too, with its reference.
    private static func word(_ element: XMLElement?) -> String {
        element?.ignoreAttributes("refId", "id", "featureTypeId", "nameId", "nameTranslationId")
        return element?.text ?? ""
    }

    private static func read(name: XMLElement, _ facts: inout Facts) {
        name.ignoreAttributes("id")
        let isPrimary = name["isPrimary"] == "true"
        let quality = name["isLowQuality"] == "true" ? "weak" : "strong"
        let alias = word(name.first("aliasType")).filter { $0 != "." }.lowercased()
        for form in name.all("translations", "translation") {
            form.ignoreAttributes("id")
            _ = form["isPrimary"]
            let (first, last) = (form["formattedFirstName"], form["formattedLastName"])
            let whole = form["formattedFullName"]
            form.ignore("nameParts")
            let parts = first.isEmpty ? last : last.isEmpty ? first : "\(last), \(first)"
            let type = isPrimary ? "primary" : ["fka", "nka"].contains(alias) ? alias : "aka"
            facts.name(whole.isEmpty ? parts : whole, type, quality: quality, notes: word(form.first("script")))
        }
    }

    private static func read(address: XMLElement, _ facts: inout Facts) {
        address.ignoreAttributes("id")
        let country = word(address.first("country"))
        let forms = address.all("translations", "translation")
        for form in forms {
            form.ignoreAttributes("id")
            _ = (form["isPrimary"], word(form.first("script")))
            let lines = form.all("addressParts", "addressPart").map { part in
                part.ignoreAttributes("id")
                return (place: order.firstIndex(of: word(part.first("type"))) ?? order.count, text: part["value"])
            }
            facts.address(lines.sorted { ($0.place, $0.text) < ($1.place, $1.text) }.map(\.text), country: country)
        }
        if forms.isEmpty { facts.country(.country, country) }
    }

    /// How the parts of an address follow one another: the publisher prints them in any order.
    private static let order = ["ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE", "REGION"]

    private static func read(feature: XMLElement, _ facts: inout Facts) {
        feature.ignoreAttributes("id")
        feature.ignore("versionId", "isPrimary", "valueRefId")
        let (label, value) = (word(feature.first("type")), feature["value"])
        let reliability = word(feature.first("reliability"))
        let notes = ([reliability] + feature.texts("comments").sorted()).filter { !$0.isEmpty }
        switch label {
        case "Birthdate", "Date of Birth":
            birth(feature.first("valueDate"), value, &facts)
            for note in notes.dropFirst(reliability.isEmpty ? 0 : 1) { facts.remark("Date of birth", note) }
        case "Place of Birth": facts.add(.birthPlace, value, notes)
        case "Nationality Country", "Nationality": facts.country(.nationality, value)
        case "Citizenship Country", "Citizenship": facts.country(.citizenship, value)
        default:
            feature.ignore("valueDate")
            facts.add(OFACLabelled.facts(label, value, country: "", dates: notes.joined(separator: "; ")))
        }
    }

    /// From and to of a day that may be known in part only; the printed value is used where they say nothing.
    private static func birth(_ date: XMLElement?, _ printed: String, _ facts: inout Facts) {
        date?.ignoreAttributes("id")
        let from = date?["fromDateBegin"] ?? ""
        let to = [date?["toDateEnd"], date?["toDateBegin"], date?["fromDateEnd"]].compactMap { $0 }.first {
            !$0.isEmpty
        }
        let isRange = date?["isDateRange"] == "true"
        let isCirca = date?["isApproximate"] == "true"
        if PartialDate(printed) != nil || from.isEmpty {
            return facts.birthDate(printed, circa: isCirca)
        }
        facts.birthDate(isRange ? "\(from)/\(to ?? from)" : from, circa: isCirca)
    }

    private static func read(document: XMLElement, _ facts: inout Facts) {
        document.ignoreAttributes("id")
        let label = word(document.first("type"))
        _ = document["isValid"]
        // The holder's own name.
        document.ignore("name")
        let dates =
            [("issued", document["issueDate"]), ("expires", document["expirationDate"])]
            .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
            + [
                ("issued by", word(document.first("issuingAuthority"))),
                ("in", word(document.first("issuingLocation"))),
            ]
            .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" } + document.texts("comments").sorted()
        facts.add(
            OFACLabelled.facts(
                label, document["documentNumber"], country: word(document.first("issuingCountry")),
                dates: dates.joined(separator: "; ")))
    }
}
