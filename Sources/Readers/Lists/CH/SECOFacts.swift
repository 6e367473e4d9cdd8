internal import Formats
internal import Vocabulary

/// What an entry of the Swiss list states.
enum SECOFacts {
    /// - Parameter day: of the list.
    static func read(_ target: XMLElement, _ book: SECOBook, on day: Day, _ facts: inout Facts) throws {
        target.ignoreAttributes("ssid")
        let history = SECOHistory(target, on: day.description)
        if let end = Day(iso: history.ends) { facts.add(.validUntil, (end + -1).description) }
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
            for subject in target.all(name) { try read(subject, kind, book, &facts) }
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

    private static func read(_ subject: XMLElement, _ kind: String, _ book: SECOBook, _ facts: inout Facts) throws {
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
            try facts.text("Justification", text.text)
        }
        for text in subject.all("other-information") {
            text.ignoreAttributes("ssid")
            try facts.text("", text.text)
            for number in imoNumbers(text.text) { facts.identifier(number, "imo") }
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
    /// `IMO Number: 8405270`: the numbers of seven digits that stand behind the word, up to the next word.
    private static func imoNumbers(_ text: String) -> [String] {
        var (numbers, isBehind): ([String], Bool) = ([], false)
        for word in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) }) {
            let isNumber = word.utf8.allSatisfy { (48...57).contains($0) }
            if isBehind, isNumber, word.utf8.count == 7 {
                numbers.append(String(word))
            } else if word.hasPrefix("IMO") {
                isBehind = true
                if word.utf8.count == 10 { numbers.append(String(word.dropFirst(3))) }
            } else if !["number", "no", "nr", "and"].contains(word.lowercased()) {
                isBehind = false
            }
        }
        return numbers
    }
}
