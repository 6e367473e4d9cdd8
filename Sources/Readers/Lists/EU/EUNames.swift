internal import Formats
internal import Vocabulary

/// Names in 27 languages, with functions and titles.
enum EUNames {
    /// The publisher marks no name as the first one and shuffles them at every publication: it is the one that was
    /// entered first, by its number, of the strong ones that are English or of no language, else of the strong ones, else
    /// of the weak ones in the same way.
    static func primary(_ names: [XMLElement]) -> String {
        let all = names.filter { !$0.attribute("wholeName").isEmpty }
        let strong = all.filter { isStrong($0) }
        let known = { (name: XMLElement) in ["", "EN"].contains(name.attribute("nameLanguage").uppercased()) }
        let first = [strong.filter(known), strong, all.filter(known), all].first { !$0.isEmpty }?.min {
            rank($0) < rank($1)
        }
        return first?.attribute("wholeName") ?? ""
    }

    private static func rank(_ name: XMLElement) -> (Int, String) {
        (Int(name.attribute("logicalId")) ?? .max, name.attribute("wholeName"))
    }

    static func read(_ name: XMLElement, primary: String, _ facts: inout Facts) {
        // The regulation that added the name, beside the entity's own; and the parts of wholeName, which is all of them
        // in each of the 2,052 names of March 2021 that have parts.
        name.ignore("regulationSummary")
        name.ignoreAttributes("firstName", "middleName", "lastName", "regulationLanguage", "logicalId")
        let remarks = name.remarks
        let whole = name.attribute("wholeName")
        let type = whole == primary ? "primary" : remarks.contains { isFormer($0) } ? "fka" : "aka"
        let notes = [name.attribute("nameLanguage")] + remarks
        facts.add(
            .name, whole,
            [type, isStrong(name) ? "strong" : "weak", Script.code(of: whole)] + notes.filter { !$0.isEmpty })
        if whole.isEmpty { for remark in remarks { facts.remark("Name", remark) } }
        facts.add(.title, name.attribute("function"))
        facts.add(.title, name.attribute("title"), ["honorific"])
        let gender = name.attribute("gender")
        facts.add(.gender, ["M": "male", "F": "female"][gender] ?? gender)
    }

    /// In 2021 every name was strong by its flag, those of which the remark says "low quality a.k.a." included.
    private static func isStrong(_ name: XMLElement) -> Bool {
        name.attribute("strong") != "false"
            && !name.texts("remark").contains { $0.lowercased().hasPrefix("low quality") }
    }

    /// The whole remark: with a name behind it, it tells the former name of the one that it stands with.
    private static func isFormer(_ remark: String) -> Bool {
        ["formerly known as", "f.k.a."].contains(remark.lowercased())
    }
}
