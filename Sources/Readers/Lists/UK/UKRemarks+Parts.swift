internal import Vocabulary

extension UKRemarks {
    /// `(1) OGRN: 1027739609391 (2) INN - 7702070139`; a number without a word for its kind is a registration.
    static func registrations(_ cell: String, _ facts: inout Facts) {
        for text in UKNumbered(cell).texts {
            let taxWords = ["TIN", "INN", "Tax ID", "Tax Identification", "VAT", "UNP"]
            let kind = taxWords.contains { text.hasPrefix($0) } ? "tax" : "registration"
            let split = text.utf8.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }
            if let split, text[..<split].utf8.allSatisfy({ $0 == 32 || ($0 | 0x20) &- 97 < 26 }) {
                let number = collapsed(text[text.utf8.index(after: split)...])
                facts.identifier(number, kind, notes: collapsed(text[..<split]))
            } else {
                facts.identifier(text, kind)
            }
        }
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
