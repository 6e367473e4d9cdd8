internal import Operations
internal import Screening
internal import Tables

extension PeriodReport {
    func appendNames(to document: inout Document) {
        guard !screening.names.isEmpty else { return }
        document.append(.heading("Names in the news, and the lists"))
        let missing =
            screening.unknown.isEmpty ? "" : "; not looked at by then: \(screening.unknown.joined(separator: ", "))"
        document.append(
            .paragraph(
                "\(Wording.count(screening.names.count, "name", "names")) of this \(period.noun)'s events against "
                    + "\(screening.looked.isEmpty ? "no list" : screening.looked.joined(separator: ", ")) as they stood on "
                    + "\(period.last)\(missing). Equal names after normalising, or all parts of one in another: a person "
                    + "of the same name is not the same person."))
        if screening.rows.isEmpty {
            document.append(.paragraph("None of them is listed under such a name."))
            return
        }
        let most = workspace.reportRows
        for row in screening.rows.prefix(most) {
            let entry = row.match.map { "\($0.matchedName) (\(row.list) \($0.entry); \($0.match))" } ?? row.list
            document.append(.item("\(Wording.short(row.name, 80)): \(Wording.short(entry, 160))"))
        }
        let rest = screening.rows.count - most
        if rest > 0 { document.append(.paragraph("And \(rest) more: names.csv has them all.")) }
    }

    /// names.csv
    func namesTable() -> Table {
        Table(
            "names",
            columns: [
                .init("name"), .init("list", .word), .init("entry_id", .word), .init("matched_name"),
                .init("match", .word), .init("listed_on", .word),
            ],
            rows: screening.rows.map { row in
                [
                    .text(row.name), .text(row.list), Cell(row.match?.entry), Cell(row.match?.matchedName),
                    Cell(row.match?.match), Cell(row.match.flatMap { $0.listedOn.isEmpty ? nil : $0.listedOn }),
                ]
            })
    }
}
