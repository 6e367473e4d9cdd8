internal import Formats
internal import Vocabulary

/// The vessels of Annex XLII to Regulation (EU) No 833/2014 (Article 3s), as the Danish Maritime Authority prints them: the
/// EU's consolidated list has none of them. A row per vessel.
///
/// Built from a description of the file; no real file has been read yet.
enum EUVesselsCSV {
    static let reader = Reader(name: "eu-vessels-csv", version: 1, kind: .list) { snapshot in
        let list = try CSVList(
            snapshot.required("main"),
            .init(needed: [number], expected: [date, measures], separator: UInt8(ascii: ";"), endsLastRow: false)
        ) { try key($0) }
        return try list.reading { try read($0, &$1) }
    }

    private static let number = "IMO number"
    private static let date = "Date of application"
    private static let measures = "Subject to"
    /// The description does not say how the column is called.
    private static let names = ["Vessel name", "Name of vessel", "Name of the vessel", "Ship name", "Vessel", "Name"]

    /// A ship keeps its number whatever it is called. A row without one and without a name says nothing.
    private static func key(_ row: CSVRecord) throws -> String? {
        let printed = try row[number]
        if printed.isEmpty, try names.allSatisfy({ try row[$0].isEmpty }) { return nil }
        return String(printed.filter { $0.isASCII && $0.isNumber })
    }

    private static func read(_ row: CSVRecord, _ facts: inout Facts) throws {
        facts.add(.kind, "vessel")
        for column in names { facts.primaryName(try row[column]) }
        facts.identifier(try row[number], "imo")
        facts.day(.listedOn, try row[date])
        let printed = try row[measures]
        if !printed.isEmpty { facts.add(.restriction, "other", [printed]) }
    }
}
