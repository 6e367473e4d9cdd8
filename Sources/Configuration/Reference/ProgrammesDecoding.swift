internal import Formats
package import Vocabulary

extension Programmes {
    /// Those that every file has, and those that files of older workspaces lack.
    static let columns = (
        needed: ["family", "list", "tag", "act", "from", "until", "renamed_to", "renamed_on", "marker", "note"],
        optional: ["country", "restriction"]
    )

    /// Reads the file strictly: columns by their names, days that exist, renames that lead to a tag of the file. A row
    /// that names several lists becomes one for each.
    package static func decode(_ file: ConfigFile) -> Checked<Programmes> {
        let findings = Findings()
        var rows: [(row: Row, line: Int)] = []
        do {
            var scanner = CSVScanner(0..<file.bytes.count)
            guard try scanner.next(file.bytes.span), let header = try header(scanner, file, findings) else {
                if findings.faults.isEmpty { findings.add(headerFault(file)) }
                return Checked(nil, findings)
            }
            while try scanner.next(file.bytes.span) {
                guard let line = try ProgrammeLine(scanner, header, file, findings) else { continue }
                let row = line.row()
                for list in line.lists() {
                    var own = row
                    own.list = list
                    rows.append((own, scanner.line))
                }
            }
        } catch let fault as Fault {
            findings.add(fault.place.hasPrefix(file.name) ? fault : fault.at(file.name))
        } catch {
            findings.add(Fault("unreadable_file", "\(error)", place: file.name))
        }
        checkNames(rows, file, findings)
        return Checked(Programmes(rows: rows.map(\.row)), findings)
    }

    /// The names of the columns, or nil where they are not those of this file.
    private static func header(_ scanner: CSVScanner, _ file: ConfigFile, _ findings: Findings) throws -> [String]? {
        let names = try (0..<scanner.fields.count).map { try scanner.text($0, file.bytes.span) }
        let known = columns.needed + columns.optional
        // Nothing in common: most likely another file, and a complaint about each column would help nobody.
        guard !Set(names).isDisjoint(with: known) else { return nil }
        for (index, name) in names.enumerated() where !known.contains(name) || names[..<index].contains(name) {
            findings.add(
                "wrong_columns",
                known.contains(name) ? "the column `\(name)` stands here twice" : "unknown column `\(name)`",
                file: file.name, line: 1, column: Int(scanner.fields[index].start) + 1,
                remedy: "allowed: \(known.joined(separator: ", "))\(Suggestion.clause(name, among: known))")
        }
        for name in columns.needed where !names.contains(name) {
            findings.add(
                "wrong_columns", "the column `\(name)` is missing", file: file.name, line: 1, column: 1,
                remedy: "expected: \(known.joined(separator: ","))")
        }
        return findings.faults.isEmpty ? names : nil
    }

    private static func headerFault(_ file: ConfigFile) -> Fault {
        Fault(
            "wrong_columns", "the first row does not name the columns", place: "\(file.name):1:1",
            remedy: "expected: \((columns.needed + columns.optional).joined(separator: ","))")
    }

    private static func checkNames(_ rows: [(row: Row, line: Int)], _ file: ConfigFile, _ findings: Findings) {
        var seen: Set<[String]> = []
        let known = Set(rows.map { [$0.row.list, Tag.trimmed($0.row.tag)] })
        for (row, line) in rows {
            if !seen.insert([row.list, Tag.trimmed(row.tag)]).inserted {
                findings.add(
                    "duplicate_tag", "\(row.list) has the tag \"\(row.tag)\" for the second time", file: file.name,
                    line: line, column: 1, remedy: "keep one row for each tag of a list")
            }
            if let next = row.renamedTo, !known.contains([row.list, Tag.trimmed(next)]) {
                findings.add(
                    "unknown_tag", "\"\(row.tag)\" is renamed to \"\(next)\", which has no row for \(row.list)",
                    file: file.name, line: line, column: 1, remedy: "add a row for \"\(next)\"")
            }
        }
    }
}
