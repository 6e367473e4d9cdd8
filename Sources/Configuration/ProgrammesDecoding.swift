internal import Formats
internal import Vocabulary

extension Programmes {
    static let columns = [
        "family", "list", "tag", "act", "from", "until", "renamed_to", "renamed_on", "marker", "note",
    ]

    /// Reads the file strictly: every column in its place, days that exist, renames that lead to a tag of the file.
    package static func decode(_ file: ConfigFile) -> Checked<Programmes> {
        let findings = Findings()
        var rows: [(row: Row, line: Int)] = []
        do {
            var scanner = CSVScanner(0..<file.bytes.count)
            guard try scanner.next(file.bytes.span) else { throw headerFault(file) }
            let header = try (0..<scanner.fields.count).map { try scanner.text($0, file.bytes.span) }
            guard header == columns else { throw headerFault(file) }
            while try scanner.next(file.bytes.span) {
                if let row = try row(scanner, file, findings) { rows.append((row, scanner.line)) }
            }
        } catch let fault as Fault {
            findings.add(fault.place.hasPrefix(file.name) ? fault : fault.at(file.name))
        } catch {
            findings.add(Fault("unreadable_file", "\(error)", place: file.name))
        }
        checkNames(rows, file, findings)
        return Checked(Programmes(rows: rows.map(\.row)), findings)
    }

    private static func headerFault(_ file: ConfigFile) -> Fault {
        Fault(
            "wrong_columns", "the first row does not name the columns", place: "\(file.name):1:1",
            remedy: "expected: \(columns.joined(separator: ","))")
    }

    private static func row(_ scanner: CSVScanner, _ file: ConfigFile, _ findings: Findings) throws -> Row? {
        guard scanner.fields.count == columns.count else {
            findings.add(
                "wrong_columns", "the row has \(scanner.fields.count) fields, not \(columns.count)", file: file.name,
                line: scanner.line, column: 1, remedy: "expected: \(columns.joined(separator: ","))")
            return nil
        }
        let texts = try (0..<columns.count).map { try scanner.text($0, file.bytes.span) }
        func refuse(_ index: Int, _ expected: String) {
            findings.add(
                "bad_value", "`\(columns[index])` cannot be \"\(texts[index])\"", file: file.name, line: scanner.line,
                column: Int(scanner.fields[index].start) - scanner.row.lowerBound + 1, remedy: "expected: \(expected)")
        }
        func day(_ index: Int) -> Day? {
            guard !texts[index].isEmpty else { return nil }
            let day = Day(iso: texts[index])
            if day == nil { refuse(index, "a day such as 2022-02-24, or nothing") }
            return day
        }
        let family = texts[0].split(separator: ".", omittingEmptySubsequences: false)
        if family.count != 2 || family.contains("") { refuse(0, "a country or T, a point and a name: RU.main") }
        if !Form.isIdentifier(texts[1]) { refuse(1, Form.identifier.expected) }
        if texts[2].isEmpty { refuse(2, "the tag as the list prints it") }
        if !["", "true"].contains(texts[8]) { refuse(8, "true, or nothing") }
        if texts[6].isEmpty != texts[7].isEmpty { refuse(7, "a day beside `renamed_to`, and none without it") }
        var row = Row(family: texts[0], list: texts[1], tag: texts[2])
        row.act = texts[3]
        row.from = day(4)
        row.until = day(5)
        row.renamedTo = texts[6].isEmpty ? nil : texts[6]
        row.renamedOn = day(7)
        row.isMarker = texts[8] == "true"
        row.note = texts[9]
        return row
    }

    private static func checkNames(_ rows: [(row: Row, line: Int)], _ file: ConfigFile, _ findings: Findings) {
        var seen: Set<[String]> = []
        let known = Set(rows.map { [$0.row.list, $0.row.tag] })
        for (row, line) in rows {
            if !seen.insert([row.list, row.tag]).inserted {
                findings.add(
                    "duplicate_tag", "\(row.list) has the tag \"\(row.tag)\" for the second time", file: file.name,
                    line: line, column: 1, remedy: "keep one row for each tag of a list")
            }
            if let next = row.renamedTo, !known.contains([row.list, next]) {
                findings.add(
                    "unknown_tag", "\"\(row.tag)\" is renamed to \"\(next)\", which has no row for \(row.list)",
                    file: file.name, line: line, column: 1, remedy: "add a row for \"\(next)\"")
            }
        }
    }
}
