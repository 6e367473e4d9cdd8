internal import Formats
internal import Vocabulary

/// What an entry of the Swiss list states.
enum SECOFacts {
    static func read(_ target: XMLElement, _ book: SECOBook, _ facts: inout Facts) {
        target.ignoreAttributes("ssid")
        let history = SECOHistory(target)
        facts.day(.listedOn, history.listed)
        facts.day(.updatedOn, history.amended)
        // Two places for each of them: the description and the files of other readers differ.
        for set in [target.attribute("sanctions-set-id")] + target.texts("sanctions-set-id") {
            programme(set, book, &facts)
        }
        for reference in [target.attribute("foreign-identifier")] + target.texts("foreign-identifier") {
            facts.add(.reference, reference)
        }
        for (name, kind) in [("individual", "person"), ("entity", "organisation"), ("object", "other")] {
            for subject in target.all(name) { read(subject, kind, book, &facts) }
        }
    }

    private static func programme(_ number: String, _ book: SECOBook, _ facts: inout Facts) {
        guard !number.isEmpty else { return }
        guard let programme = book.programmes[number] else {
            return facts.remark("Sanctions set", "\(number), which the list does not have")
        }
        facts.add(.programme, programme.key.isEmpty ? programme.name : programme.key, [programme.origin])
        facts.add(.legalBasis, programme.name, [programme.set].filter { !$0.isEmpty })
    }

    private static func read(_ subject: XMLElement, _ kind: String, _ book: SECOBook, _ facts: inout Facts) {
        subject.ignoreAttributes("ssid")
        let type = subject.attribute("object-type")
        facts.add(.kind, ["vessel": "vessel", "aircraft": "aircraft"][type] ?? kind)
        if kind == "other", !["vessel", "aircraft", ""].contains(type) { facts.remark("Object type", type) }
        facts.add(.gender, subject.attribute("sex"))
        for identity in subject.all("identity") { SECOIdentity.read(identity, book, &facts) }
        // Addresses of organisations stand beside their identities, those of people inside.
        SECOIdentity.addresses(subject, book, &facts)
        for text in subject.all("justification") {
            text.ignoreAttributes("ssid")
            facts.remark("Justification", text.text)
        }
        for text in subject.all("other-information") {
            text.ignoreAttributes("ssid")
            facts.remark("", text.text)
        }
        for relation in subject.all("relation") {
            relation.ignoreAttributes("ssid")
            facts.add(
                .link, relation.attribute("target-id"),
                [relation.attribute("relation-type"), relation["remark"], relation.text].filter { !$0.isEmpty })
        }
        for attribute in subject.all("generic-attribute") {
            attribute.ignoreAttributes("ssid")
            let name = attribute.attribute("name")
            if name.lowercased().contains("imo") {
                facts.identifier(attribute.text, "imo")
            } else {
                facts.remark(name, attribute.text)
            }
        }
    }
}
