internal import Vocabulary

/// The facts that the columns of each file state.
enum OFACFacts {
    /// The publisher writes nothing as `-0- `, with the blank.
    static func isNull(_ column: String) -> Bool {
        let text = collapsed(column)
        return text.isEmpty || text == "-0-"
    }

    /// SDN: ent_num, name, type, programmes, title, call sign, vessel type, tonnage, gross tonnage, flag, owner, remarks.
    static func main(_ columns: [String]) -> [Attribute] {
        var facts = [Attribute(.kind, kind(columns[2]))]
        add(.name, columns[1], ["primary", "strong", ""], to: &facts)
        for programme in programmes(columns[3]) { facts.append(Attribute(.programme, programme)) }
        let fields: [Field] = [.title, .callSign, .vesselType, .tonnage, .grossTonnage]
        for (field, column) in zip(fields, columns[4...]) { add(field, column, to: &facts) }
        if let flag = value(columns[9]) {
            facts.append(Countries.fact(.flag, flag))
            // "None Identified" and its like are flags without a country.
            if Countries.code(flag) != nil { facts.append(Countries.fact(.country, flag)) }
        }
        add(.owner, columns[10], to: &facts)
        return facts + OFACRemark(columns[11]).items.flatMap(OFACItem.facts)
    }

    /// ADD: ent_num, add_num, street, city with province and postal code, country, remarks.
    static func address(_ columns: [String]) -> [Attribute] {
        var facts: [Attribute] = []
        let country = value(columns[4])
        let lines = [columns[2], columns[3]].compactMap { value($0) }
        if !lines.isEmpty {
            facts.append(
                Attribute(.address, lines.joined(separator: ", "), [country.map { Countries.codeOrName($0) } ?? ""]))
        }
        if let country { facts.append(Countries.fact(.country, country)) }
        add(.remark, columns[5], to: &facts)
        return facts
    }

    /// ALT: ent_num, alt_num, type, name, remarks. It has no weak aliases: those stand in the remarks of SDN.
    static func alias(_ columns: [String]) -> [Attribute] {
        var facts: [Attribute] = []
        add(.name, columns[3], [value(columns[2]) ?? "aka", "strong", ""], to: &facts)
        add(.remark, columns[4], to: &facts)
        return facts
    }

    /// The publisher's word for what an entry is: none is an organisation in the CSV set, `Entity` in XML.
    static func kind(_ word: String) -> String {
        switch value(word)?.lowercased() {
        case nil, "entity"?: "organisation"
        case "individual"?: "person"
        case let type?: ["vessel", "aircraft"].contains(type) ? type : "other"
        }
    }

    /// `SDGT] [IFSR` are two: the outer brackets are lost in the publisher's export.
    private static func programmes(_ column: String) -> [String] {
        (value(column) ?? "").split { $0 == "[" || $0 == "]" }.map { collapsed($0) }.filter { !$0.isEmpty }
    }

    private static func value(_ column: String) -> String? { isNull(column) ? nil : collapsed(column) }

    private static func add(
        _ field: Field, _ column: String, _ qualifiers: [String] = [], to facts: inout [Attribute]
    ) {
        if let value = value(column) { facts.append(Attribute(field, value, qualifiers)) }
    }
}
