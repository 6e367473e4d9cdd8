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
            OFACStatement.sanctionsType(word(type), to: &facts)
        }
        for name in entity.all("names", "name") { read(name: name, &facts) }
        for address in entity.all("addresses", "address") { read(address: address, &facts) }
        for feature in entity.all("features", "feature") { read(feature: feature, &facts) }
        for document in entity.all("identityDocuments", "identityDocument") { read(document: document, &facts) }
        for relation in entity.all("relationships", "relationship") {
            relation.ignoreAttributes("id")
            guard let other = relation.first("relatedEntity") else { continue }
            OFACStatement.relation(
                word(relation.first("type")), to: other.text, id: other.attribute("entityId"),
                quality: word(relation.first("quality")), comments: relation.texts("comments"), facts: &facts)
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
        let isWeak = name["isLowQuality"] == "true"
        let alias = word(name.first("aliasType"))
        for form in name.all("translations", "translation") {
            form.ignoreAttributes("id")
            _ = form["isPrimary"]
            let (first, last) = (form["formattedFirstName"], form["formattedLastName"])
            let whole = form["formattedFullName"]
            form.ignore("nameParts")
            let parts = first.isEmpty ? last : last.isEmpty ? first : "\(last), \(first)"
            OFACStatement.name(
                whole.isEmpty ? parts : whole, type: alias, isPrimary: isPrimary, isWeak: isWeak,
                script: word(form.first("script")), to: &facts)
        }
    }

    private static func read(address: XMLElement, _ facts: inout Facts) {
        address.ignoreAttributes("id")
        let country = word(address.first("country"))
        let forms = address.all("translations", "translation")
        for form in forms {
            form.ignoreAttributes("id")
            _ = (form["isPrimary"], word(form.first("script")))
            let parts = form.all("addressParts", "addressPart").map { part in
                part.ignoreAttributes("id")
                return (type: word(part.first("type")), text: part["value"])
            }
            OFACStatement.address(parts, country: country, to: &facts)
        }
        if forms.isEmpty { facts.country(.country, country) }
    }

    private static func read(feature: XMLElement, _ facts: inout Facts) {
        feature.ignoreAttributes("id")
        feature.ignore("versionId", "isPrimary", "valueRefId")
        let label = word(feature.first("type"))
        var (value, isCirca) = (feature["value"], false)
        if OFACStatement.isBirth(label) {
            (value, isCirca) = birth(feature.first("valueDate"), value)
        } else {
            feature.ignore("valueDate")
        }
        OFACStatement.feature(
            label, value, isCirca: isCirca, reliability: word(feature.first("reliability")),
            comments: feature.texts("comments"), to: &facts)
    }

    /// From and to of a day that may be known in part only; the printed value is used where they say nothing.
    private static func birth(_ date: XMLElement?, _ printed: String) -> (value: String, isCirca: Bool) {
        date?.ignoreAttributes("id")
        let from = date?["fromDateBegin"] ?? ""
        let to = [date?["toDateEnd"], date?["toDateBegin"], date?["fromDateEnd"]].compactMap { $0 }.first {
            !$0.isEmpty
        }
        let isRange = date?["isDateRange"] == "true"
        let isCirca = date?["isApproximate"] == "true"
        if PartialDate(printed) != nil || from.isEmpty { return (printed, isCirca) }
        return (isRange ? "\(from)/\(to ?? from)" : from, isCirca)
    }

    private static func read(document: XMLElement, _ facts: inout Facts) {
        document.ignoreAttributes("id")
        _ = document["isValid"]
        // The holder's own name.
        document.ignore("name")
        OFACStatement.document(
            OFACStatement.Document(
                label: word(document.first("type")), number: document["documentNumber"],
                country: word(document.first("issuingCountry")), issued: document["issueDate"],
                expires: document["expirationDate"], authority: word(document.first("issuingAuthority")),
                location: word(document.first("issuingLocation")), comments: document.texts("comments")),
            to: &facts)
    }
}
