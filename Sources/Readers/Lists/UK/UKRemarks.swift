internal import Vocabulary

/// OFSI's `Other Information`: parts with labels, `(UK Sanctions List Ref):GHR0086. … (Gender):Male`.
///
/// Counted in the file of April 2025 (4,686 entries): every label below occurs; `(United States of America):` occurs too
/// but stands within a sentence, so only known labels part the text.
enum UKRemarks {
    static func read(_ cell: String, _ facts: inout Facts) throws {
        for part in parts(cell) { try read(part.label, part.text, &facts) }
    }

    private static func read(_ label: String, _ text: String, _ facts: inout Facts) throws {
        switch label {
        case "UK Sanctions List Ref": try reference(text, "UK Sanctions List", &facts)
        case "UN Ref": try reference(text, "UN", &facts)
        case "Gender": facts.add(.gender, text.lowercased())
        case "IMO number": for number in UKNumbered(text).texts { facts.identifier(number, "imo") }
        case "Hull identification number", "HIN":
            for number in UKNumbered(text).texts { facts.identifier(number, "hin") }
        case "Business Reg No": UKRemarks.registrations(text, &facts)
        case "Type of ship", "Type of vessel": facts.add(.vesselType, text)
        case "Tonnage of ship", "Tonnage": facts.add(.tonnage, text)
        case "Flag of ship":
            facts.country(.flag, text)
            if Countries.code(text) != nil { facts.country(.country, text) }
        case "Current owners", "Current owner/operator":
            for owner in UKNumbered(text).texts { facts.add(.owner, owner) }
        case "Website": for site in UKNumbered(text).texts { facts.add(.link, site, ["website"]) }
        case "Email address", "Phone number", "Fax", "Tel":
            let kind = ["Email address": "email", "Fax": "fax"][label] ?? "phone"
            for contact in UKNumbered(text).texts { facts.add(.contact, contact, [kind]) }
        default: try facts.text(label, text)
        }
    }

    /// `RUS1831. Financial sanctions imposed in addition …`: the number, or two, then words.
    private static func reference(_ text: String, _ publisher: String, _ facts: inout Facts) throws {
        let words = text.split(separator: " ")
        var count = 0
        for word in words {
            let bare = word.last == "." ? word.dropLast() : word
            if word == "and", count > 0 {
                count += 1
                continue
            }
            guard isReference(bare) else { break }
            facts.add(.reference, String(bare), [publisher])
            count += 1
        }
        let rest = words.dropFirst(count).joined(separator: " ")
        try facts.text("Other Information", rest)
        restrictions(rest, &facts)
    }

    /// `GHR0086`, `QDi.017`
    private static func isReference(_ word: Substring) -> Bool {
        let bytes = Array(word.utf8)
        return bytes.count >= 6 && bytes.count <= 8 && bytes.suffix(3).allSatisfy { (48...57).contains($0) }
            && (65...90).contains(bytes[0])
            && bytes.dropLast(3).allSatisfy { (65...90).contains($0 & 0xDF) || $0 == 46 || (48...57).contains($0) }
    }

    private static func restrictions(_ text: String, _ facts: inout Facts) {
        guard let mark = range(of: "in addition to an asset freeze", in: text) else { return }
        facts.add([UKSanctions.facts("Asset freeze")])
        facts.add(UKSanctions.named(in: text[mark...]).map { UKSanctions.facts($0) })
    }

    private static func range(of words: String, in text: String) -> String.Index? {
        let (bytes, pattern) = (Array(text.utf8), Array(words.utf8))
        guard bytes.count >= pattern.count else { return nil }
        for start in 0...bytes.count - pattern.count
        where bytes[start] == pattern[0] && bytes[start...].starts(with: pattern) {
            return text.utf8.index(text.startIndex, offsetBy: start + pattern.count)
        }
        return nil
    }
}
