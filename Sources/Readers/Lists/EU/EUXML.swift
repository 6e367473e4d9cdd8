internal import Formats
internal import Vocabulary

/// The consolidated list of the European Union's financial sanctions (FSF), XML 1.1.
///
/// An entity stands in the list once for each programme it is listed under (21 of 2,248 in March 2021, each under AFG and
/// TAQA, with other names): its facts are those of all its records.
enum EUXML {
    static let reader = Reader(name: "eu-fsf-xml", version: 2, kind: .list) { snapshot in
        let list = try XMLList(
            snapshot.content("main"), root: "export", records: ["sanctionEntity"],
            key: .attribute("euReferenceNumber", or: "logicalId"), repeats: .oncePer(.programme))
        let generated = list.root.attribute("generationDate")
        // The day as printed: the zone behind it is that of the publisher's office.
        guard let published = Day(iso: generated.prefix(10)) else {
            throw Fault("bad_day", "generationDate is \"\(generated)\", no day")
        }
        // Another number for each file.
        list.root.ignoreAttributes("globalFileId")
        return try list.reading(published: published) { read($0, &$1) }
    }

    private static func read(_ entity: XMLElement, _ facts: inout Facts) {
        entity.ignoreAttributes("euReferenceNumber", "logicalId")
        if let type = entity.first("subjectType") { read(type: type, &facts) }
        facts.add(.reference, entity.attribute("unitedNationId"), ["United Nations"])
        facts.day(.listedOn, entity.attribute("designationDate"))
        facts.remark("Designation", entity.attribute("designationDetails"))
        for remark in entity.texts("remark") { facts.remark("", remark) }
        for regulation in entity.all("regulation") { read(regulation: regulation, &facts) }
        let names = entity.all("nameAlias")
        let primary = EUNames.primary(names)
        for name in names { EUNames.read(name, primary: primary, &facts) }
        for birth in entity.all("birthdate") { EUFacts.birth(birth, &facts) }
        for address in entity.all("address") { EUFacts.address(address, &facts) }
        for document in entity.all("identification") { EUFacts.identifier(document, &facts) }
        for citizenship in entity.all("citizenship") { EUFacts.citizenship(citizenship, &facts) }
    }

    private static func read(type: XMLElement, _ facts: inout Facts) {
        // P and E: the code again.
        type.ignoreAttributes("classificationCode")
        let code = type.attribute("code")
        let kinds = ["person": "person", "enterprise": "organisation", "vessel": "vessel", "ship": "vessel"]
        facts.add(.kind, kinds[code.lowercased()] ?? "other")
        if kinds[code.lowercased()] == nil { facts.remark("Subject type", code) }
    }

    /// The regulation that the listing rests on today, mostly the last to amend it: its dates are not the listing's.
    private static func read(regulation: XMLElement, _ facts: inout Facts) {
        regulation.ignoreAttributes("logicalId")
        facts.add(.programme, regulation.attribute("programme"))
        let dates = [
            ("published", regulation.attribute("publicationDate")),
            ("in force", regulation.attribute("entryIntoForceDate")),
        ]
        facts.add(
            .legalBasis, regulation.attribute("numberTitle"),
            [regulation.attribute("regulationType"), regulation.attribute("organisationType")]
                + dates.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" })
        for link in regulation.texts("publicationUrl") { facts.add(.link, link, ["legal basis"]) }
    }
}
