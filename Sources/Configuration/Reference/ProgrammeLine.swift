internal import Formats
internal import Vocabulary

/// A line of `programs.csv`: what each column says, and a complaint where it cannot.
struct ProgrammeLine {
    private let scanner: CSVScanner
    private let columns: [String: Int]
    private let texts: [String]
    private let file: ConfigFile
    private let findings: Findings

    /// Nil where the line has not a field for each column.
    init?(_ scanner: CSVScanner, _ header: [String], _ file: ConfigFile, _ findings: Findings) throws {
        guard scanner.fields.count == header.count else {
            findings.add(
                "wrong_columns", "the row has \(scanner.fields.count) fields, not \(header.count)", file: file.name,
                line: scanner.line, column: 1, remedy: "expected: \(header.joined(separator: ","))")
            return nil
        }
        self.scanner = scanner
        self.file = file
        self.findings = findings
        columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
        texts = try (0..<header.count).map { try scanner.text($0, file.bytes.span) }
    }

    /// The row without its list.
    func row() -> Programmes.Row {
        let family = self["family"].split(separator: ".", omittingEmptySubsequences: false)
        if family.count != 2 || family.contains("") { refuse("family", "a country or T, a point and a name: RU.main") }
        if Tag.trimmed(self["tag"]).isEmpty { refuse("tag", "the tag as the list prints it") }
        if !["", "true"].contains(self["marker"]) { refuse("marker", "true, or nothing") }
        if self["renamed_to"].isEmpty != self["renamed_on"].isEmpty {
            refuse("renamed_on", "a day beside `renamed_to`, and none without it")
        }
        var row = Programmes.Row(family: self["family"], list: "", tag: self["tag"])
        row.act = self["act"]
        row.from = day("from")
        row.until = day("until")
        row.renamedTo = self["renamed_to"].isEmpty ? nil : self["renamed_to"]
        row.renamedOn = day("renamed_on")
        row.isMarker = self["marker"] == "true"
        row.note = self["note"]
        row.countries = words("country").filter { code in
            let isCode = code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) }
            if !isCode { refuse("country", "country codes such as RU, parted by semicolons, or nothing") }
            return isCode
        }
        row.restrictions = words("restriction").compactMap { word in
            let restriction = Restriction(rawValue: word)
            if restriction == nil {
                let all = Restriction.allCases.map(\.rawValue)
                refuse("restriction", "\(all.joined(separator: ", "))\(Suggestion.clause(word, among: all))")
            }
            return restriction
        }
        return row
    }

    /// The feeds that print the tag.
    func lists() -> [String] {
        let lists = words("list")
        if lists.isEmpty || !lists.allSatisfy(Form.isIdentifier) {
            refuse("list", "\(Form.identifier.expected), several parted by semicolons")
        }
        return lists.isEmpty ? [""] : lists
    }

    private subscript(_ column: String) -> String { columns[column].map { texts[$0] } ?? "" }

    private func words(_ column: String) -> [String] {
        guard !self[column].isEmpty else { return [] }
        return self[column].split(separator: ";", omittingEmptySubsequences: false).map { Tag.trimmed(String($0)) }
    }

    private func day(_ column: String) -> Day? {
        guard !self[column].isEmpty else { return nil }
        let day = Day(iso: self[column])
        if day == nil { refuse(column, "a day such as 2022-02-24, or nothing") }
        return day
    }

    private func refuse(_ column: String, _ expected: String) {
        guard let index = columns[column] else { return }
        findings.add(
            "bad_value", "`\(column)` cannot be \"\(texts[index])\"", file: file.name, line: scanner.line,
            column: Int(scanner.fields[index].start) - scanner.row.lowerBound + 1, remedy: "expected: \(expected)")
    }
}
