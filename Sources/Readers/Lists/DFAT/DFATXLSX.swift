internal import Formats
internal import Vocabulary

/// The Consolidated List of Australia's Department of Foreign Affairs and Trade: a workbook, a row per name.
///
/// In two layouts: twelve columns until 2025, and since with a column for the strength of aliases and for what is imposed.
enum DFATXLSX {
    static let reader = Reader(name: "au-dfat-xlsx", version: 2, kind: .list) { snapshot in
        let sheet = try Spreadsheet(snapshot.required("main"))
        let list = try CSVList(try csv(sheet), .init(needed: [reference, name], expected: expected), repeats: .merge) {
            try key($0)
        }
        return try list.reading { try read($0, &$1) }
    }

    private static let reference = "Reference"
    private static let name = "Name of Individual or Entity"
    private static let expected = [
        "Type", "Name Type", "Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information",
        "Listing Information", "Committees", "Control Date",
    ]

    /// The sheet as the list of rows that it is, each on the line of its number.
    private static func csv(_ sheet: Spreadsheet) throws -> [UInt8] {
        let width = sheet.rows.map(\.cells.count).max() ?? 0
        guard sheet.rows.count * width < 10_000_000 else {
            throw Fault("too_large", "\(sheet.rows.count) rows of \(width) columns are no list of names")
        }
        var (bytes, line): ([UInt8], Int) = ([], 1)
        for row in sheet.rows {
            bytes += [UInt8](repeating: 10, count: row.number - line)
            line = row.number + 1
            for column in 0..<width {
                if column > 0 { bytes.append(44) }
                bytes.append(34)
                let cell = column < row.cells.count ? collapsed(row.cells[column]) : ""
                for byte in cell.utf8 { bytes += byte == 34 ? [34, 34] : [byte] }
                bytes.append(34)
            }
            bytes.append(10)
        }
        return bytes
    }

    /// The aliases of entry 101 are called 101a, 101b. A row with neither reference nor name says nothing.
    private static func key(_ row: CSVRecord) throws -> String? {
        let printed = try row[reference]
        if printed.isEmpty, try row[name].isEmpty { return nil }
        return String(printed.prefix { $0.isNumber })
    }

    private static func read(_ row: CSVRecord, _ facts: inout Facts) throws {
        row.ignore(reference)
        let type = try row["Name Type"]
        let types = [
            "primary name": "primary", "original script": "primary", "aka": "aka", "a.k.a.": "aka", "alias": "aka",
            "fka": "fka", "f.k.a.": "fka", "formerly known as": "fka", "previously listed as": "fka", "nka": "nka",
        ]
        let known = types[type.lowercased()]
        let strength = try [row["Alias Strength"], row["alias_strength"]].joined().lowercased()
        let quality = ["strong", "weak"].contains(strength) ? strength : known == "primary" ? "strong" : ""
        facts.name(
            try row[name], known ?? "aka", quality: quality, notes: known == nil ? type : "",
            quality == strength ? "" : strength)
        try row.once("Type", &facts) { printed, facts in
            // Rows of aliases may leave it out.
            guard !printed.isEmpty else { return }
            let kinds = ["individual": "person", "entity": "organisation", "vessel": "vessel"]
            facts.add(.kind, kinds[printed.lowercased()] ?? "other")
            if kinds[printed.lowercased()] == nil { facts.remark("Type", printed) }
        }
        try row.once("Date of Birth", &facts) { for date in said($0) { $1.birthDate(date) } }
        try row.once("Place of Birth", &facts) { for place in said($0) { $1.add(.birthPlace, place) } }
        try row.once("Citizenship", &facts) { for name in said($0) { $1.countries(.citizenship, name) } }
        try row.once("Address", &facts) { for text in said($0) { address(text, &$1) } }
        try row.once("IMO Number", &facts) { $1.identifier($0, "imo") }
        try row.once("Committees", &facts) { $1.add(.programme, $0) }
        try row.once("Instrument of Designation", &facts) { $1.add(.legalBasis, $0) }
        try row.once("Control Date", &facts) { $1.day(.updatedOn, $0) }
        try row.once("Additional Information", &facts) { information, facts in
            for number in references(atHeadOf: information) { facts.add(.reference, number, ["UN"]) }
            try facts.text("Additional Information", information)
        }
        try row.once("Listing Information", &facts) { $1.remark("Listing Information", $0) }
        for (label, restriction) in restrictions {
            try row.once(label, &facts) { printed, facts in
                switch printed.lowercased() {
                case "yes", "y", "true", "1": facts.add(.restriction, restriction, [label])
                case "no", "n", "false", "0", "n/a": break
                default: facts.remark(label, printed)
                }
            }
        }
    }

    private static let restrictions = [
        ("Targeted Financial Sanction", "block"), ("Travel Ban", "travel"), ("Arms Embargo", "arms"),
        ("Maritime Restriction", "other"),
    ]

    /// The values of a cell; `NA` stands where there is none.
    private static func said(_ cell: String) -> [String] {
        DFATLettered.parts(cell).filter { !["na", "n/a", "not available", "unknown", "-"].contains($0.lowercased()) }
    }

    /// `TAi.002`, `QDe.115, QDe.116`, perhaps behind a word for what they are; references further on are others'.
    private static func references(atHeadOf text: String) -> [String] {
        var found: [String] = []
        for word in text.split(whereSeparator: { " ,;:()".contains($0) }).prefix(12) {
            let bare = word.hasSuffix(".") ? word.dropLast() : word
            if isReference(bare) {
                found.append(String(bare))
            } else if !found.isEmpty
                || !["un", "permanent", "reference", "ref", "no", "number", "and"].contains(bare.lowercased())
            {
                break
            }
        }
        return found
    }

    /// `TAi.002`
    private static func isReference(_ word: Substring) -> Bool {
        let bytes = Array(word.utf8)
        return bytes.count == 7 && bytes[..<2].allSatisfy { (65...90).contains($0) }
            && [UInt8(ascii: "i"), UInt8(ascii: "e")].contains(bytes[2]) && bytes[3] == UInt8(ascii: ".")
            && bytes[4...].allSatisfy { (48...57).contains($0) }
    }

    /// The country stands last, if it stands there at all.
    private static func address(_ text: String, _ facts: inout Facts) {
        let last = text.split(separator: ",").last.map { collapsed($0) } ?? ""
        let isCountry = Countries.code(last) != nil
        facts.add(.address, text, [isCountry ? Countries.codeOrName(last) : ""])
        if isCountry { facts.country(.country, last) }
    }
}
