internal import Formats
internal import Vocabulary

/// The national terrorism list of the Netherlands (Nationale sanctielijst terrorisme): an OpenDocument spreadsheet, a row per person
/// or organisation, with Dutch or English columns.
///
/// Built from a description of the file; no real file has been read yet.
enum TerrorismODS {
    static let reader = Reader(name: "nl-terrorism-ods", version: 1, kind: .list) { snapshot in
        try reading(OpenDocument.sheets(snapshot.required("main")))
    }

    private static func reading(_ sheets: [Sheet]) throws -> Reading {
        let unread = Leftovers()
        var list = KnownFacts()
        var isTable = false
        for sheet in sheets {
            for family in ["Achternaam", "Surname", "Naam", "Name"] {
                guard let (header, rows) = sheet.table(having: [family], within: 20) else { continue }
                isTable = true
                for row in rows {
                    var cells = SheetRow(row.cells, header: header)
                    if cells.isEmpty { continue }
                    let place = "sheet \(sheet.name), row \(row.number)"
                    let (id, facts) = try entry(&cells, family: family)
                    try list.add(id, place: place, facts)
                    cells.leave(to: unread)
                }
                break
            }
        }
        guard isTable else {
            throw Fault(
                "wrong_header", "no sheet has the column Achternaam or Surname",
                remedy: "If the publisher renamed it, the reader must learn it; nothing was changed.")
        }
        return try list.reading(published: nil, unread: unread)
    }

    /// The publisher numbers nobody: who is meant is told by name and date of birth.
    private static func entry(_ row: inout SheetRow, family: String) throws -> (id: String, facts: Facts) {
        var facts = Facts()
        let surname = row.take(family)
        let given = row.take("Voornaam", "Voornamen", "Voornaam/-namen", "Voornaam(en)", "First name", "First name(s)")
        let born = row.take("Geboortedatum", "Date of birth")
        let decided = row.take(
            "Datum besluit", "Datum aanwijzingsbesluit", "Datum ministerieel besluit", "Date of decision",
            "Date of ministerial decision")
        facts.add(.kind, given.isEmpty && born.isEmpty ? "organisation" : "person")
        facts.primaryName([given, surname].filter { !$0.isEmpty }.joined(separator: " "))
        for alias in row.take("Alias", "Aliassen", "Aliases").split(separator: ";") {
            facts.name(collapsed(alias), "aka")
        }
        facts.birthDate(born)
        facts.add(.birthPlace, row.take("Geboorteplaats", "Place of birth"))
        facts.day(.listedOn, decided)
        facts.add(
            .link,
            row.take(
                "Link bekendmaking", "Link officiële bekendmaking", "Bekendmaking", "Link official notification"))
        for label in ["Opmerkingen", "Remarks"] { try facts.text(label, row.take(label)) }
        let id = [surname, given, born].filter { !$0.isEmpty }.joined(separator: ", ").lowercased()
        return (id, facts)
    }
}
