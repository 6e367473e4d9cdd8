internal import Formats
internal import Vocabulary

/// The tables of reference of the ADVANCED form: what its numbers mean, in the publisher's words.
struct OFACTables: Sendable {
    /// By the table's name and the number: `FeatureTypeValues`, `8`.
    private var words: [String: [String: String]] = [:]
    /// The number of the party's type, by that of its subtype.
    private var partyTypes: [String: String] = [:]

    /// - Parameter sets: the element `ReferenceValueSets`.
    init(_ sets: XMLElement?) throws {
        guard let sets else {
            throw Fault(
                "missing_reference", "the file has no <ReferenceValueSets>, which says what its numbers mean",
                remedy: "If the publisher renamed the element, the reader must learn it.")
        }
        for table in sets.children {
            for value in table.children {
                let number = value.attribute("ID")
                if table.name == "PartySubTypeValues" { partyTypes[number] = value.attribute("PartyTypeID") }
                // The code of an area: its words are in the description.
                let description = value.attribute("Description")
                words[table.name, default: [:]][number] = description.isEmpty ? value.text : description
            }
        }
        // Codes and groups beside the words, and tables that no fact points at.
        sets.ignoreAll()
    }

    /// The words for a number of a table.
    /// - Throws: `missing_reference` where the table lacks it: a number that means nothing is no fact.
    func word(_ table: String, _ number: String) throws -> String {
        guard let word = words[table]?[number] else {
            throw Fault(
                "missing_reference", "number \"\(number)\" is not in <\(table)>",
                remedy: "Fetch it again; if it stays so, its publisher serves a broken file.")
        }
        // The publisher's word for what it does not say.
        return ["Unknown", "undetermined"].contains(word) ? "" : word
    }

    /// `Individual`, `Entity`, `Vessel`, `Aircraft`: the subtype's word, else that of its type.
    func kind(_ subtype: String) throws -> String {
        let word = try word("PartySubTypeValues", subtype)
        return try word.isEmpty ? self.word("PartyTypeValues", partyTypes[subtype] ?? "") : word
    }

    /// Changes with any word.
    func digest() throws -> Int64 {
        let lines = words.flatMap { table, values in values.map { "\(table) \($0.key) \($0.value)" } }
        return try Digest.short(Array((lines.sorted() + partyTypes.map { "\($0) \($1)" }.sorted()).joined().utf8).span)
    }
}
