internal import Vocabulary

/// What OFAC's two whole forms in XML, ENHANCED and ADVANCED, say of an entry, in the words that both have for it. The two
/// give one entity, fact for fact, because both end here.
enum OFACStatement {
    /// - Parameter type: `A.K.A.`, `F.K.A.`, `N.K.A.`.
    static func name(
        _ whole: String, type: String, isPrimary: Bool, isWeak: Bool, script: String, to facts: inout Facts
    ) {
        let alias = type.filter { $0 != "." }.lowercased()
        facts.name(
            whole, isPrimary ? "primary" : ["fka", "nka"].contains(alias) ? alias : "aka",
            quality: isWeak ? "weak" : "strong", notes: script)
    }

    /// - Parameter parts: each with its type, `CITY`, in any order.
    static func address(_ parts: [(type: String, text: String)], country: String, to facts: inout Facts) {
        let lines = parts.map { (place: order.firstIndex(of: $0.type) ?? order.count, text: $0.text) }
        facts.address(lines.sorted { ($0.place, $0.text) < ($1.place, $1.text) }.map(\.text), country: country)
    }

    /// How the parts of an address follow one another: the publisher prints them in any order.
    private static let order = ["ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE", "REGION"]

    /// `Block`, `Reject`, `13662 Sectoral Directive 1`: what the publisher's other words forbid is not guessed.
    static func sanctionsType(_ name: String, to facts: inout Facts) {
        if name == "Block" {
            facts.add(.restriction, "block", [name])
        } else {
            facts.remark("Sanctions type", name)
        }
    }

    static func isBirth(_ label: String) -> Bool { ["Birthdate", "Date of Birth"].contains(label) }

    /// A feature: what is labelled and has a value.
    /// - Parameters:
    ///   - isCirca: of a date of birth.
    ///   - reliability: `Confirmed`; empty where the publisher does not say.
    static func feature(
        _ label: String, _ value: String, isCirca: Bool = false, reliability: String, comments: [String],
        to facts: inout Facts
    ) {
        let comments = comments.sorted()
        let notes = ([reliability] + comments).filter { !$0.isEmpty }
        switch label {
        case _ where isBirth(label):
            facts.birthDate(value, circa: isCirca)
            for comment in comments { facts.remark("Date of birth", comment) }
        case "Place of Birth": facts.add(.birthPlace, value, notes)
        case "Title": facts.add(.title, value, notes)
        case "Nationality Country", "Nationality": facts.country(.nationality, value)
        case "Citizenship Country", "Citizenship": facts.country(.citizenship, value)
        case _ where label.lowercased().hasPrefix("vessel ") && vessel(label.lowercased(), value, &facts): break
        default: facts.add(OFACLabelled.facts(label, value, country: "", dates: notes.joined(separator: "; ")))
        }
    }

    /// What the CSV set has in columns of its own; false where the label is about something else.
    private static func vessel(_ label: String, _ value: String, _ facts: inout Facts) -> Bool {
        switch label {
        case "vessel call sign": facts.add(.callSign, value)
        case "vessel type": facts.add(.vesselType, value)
        case "vessel tonnage": facts.add(.tonnage, value)
        case "vessel gross registered tonnage", "vessel gross tonnage": facts.add(.grossTonnage, value)
        case "vessel owner": facts.add(.owner, value)
        case "vessel flag":
            facts.country(.flag, value)
            if Countries.code(value) != nil { facts.country(.country, value) }
        default: return false
        }
        return true
    }

    /// What is printed of a document beside its number. Empty texts say nothing.
    struct Document {
        var label: String
        var number: String
        var country: String
        var issued = ""
        var expires = ""
        var authority = ""
        var location = ""
        var comments: [String] = []
    }

    static func document(_ document: Document, to facts: inout Facts) {
        let notes = [
            ("issued", document.issued), ("expires", document.expires), ("issued by", document.authority),
            ("in", document.location),
        ]
        let dates = notes.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" } + document.comments.sorted()
        facts.add(
            OFACLabelled.facts(
                document.label, document.number, country: document.country, dates: dates.joined(separator: "; ")))
    }

    /// - Parameter quality: `High`; empty where the publisher does not say.
    static func relation(
        _ type: String, to name: String, id: String, quality: String, comments: [String], facts: inout Facts
    ) {
        facts.add(.link, name, [type, id] + (quality.isEmpty ? [] : ["quality \(quality)"]) + comments.sorted())
    }
}
