internal import Formats
internal import Vocabulary

/// The consolidated list of the United Nations Security Council.
enum UNXML {
    static let reader = Reader(name: "un-xml", version: 3, kind: .list) { snapshot in
        let list = try XMLList(
            snapshot.content("main"), root: "CONSOLIDATED_LIST", records: ["INDIVIDUAL", "ENTITY"],
            key: .element("DATAID"))
        // It changes every day while the content does not: it dates the publication and is in no entry.
        let generated = list.root.attribute("dateGenerated")
        guard let published = Day(iso: generated.prefix(10)) else {
            throw Fault("bad_day", "dateGenerated is \"\(generated)\", no day")
        }
        list.root.ignoreAttributes("noNamespaceSchemaLocation")
        return try list.reading(published: published) { read($0, &$1) }
    }

    private static func read(_ entry: XMLElement, _ facts: inout Facts) {
        // A version that is 1 in all 7,895 saved entries, the words "UN List", and two keys that are always empty.
        entry.ignore("DATAID", "VERSIONNUM", "LIST_TYPE", "SORT_KEY", "SORT_KEY_LAST_MOD")
        facts.add(.kind, entry.name == "INDIVIDUAL" ? "person" : "organisation")
        let names = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].flatMap { entry.texts($0) }
        facts.add(.name, names.joined(separator: " "), ["primary", "strong", ""])
        for name in entry.texts("NAME_ORIGINAL_SCRIPT") { facts.name(name, "primary", quality: "strong") }
        for part in ["INDIVIDUAL", "ENTITY"] {
            for alias in entry.all("\(part)_ALIAS") { UNFacts.alias(alias, &facts) }
            for address in entry.all("\(part)_ADDRESS") { UNFacts.address(address, &facts) }
        }
        for birth in entry.all("INDIVIDUAL_DATE_OF_BIRTH") { UNFacts.birthDate(birth, &facts) }
        for place in entry.all("INDIVIDUAL_PLACE_OF_BIRTH") { UNFacts.birthPlace(place, &facts) }
        for document in entry.all("INDIVIDUAL_DOCUMENT") { UNFacts.document(document, &facts) }
        for country in entry.all("NATIONALITY", "VALUE") { facts.country(.nationality, country.text) }
        for title in entry.all("TITLE", "VALUE") { facts.add(.title, title.text, ["honorific"]) }
        for title in entry.all("DESIGNATION", "VALUE") { facts.add(.title, title.text) }
        for day in entry.all("LAST_DAY_UPDATED", "VALUE") { facts.add(.updatedOn, UNFacts.day(day.text)) }
        for day in entry.texts("LISTED_ON") { facts.add(.listedOn, UNFacts.day(day)) }
        for name in entry.texts("UN_LIST_TYPE") { facts.add([UNFacts.programme(name)]) }
        for number in entry.texts("REFERENCE_NUMBER") { facts.add(.reference, number) }
        for gender in entry.texts("GENDER") { facts.add(.gender, gender.lowercased()) }
        for comment in entry.texts("COMMENTS1") { facts.remark("", comment) }
        for state in entry.texts("SUBMITTED_BY") { facts.remark("Submitted by", state) }
        for day in entry.texts("SUBMITTED_ON") { facts.remark("Submitted on", day) }
    }
}
