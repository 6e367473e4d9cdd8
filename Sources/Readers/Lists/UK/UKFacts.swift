internal import Vocabulary

/// What the cells of the UK's lists mean, whoever prints them: OFSI until January 2026, FCDO before and since.
extension Facts {
    mutating func ukKind(_ printed: String) {
        let kinds = ["Individual": "person", "Entity": "organisation", "Ship": "vessel"]
        add(.kind, kinds[printed] ?? "other")
        if kinds[printed] == nil { remark("Type", printed) }
    }

    /// Names are numbered by the publisher, the family name last though its column is the first.
    ///
    /// - Parameter given: Name 1 to Name 5.
    mutating func ukName(_ given: [String], family: String, type: String, strength: String) {
        let value = (given + [family]).filter { !$0.isEmpty }.joined(separator: " ")
        let (type, quality, note) = Facts.ukNameType(type, strength)
        name(value, type, quality: quality, notes: note)
    }

    /// The name in another script. Its script is judged by its letters: the publisher's words for it are misspelt at
    /// times (Cryillic, Cyrilic) and mostly absent.
    ///
    /// - Parameter role: the type and strength of the row, where it is the name's; FCDO's are not: its XML keeps these names
    ///   apart, and in its CSV each stands beside each of the others.
    mutating func ukOtherScript(
        _ value: String, role: (type: String, strength: String)? = nil, script: String, language: String
    ) {
        guard !value.isEmpty else { return remark("Non-Latin script", joined(script, language)) }
        let (type, quality, _) = role.map { Facts.ukNameType($0.type, $0.strength) } ?? ("primary", "", "")
        let isKnown = !Script.code(of: value).isEmpty
        name(value, type, quality: quality, notes: isKnown ? "" : script, language)
    }

    private static func ukNameType(_ type: String, _ strength: String) -> (String, String, String) {
        // `Good quality`, `Low quality a.k.a`
        let qualities = ["good": "strong", "low": "weak", "strong": "strong", "weak": "weak"]
        let quality = qualities[String(strength.lowercased().prefix { $0 != " " })] ?? ""
        switch type.lowercased() {
        case "primary name": return ("primary", quality.isEmpty ? "strong" : quality, "")
        case "primary name variation": return ("aka", quality, "spelling of the primary name")
        case "aka", "alias": return ("aka", quality, "")
        case "fka": return ("fka", quality, "")
        case "nka": return ("nka", quality, "")
        default: return ("aka", quality, type)
        }
    }

    /// - Parameters:
    ///   - titles: Haji, Colonel.
    ///   - positions: what the person does.
    mutating func ukTitles(_ titles: String, positions: String) {
        for title in UKNumbered(titles).texts { add(.title, title, ["honorific"]) }
        for position in UKNumbered(positions).texts { add(.title, position) }
    }

    mutating func ukCountries(_ field: Field, _ cell: String) {
        for name in UKNumbered(cell).texts { country(field, name) }
    }

    /// Towns and countries belong together where both are numbered, or neither is.
    mutating func ukBirthPlace(town: String, country: String) {
        let (towns, countries) = (UKNumbered(town), UKNumbered(country))
        guard towns.isNumbered == countries.isNumbered || towns.parts.isEmpty || countries.parts.isEmpty else {
            for text in towns.texts + countries.texts { add(.birthPlace, text) }
            return
        }
        let numbers = Set((towns.parts + countries.parts).map(\.number)).sorted()
        for number in numbers { add(.birthPlace, joined(towns[number], countries[number])) }
    }

    /// Numbers and what is said of them belong together where they bear the same number.
    mutating func ukIdentifiers(_ numbers: String, _ type: String, details: String, label: String) {
        let (numbers, details) = (UKNumbered(numbers), UKNumbered(details))
        var used: Set<Int> = []
        for part in numbers.parts {
            let note = details[part.number]
            if !note.isEmpty { used.insert(part.number) }
            identifier(part.text, type, country: Facts.ukIssuer(note), notes: note)
        }
        for part in details.parts where !used.contains(part.number) { remark(label, part.text) }
    }

    /// The country that a note on a passport names at its beginning: `Iran number, issued on …`, or `Russia`.
    private static func ukIssuer(_ note: String) -> String {
        let head = note.split(maxSplits: 1, whereSeparator: { ",.".contains($0) }).first.map(String.init) ?? ""
        for end in [" number", " passport", " Number"] where head.hasSuffix(end) {
            let name = String(head.dropLast(end.count))
            return Countries.code(name) == nil ? "" : name
        }
        return Countries.code(head) == nil ? "" : head
    }

    /// `UK|UN`
    mutating func ukSources(_ cell: String) {
        for source in cell.split(separator: "|") { add(.sourceList, collapsed(source)) }
    }

    mutating func ukReferences(_ cell: String, _ publisher: String) {
        for word in cell.split(whereSeparator: { " ,;|".contains($0) }) where word != "and" {
            add(.reference, String(word), [publisher])
        }
    }

    private func joined(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: ", ") }
}
