internal import Formats
internal import Vocabulary

/// The simple table of OpenSanctions, `targets.simple.csv`: a row for each target, put together from many lists.
///
/// Unproven: built from the published description, no real file was read yet.
enum OpenSanctionsCSV {
    private static let layout = CSVList.Layout(
        needed: ["id", "schema", "name"],
        expected: [
            "aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions", "phones", "emails",
            "program_ids", "dataset", "first_seen", "last_seen", "last_change",
        ])

    static let reader = Reader(name: "opensanctions-csv", version: 2, kind: .list) { snapshot in
        let list = try CSVList(snapshot.required("main"), layout, keyColumn: "id")
        return try list.reading { try read($0, &$1) }
    }

    private static func read(_ row: CSVRecord, _ facts: inout Facts) throws {
        // The days of the publisher's own visits move daily; they say nothing about the entry.
        row.ignore("id", "first_seen", "last_seen")
        facts.add(.kind, OpenSanctions.kind(try row["schema"]))
        facts.name(try row["name"], "primary")
        for alias in try row.items("aliases") { facts.name(alias, "aka") }
        for date in try row.items("birth_date") { facts.birthDate(date) }
        for code in try row.items("countries") { facts.add(.country, OpenSanctions.country(code)) }
        for address in try row.items("addresses") { facts.add(.address, address, [""]) }
        // The table does not say which number is of which kind.
        for number in try row.items("identifiers") { facts.identifier(number, "other") }
        for programme in try row.items("program_ids") { facts.add(.programme, programme) }
        for list in try row.items("dataset") { facts.add(.sourceList, list) }
        for sanction in try row.items("sanctions") { facts.remark("Sanctions", sanction) }
        for contact in try row.items("phones") + row.items("emails") { facts.add(.contact, contact) }
        facts.day(.updatedOn, OpenSanctions.day(try row["last_change"]))
    }
}

extension CSVRecord {
    /// The parts of a cell that is a row of CSV itself, with `;` between: a part that holds `;` or a quote is quoted.
    fileprivate func items(_ name: String) throws -> [String] {
        let cell = Array(try self[name].utf8)
        do {
            var scanner = CSVScanner(0..<cell.count, separator: UInt8(ascii: ";"))
            guard try scanner.next(cell.span) else { return [] }
            return try scanner.fields.indices.map { collapsed(try scanner.text($0, cell.span)) }
                .filter { !$0.isEmpty }
        } catch let fault as Fault {
            throw Fault(
                "bad_cell", "\(name) is no list with ; between: \(fault.message)", place: try self["id"],
                remedy: "Fetch it again; if it stays so, the publisher changed how it joins values.")
        }
    }
}
