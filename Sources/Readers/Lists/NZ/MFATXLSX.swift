internal import Formats
internal import Vocabulary

/// The Russia Sanctions Register of New Zealand's Ministry of Foreign Affairs and Trade: a workbook with a sheet for each kind
/// of entry, the header at row 11 or so.
///
/// Built from a description of the file; no real file has been read yet.
enum MFATXLSX {
    static let reader = Reader(name: "nz-mfat-xlsx", version: 1, kind: .list) { snapshot in
        try reading(Spreadsheet.sheets(snapshot.required("main")))
    }

    private static let key = "Unique Identifier"
    /// Rows that may stand above a header.
    private static let above = 30

    private static func reading(_ sheets: [Sheet]) throws -> Reading {
        let unread = Leftovers()
        var list = KnownFacts()
        var others: [String] = []
        var isTable = false
        for sheet in sheets where !sheet.rows.isEmpty {
            guard let (header, rows) = sheet.table(having: [key], within: above) else {
                others.append(sheet.name)
                continue
            }
            isTable = true
            for row in rows {
                var cells = SheetRow(row.cells, header: header)
                if cells.isEmpty || isDeleted(&cells) { continue }
                let id = cells.take(key)
                let facts = try facts(&cells, sheet: sheet.name)
                try list.add(id, place: "sheet \(sheet.name), row \(row.number)", facts)
                cells.leave(to: unread)
            }
        }
        guard isTable else {
            throw Fault(
                "wrong_header", "no sheet has the column \(key)",
                remedy: "If the publisher renamed it, the reader must learn it; nothing was changed.")
        }
        var reading = try list.reading(published: nil, unread: unread)
        reading.warnings += others.map { "the sheet \"\($0)\" has no column \(key) and is not read" }
        return reading
    }

    /// What was taken off the register stays in it with a flag.
    private static func isDeleted(_ row: inout SheetRow) -> Bool {
        ["yes", "y", "true", "1", "deleted"].contains(row.take("Record Deleted Flag").lowercased())
    }

    private static func facts(_ row: inout SheetRow, sheet: String) throws -> Facts {
        var facts = Facts()
        let type = row.take("Type", "Record Type", "Category")
        let kind = kind(type.isEmpty ? sheet : type)
        facts.add(.kind, kind ?? "other")
        if kind == nil { facts.remark("Type", type.isEmpty ? sheet : type) }
        let given = [
            row.take("First Name", "First name(s)"), row.take("Middle Name(s)", "Middle Name", "Middle Names"),
        ]
        let family = row.take("Last Name", "Surname", "Family Name")
        let whole = row.take("Name", "Entity Name", "Name of Entity", "Asset Name", "Ship Name", "Vessel Name")
        let parts = (given + [family]).filter { !$0.isEmpty }
        facts.primaryName(whole.isEmpty ? parts.joined(separator: " ") : whole)
        if !whole.isEmpty, !parts.isEmpty { facts.name(parts.joined(separator: " "), "aka") }
        for alias in row.take("Alias(es)", "Aliases", "Alias").split(separator: ";") {
            facts.name(collapsed(alias), "aka")
        }
        facts.add(.title, row.take("Title", "Title(s)"), ["honorific"])
        facts.add(.title, row.take("Position", "Role", "Occupation"))
        facts.birthDate(row.take("Date of Birth", "DOB"))
        facts.add(.birthPlace, row.take("Place of Birth"))
        facts.add(.gender, row.take("Gender", "Sex").lowercased())
        facts.countries(.nationality, row.take("Nationality", "Nationality(ies)"))
        facts.countries(.citizenship, row.take("Citizenship", "Citizenship(s)"))
        let address = row.take("Address", "Address(es)")
        if !address.isEmpty { facts.address([address], country: "") }
        facts.identifier(row.take("Passport Number", "Passport Number(s)"), "passport")
        facts.identifier(row.take("IMO Number", "IMO", "Ship IMO Number"), "imo")
        facts.day(.listedOn, row.take("Date of Sanction"))
        facts.day(.updatedOn, row.take("Last Updated", "Date Updated", "Date of Amendment"))
        for label in ["Sanction Type", "Type of Sanction", "Sanctions", "Sanction Status"] {
            facts.remark(label, row.take(label))
        }
        for label in ["General Rationale for Sanction", "Rationale", "Additional Information", "Notes", "Comments"] {
            try facts.text(label, row.take(label))
        }
        return facts
    }

    private static func kind(_ type: String) -> String? {
        let type = type.lowercased()
        let kinds = [
            ("individual", "person"), ("entit", "organisation"), ("ship", "vessel"), ("vessel", "vessel"),
            ("aircraft", "aircraft"),
        ]
        return kinds.first { type.contains($0.0) }?.1
    }
}
