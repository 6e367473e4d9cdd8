internal import Vocabulary

/// The facts of one entry while a reader collects them: what is empty is left out, the forms are the same on every list.
struct Facts {
    private var all: [Attribute] = []
    private var seen: Set<[String]> = []

    /// In the order in which they are compared, each once, numbers in the form that they have on every list.
    var sorted: [Attribute] {
        let kind = all.first { $0.field == .kind }?.value
        return sortedUnique(all.flatMap { NormalIdentifier.facts($0, kind: kind) })
    }

    var hasName: Bool { all.contains { $0.field == .name } }

    /// Whether these words are the first of their kind: an entry printed in many rows repeats most of them in each.
    mutating func isNew(_ words: [String]) -> Bool { seen.insert(words).inserted }

    mutating func add(_ field: Field, _ value: String, _ qualifiers: [String] = []) {
        if !value.isEmpty { all.append(Attribute(field, value, qualifiers)) }
    }

    mutating func add(_ attributes: [Attribute]) { all += attributes.filter { !$0.value.isEmpty } }

    /// - Parameters:
    ///   - type: primary, aka, fka, nka.
    ///   - quality: strong or weak; empty where the publisher does not say.
    mutating func name(_ value: String, _ type: String, quality: String = "", notes: String...) {
        add(.name, value, [type, quality, Script.code(of: value)] + notes.filter { !$0.isEmpty })
    }

    /// The name that the publisher prints first.
    mutating func primaryName(_ value: String) { name(value, "primary", quality: "strong") }

    /// A country by the publisher's name for it, or for its people where that is what is meant.
    mutating func country(_ field: Field, _ name: String) {
        if !name.isEmpty { all.append(Countries.fact(field, name)) }
    }

    /// Countries of a cell that may hold several, `Russia, Ukraine`, `Russian and Ukrainian`: told apart where each part
    /// is one country's.
    mutating func countries(_ field: Field, _ cell: String) {
        for name in Countries.parts(cell, of: field) { country(field, name) }
    }

    /// A country by its code, with the publisher's own name for it.
    mutating func country(_ field: Field, code: String, name: String) {
        guard code.utf8.count == 2, code != "00" else { return country(field, name) }
        add(field, code.uppercased(), name.isEmpty ? [] : [name])
    }

    /// An address of lines that may be empty, and its country by name.
    mutating func address(_ lines: [String], country name: String, notes: String...) {
        let value = lines.filter { !$0.isEmpty }.joined(separator: ", ")
        let code = name.isEmpty ? "" : Countries.codeOrName(name)
        add(.address, value, [code] + notes.filter { !$0.isEmpty })
        country(.country, name)
    }

    /// - Parameter type: passport, national_id, tax, imo, mmsi, wallet, registration …
    mutating func identifier(_ value: String, _ type: String, country name: String = "", notes: String...) {
        add(
            .identifier, value,
            [type, name.isEmpty ? "" : Countries.codeOrName(name)] + notes.filter { !$0.isEmpty })
    }

    /// A date of birth as printed, or several; what is no date goes into the remarks, so that nothing is lost or guessed.
    mutating func birthDate(_ printed: String, circa: Bool = false, notes: String...) {
        guard !printed.isEmpty else { return }
        guard let dates = PrintedDates.all(printed) else { return remark("Date of birth", printed) }
        for (date, note) in dates {
            let precision = circa || date.isCirca ? "circa" : date.isRange ? "between" : "exact"
            let words = date.isLoose ? [printed] : []
            add(.birthDate, date.text, [precision] + (notes + [note] + words).filter { !$0.isEmpty })
        }
    }

    /// A day as printed, as ISO where it can be read.
    mutating func day(_ field: Field, _ printed: String, _ qualifiers: [String] = []) {
        guard !printed.isEmpty else { return }
        guard let date = PartialDate(printed), date.isDay else { return remark(field.rawValue, printed) }
        add(field, date.text, qualifiers)
    }

    /// What has no field of its own, with the publisher's label.
    mutating func remark(_ label: String, _ value: String) {
        if !value.isEmpty { add(.remark, label.isEmpty ? value : "\(label): \(value)") }
    }
}
