internal import Formats
internal import Vocabulary

/// The Consolidated List of the UK's Office of Financial Sanctions Implementation, retired on 2026-01-28: the list of
/// every earlier day is in this layout.
enum OFSICSV {
    static let reader = Reader(name: "uk-ofsi-csv", version: 2, kind: .list) { snapshot in
        let list = try CSVList(
            snapshot.required("main"),
            .init(needed: ["Name 6", "Group ID"] + (1...5).map { "Name \($0)" }, expected: expected),
            keyColumn: "Group ID", repeats: .merge)
        return try list.reading(published: try UKReport.day(list.preamble, label: "Last Updated")) { try read($0, &$1) }
    }

    private static func read(_ row: CSVRecord, _ facts: inout Facts) throws {
        row.ignore("Group ID")
        let (type, quality) = (try row["Alias Type"], try row["Alias Quality"])
        facts.ukName(
            try (1...5).map { try row["Name \($0)"] }, family: try row["Name 6"], type: type, strength: quality)
        facts.ukOtherScript(
            try row["Name Non-Latin Script"], role: (type, quality), script: try row["Non-Latin Script Type"],
            language: try row["Non-Latin Script Language"])
        facts.birthDate(try row["DOB"])
        facts.address(
            try (1...6).map { try row["Address \($0)"] } + [row["Post/Zip Code"]], country: try row["Country"])
        // An entry has up to 400 rows, of names, addresses and dates of birth with one another: what follows stands in
        // all of them alike.
        try row.once("Group Type", &facts) { $1.ukKind($0) }
        try row.once("Nationality", &facts) { $1.ukCountries(.nationality, $0) }
        try row.once("Town of Birth", "Country of Birth", &facts) { $2.ukBirthPlace(town: $0, country: $1) }
        try row.once("Passport Number", "Passport Details", &facts) {
            $2.ukIdentifiers($0, "passport", details: $1, label: "Passport Details")
        }
        try row.once("National Identification Number", "National Identification Details", &facts) {
            $2.ukIdentifiers($0, "national_id", details: $1, label: "National Identification Details")
        }
        try row.once("Title", "Position", &facts) { $2.ukTitles($0, positions: $1) }
        try row.once("Regime", &facts) { $1.add(.programme, $0) }
        try row.once("Listed On", "UK Sanctions List Date Designated", &facts) { listed, designated, facts in
            facts.day(.listedOn, listed)
            if listed != designated { facts.day(.listedOn, designated, ["UK Sanctions List"]) }
        }
        try row.once("Last Updated", &facts) { $1.day(.updatedOn, $0) }
        try row.once("Other Information", &facts) { try UKRemarks.read($0, &$1) }
    }

    private static let expected =
        ["Title", "Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language", "DOB"]
        + (1...6).map { "Address \($0)" } + [
            "Town of Birth", "Country of Birth", "Nationality", "Passport Number", "Passport Details",
            "National Identification Number", "National Identification Details", "Position", "Post/Zip Code", "Country",
            "Other Information", "Group Type", "Alias Type", "Alias Quality", "Regime", "Listed On",
            "UK Sanctions List Date Designated", "Last Updated",
        ]
}
