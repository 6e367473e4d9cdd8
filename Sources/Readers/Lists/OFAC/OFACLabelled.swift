internal import Vocabulary

/// What the publisher's XML keeps in a list of labelled numbers: most are identifiers, others have fields of their own.
enum OFACLabelled {
    static func facts(_ label: String, _ number: String, country: String, dates: String) -> [Attribute] {
        guard !number.isEmpty else {
            let words = [label, country, dates].filter { !$0.isEmpty }
            return [Attribute(.remark, words.joined(separator: "; "))]
        }
        if let facts = OFACDirective.facts(label, number) { return facts }
        switch label {
        case "Gender": return [Attribute(.gender, number.lowercased())]
        case "Website": return [Attribute(.link, number, ["website"])]
        case "Email Address": return [Attribute(.contact, number, ["email"])]
        case "Phone Number": return [Attribute(.contact, number, ["phone"])]
        case "Fax Number": return [Attribute(.contact, number, ["fax"])]
        default: break
        }
        let place = country.isEmpty ? "" : Countries.codeOrName(country)
        let notes = dates.isEmpty ? [] : [dates]
        if label.hasPrefix(OFACIdentifier.walletLabel) {
            // The chain is the publisher's own word and not always right.
            let currency = String(label.dropFirst(OFACIdentifier.walletLabel.count))
            return [Attribute(.identifier, number, ["wallet", currency] + notes)]
        }
        // `IMO 9187629` of a vessel, `IMO 5342883` of a company: the publisher's other formats have it in the label.
        if number.hasPrefix("IMO "), let type = OFACIdentifier.type(ofLabel: "\(label) IMO") {
            return [Attribute(.identifier, String(number.dropFirst(4)), [type, place] + notes)]
        }
        guard let type = OFACIdentifier.type(ofLabel: label) else {
            return [
                Attribute(.remark, ([label, number, country, dates].filter { !$0.isEmpty }).joined(separator: " "))
            ]
        }
        return [Attribute(.identifier, number, [type, place] + notes)]
    }
}
