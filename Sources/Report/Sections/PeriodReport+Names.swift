internal import Operations
internal import Screening
internal import Store
internal import Tables
internal import Vocabulary

extension PeriodReport {
    func appendNames(to document: inout Document) {
        guard !screening.names.isEmpty else { return }
        document.append(.heading("Names in the news, and the lists"))
        let missing =
            screening.unknown.isEmpty ? "" : "; not looked at by then: \(screening.unknown.joined(separator: ", "))"
        let looked = screening.looked.map { list in
            let seen = lists.first { $0.list == list }?.lastRun?.localDay
            return list + (seen.map { " (seen \($0))" } ?? "")
        }
        let shown = Wording.list(screening.names.map { Wording.short($0, 60) }, most: workspace.reportRows)
        document.append(
            .paragraph(
                "\(Wording.count(screening.names.count, "name", "names")) of persons, companies and groups found in this "
                    + "\(period.noun)'s news against "
                    + "\(looked.isEmpty ? "no list" : looked.joined(separator: ", "))\(missing): \(shown). "
                    + "Equal names after normalising, or all parts of one in "
                    + "another: a person of the same name is not the same person, and a name that was not found is in "
                    + "none of them."))
        if screening.listed.isEmpty {
            document.append(
                .paragraph(
                    "None of them is listed under \(screening.words.isEmpty ? "such a name" : "that name alone")."))
        }
        let most = workspace.reportRows
        for row in screening.listed.prefix(most) {
            let entry = row.match.map { "\($0.matchedName) (\(row.list) \($0.entry); \($0.match))" } ?? row.list
            document.append(.item("\(Wording.short(row.name, 80)): \(Wording.short(entry, 160))"))
        }
        let rest = screening.listed.count - most
        for (name, rows) in screening.words.prefix(most) {
            guard let first = rows.first, let match = first.match else { continue }
            let count = rows.count == 1 ? "one listed name" : "the names of \(rows.count) listed entries, such as"
            document.append(
                .item(
                    "\(Wording.short(name, 80)) is a word of \(count) "
                        + "\(Wording.short(match.matchedName, 100)) (\(first.list) \(match.entry))"))
        }
        if let words = Wording.more(rest, in: "names.csv") { document.append(.paragraph(words)) }
    }

    /// names.csv
    func namesTable() -> Table {
        Table(
            "names",
            columns: [
                .init("name"), .init("list", .word), .init("entry_id", .word), .init("matched_name"),
                .init("match", .word), .init("listed_on", .word), .init("status", .word),
            ],
            rows: screening.rows.map { row in
                [
                    .text(row.name), .text(row.list), Cell(row.match?.entry), Cell(row.match?.matchedName),
                    Cell(row.match?.match), Cell(row.match.flatMap { $0.listedOn.isEmpty ? nil : $0.listedOn }),
                    .text(row.status.rawValue),
                ]
            })
    }
}
