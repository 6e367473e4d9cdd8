internal import Vocabulary

extension UKRemarks {
    /// `(1) OGRN: 1027739609391 (2) INN - 7702070139`, `Russia TIN - 8602060555`, `1037739635890 (Russia)`; a number without a
    /// word for its kind is a registration. A hyphen without blanks is inside the number: `BY-190950894`.
    static func registrations(_ cell: String, _ facts: inout Facts) {
        for text in UKNumbered(cell).texts {
            var (label, number) = labelled(text)
            let words = label.split { !$0.isLetter }.map(String.init)
            var country = words.lazy.compactMap { Countries.codeOfCountryOrPeople($0) }.first ?? ""
            if number.hasSuffix(")"), let open = number.lastIndex(of: "(") {
                let inside = collapsed(number[number.index(after: open)...].dropLast())
                if let code = Countries.codeOfCountryOrPeople(inside), open > number.startIndex {
                    (country, number) = (code, collapsed(number[..<open]))
                }
            }
            let kind = taxWords.isDisjoint(with: words.map { $0.uppercased() }) ? "registration" : "tax"
            facts.identifier(number, kind, country: country, notes: label)
        }
    }

    private static let taxWords: Set = ["TIN", "INN", "TAX", "TAXPAYER", "VAT", "UNP"]

    /// What stands before a colon, or a hyphen between blanks, and behind it; no label where it holds a digit.
    private static func labelled(_ text: String) -> (label: String, number: String) {
        let words = Array(text)
        for (index, character) in words.enumerated() {
            if character.isNumber { break }
            let isBlank = { (place: Int) in words.indices.contains(place) && words[place] == " " }
            guard character == ":" || "-–".contains(character) && (isBlank(index - 1) || isBlank(index + 1)) else {
                continue
            }
            let number = collapsed(String(words[(index + 1)...]))
            if !number.isEmpty { return (collapsed(String(words[..<index])), number) }
        }
        return ("", text)
    }

    private static let labels = [
        "UK Sanctions List Ref", "UN Ref", "UK Statement of Reasons", "Gender", "IMO number",
        "Hull identification number", "HIN", "Business Reg No", "Type of ship", "Type of vessel", "Type of entity",
        "Tonnage of ship", "Tonnage", "Length of ship", "Length", "Year built", "Flag of ship", "Previous flags",
        "Current owners", "Current owner/operator", "Previous owners", "Previous owner/operator", "Parent company",
        "Subsidiaries", "Website", "Email address", "Phone number", "Fax", "Tel", "Further Identifiying Information",
        "Further Identifying Information",
    ].map { (name: $0, mark: Array("(\($0)):".utf8)) }

    /// The label of each part, empty before the first, with its text.
    static func parts(_ cell: String) -> [(label: String, text: String)] {
        let bytes = Array(cell.utf8)
        var parts: [(String, String)] = []
        var (label, start, position) = ("", 0, 0)
        func close(at end: Int) {
            let text = collapsed(String(decoding: bytes[start..<end], as: UTF8.self))
            if !text.isEmpty { parts.append((label, text)) }
        }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "("), position + 1 < bytes.count,
                (65...90).contains(bytes[position + 1]),
                let known = labels.first(where: { bytes[position...].starts(with: $0.mark) })
            {
                close(at: position)
                label = known.name
                position += known.mark.count
                start = position
            } else {
                position += 1
            }
        }
        close(at: bytes.count)
        return parts
    }
}
