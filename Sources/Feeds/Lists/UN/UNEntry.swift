internal import Vocabulary

/// One entry of the list, its elements as published, and the facts they state.
struct UNEntry {
    private var groups: [(name: String, group: UNGroup)] = []

    mutating func add(_ name: String, _ group: UNGroup) { groups.append((name, group)) }

    /// The text of an element without parts, or an empty one.
    func text(_ name: String) -> String { all(name).first?.text ?? "" }

    private func all(_ names: String...) -> [UNGroup] { groups.filter { names.contains($0.name) }.map(\.group) }

    func facts(isPerson: Bool) -> [Attribute] {
        var facts = [Attribute(.kind, isPerson ? "person" : "organisation")]
        let names = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map { text($0) }
        let name = names.filter { !$0.isEmpty }.joined(separator: " ")
        if !name.isEmpty { facts.append(Attribute(.name, name, ["primary", "strong", ""])) }
        for group in all("NAME_ORIGINAL_SCRIPT") where !group.text.isEmpty {
            facts.append(Attribute(.name, group.text, ["primary", "strong", Script.code(of: group.text)]))
        }
        for group in all("INDIVIDUAL_ALIAS", "ENTITY_ALIAS") { facts += UNFacts.alias(group) }
        for group in all("INDIVIDUAL_DATE_OF_BIRTH") { facts += UNFacts.birthDate(group) }
        for group in all("INDIVIDUAL_PLACE_OF_BIRTH") { facts += UNFacts.birthPlace(group) }
        for group in all("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS") { facts += UNFacts.address(group) }
        for group in all("INDIVIDUAL_DOCUMENT") { facts += UNFacts.document(group) }
        for group in all("NATIONALITY") { facts += group.all("VALUE").map { Countries.fact(.nationality, $0) } }
        for group in all("TITLE") { facts += group.all("VALUE").map { Attribute(.title, $0, ["honorific"]) } }
        for group in all("DESIGNATION") { facts += group.all("VALUE").map { Attribute(.title, $0) } }
        for group in all("LAST_DAY_UPDATED") {
            facts += group.all("VALUE").map { Attribute(.updatedOn, UNFacts.day($0)) }
        }
        facts += all("UN_LIST_TYPE").map { UNFacts.programme($0.text) }
        facts += all("REFERENCE_NUMBER").map { Attribute(.reference, $0.text) }
        facts += all("LISTED_ON").map { Attribute(.listedOn, UNFacts.day($0.text)) }
        facts += all("GENDER").map { Attribute(.gender, $0.text.lowercased()) }
        facts += all("COMMENTS1").map { Attribute(.remark, $0.text) }
        facts += all("SUBMITTED_BY").map { Attribute(.remark, "Submitted by: \($0.text)") }
        facts += all("SUBMITTED_ON").map { Attribute(.remark, "Submitted on: \($0.text)") }
        return facts.filter { !$0.value.isEmpty }
    }
}

extension UNEntry {
    static func knows(_ name: String) -> Bool { elements[name] != nil }

    static func knows(_ name: String, _ part: String) -> Bool {
        guard let parts = elements[name] else { return true }
        return parts.contains(part)
    }

    private static let elements: [String: Set<String>] = {
        let place: Set<String> = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"]
        let alias: Set<String> = [
            "ALIAS_NAME", "QUALITY", "NOTE", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "DATE_OF_BIRTH",
        ]
        return [
            "DATAID": [], "FIRST_NAME": [], "SECOND_NAME": [], "THIRD_NAME": [], "FOURTH_NAME": [],
            "NAME_ORIGINAL_SCRIPT": [], "UN_LIST_TYPE": [], "REFERENCE_NUMBER": [], "LISTED_ON": [], "GENDER": [],
            "COMMENTS1": [], "SUBMITTED_BY": [], "SUBMITTED_ON": [],
            "NATIONALITY": ["VALUE"], "TITLE": ["VALUE"], "DESIGNATION": ["VALUE"], "LAST_DAY_UPDATED": ["VALUE"],
            "INDIVIDUAL_ALIAS": alias, "ENTITY_ALIAS": alias,
            "INDIVIDUAL_ADDRESS": place, "ENTITY_ADDRESS": place, "INDIVIDUAL_PLACE_OF_BIRTH": place,
            "INDIVIDUAL_DATE_OF_BIRTH": ["TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"],
            "INDIVIDUAL_DOCUMENT": [
                "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE",
                "CITY_OF_ISSUE", "DATE_OF_ISSUE", "NOTE",
            ],
        ].merging(ignored) { used, _ in used }
    }()

    // A version that is 1 in all 7,895 saved entries, the words "UN List", and two keys that are always empty.
    private static let ignored: [String: Set<String>] = [
        "VERSIONNUM": [], "LIST_TYPE": ["VALUE"], "SORT_KEY": [], "SORT_KEY_LAST_MOD": [],
    ]
}
