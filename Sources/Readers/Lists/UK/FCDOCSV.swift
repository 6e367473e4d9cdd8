internal import Formats
internal import Vocabulary

/// The UK Sanctions List of the Foreign, Commonwealth and Development Office as CSV: a row per name, address and date.
///
/// Built from the publisher's description; no real file has been read yet.
enum FCDOCSV {
    static let reader = Reader(name: "uk-fcdo-csv", version: 2, kind: .list) { snapshot in
        let list = try CSVList(
            snapshot.required("main"),
            .init(needed: ["Unique ID", "Name 6"] + given, expected: expected, endsLastRow: false),
            keyColumn: "Unique ID",
            repeats: .merge)
        return try list.reading(published: try UKReport.day(list.preamble, label: "Report Date")) { try read($0, &$1) }
    }

    private static func read(_ row: CSVRecord, _ facts: inout Facts) throws {
        row.ignore("Unique ID")
        if row.isNew(name) {
            facts.ukName(
                try given.map { try row[$0] }, family: try row["Name 6"], type: try row["Name type"],
                strength: try row["Alias strength"])
        }
        if row.isNew(otherScript) {
            facts.ukOtherScript(
                try row[otherScript[0]], script: try row[otherScript[1]], language: try row[otherScript[2]])
        }
        try row.once("D.O.B", &facts) { $1.birthDate($0) }
        if row.isNew(address) {
            facts.address(try addressLines.map { try row[$0] }, country: try row["Address Country"])
        }
        try readPerson(row, &facts)
        try readOthers(row, &facts)
        try row.once("Designation Type", &facts) { $1.ukKind($0) }
        try row.once("Regime Name", &facts) { $1.add(.programme, $0) }
        try row.once("Designation source", &facts) { $1.ukSources($0) }
        try row.once("Date Designated", &facts) { $1.day(.listedOn, $0) }
        try row.once("Last Updated", &facts) { $1.day(.updatedOn, $0) }
        try row.once("OFSI Group ID", &facts) { $1.ukReferences($0, "OFSI Group ID") }
        try row.once("UN Reference Number", &facts) { $1.ukReferences($0, "UN") }
        try row.once("Sanctions Imposed", &facts) { printed, facts in
            for measure in printed.split(separator: "|") { facts.add([UKSanctions.facts(collapsed(measure))]) }
        }
        for label in ["Other Information", "UK Statement of Reasons"] {
            try row.once(label, &facts) { try $1.text(label, $0) }
        }
    }

    private static func readPerson(_ row: CSVRecord, _ facts: inout Facts) throws {
        try row.once("Nationality(/ies)", &facts) { $1.ukCountries(.nationality, $0) }
        try row.once("Town of birth", "Country of birth", &facts) { $2.ukBirthPlace(town: $0, country: $1) }
        try row.once("Passport number", "Passport additional information", &facts) {
            $2.ukIdentifiers($0, "passport", details: $1, label: "Passport additional information")
        }
        try row.once("National Identifier number", "National Identifier additional information", &facts) {
            $2.ukIdentifiers($0, "national_id", details: $1, label: "National Identifier additional information")
        }
        try row.once("Title", "Position", &facts) { $2.ukTitles($0, positions: $1) }
        try row.once("Gender", &facts) { $1.add(.gender, $0.lowercased()) }
    }

    private static func readOthers(_ row: CSVRecord, _ facts: inout Facts) throws {
        for part in UKParts.all { try row.once(part.column, &facts) { part.read($0, &$1) } }
    }

    // Those that every description of the layout names; the others are read where they are.
    private static let expected =
        ["Name type", "Regime Name", "Date Designated", "Last Updated", "D.O.B", "Address Country"]
    /// Without them a name would be another one.
    private static let given = (1...5).map { "Name \($0)" }
    private static let name = given + ["Name 6", "Name type", "Alias strength"]
    private static let otherScript =
        ["Name non-latin script", "Non-latin script type", "Non-latin script language"]
    private static let addressLines = (1...6).map { "Address Line \($0)" } + ["Address Postal Code"]
    private static let address = addressLines + ["Address Country"]
}
