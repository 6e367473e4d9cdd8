internal import Findings
internal import Lists
internal import Tables
internal import Vocabulary

/// Names in the period's news, and what the lists say of them.
struct NamesSection: ReportSection {
    let context: ReportContext
    let screening: ListedNames
    let lists: ListsInPeriod

    var files: [ReportFile] { [ReportFile("names", table)] }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        guard !screening.names.isEmpty else { return blocks }
        blocks.append(.heading("Names in the news, and the lists"))
        let missing =
            screening.unknown.isEmpty ? "" : "; not looked at by then: \(screening.unknown.joined(separator: ", "))"
        let looked = screening.looked.map { list in
            let seen = lists.histories.first { $0.list == list }?.lastRun?.localDay
            return list + (seen.map { " (seen \($0))" } ?? "")
        }
        let shown = Wording.list(screening.names.map { Wording.short($0, 60) }, most: context.rows)
        blocks.append(
            .paragraph(
                "\(Wording.count(screening.names.count, "name", "names")) of persons, companies and groups found in this "
                    + "\(context.period.noun)'s news against "
                    + "\(looked.isEmpty ? "no list" : looked.joined(separator: ", "))\(missing): \(shown). "
                    + "Equal names after normalising, or all parts of one in "
                    + "another: a person of the same name is not the same person, and a name that was not found is in "
                    + "none of them."))
        if screening.listed.isEmpty {
            blocks.append(
                .paragraph(
                    "None of them is listed under \(screening.words.isEmpty ? "such a name" : "that name alone")."))
        }
        let most = context.rows
        for row in screening.listed.prefix(most) {
            let entry = row.match.map { "\($0.matchedName) (\(row.list) \($0.entry); \($0.match))" } ?? row.list
            blocks.append(.item("\(Wording.short(row.name, 80)): \(Wording.short(entry, 160))"))
        }
        let rest = screening.listed.count - most
        for (name, rows) in screening.words.prefix(most) {
            guard let first = rows.first, let match = first.match else { continue }
            let count = rows.count == 1 ? "one listed name" : "the names of \(rows.count) listed entries, such as"
            blocks.append(
                .item(
                    "\(Wording.short(name, 80)) is a word of \(count) "
                        + "\(Wording.short(match.matchedName, 100)) (\(first.list) \(match.entry))"))
        }
        if let words = Wording.more(rest, in: "names.csv") { blocks.append(.paragraph(words)) }
        return blocks
    }

    private var table: Table {
        Table(
            "names", screening.rows,
            [
                Column("name") { .text($0.name) },
                Column("list", .word) { .text($0.list) },
                Column("entry_id", .word) { Cell($0.match?.entry) },
                Column("matched_name") { Cell($0.match?.matchedName) },
                Column("match", .word) { Cell($0.match?.match) },
                Column("listed_on", .word) { Cell(filled: $0.match?.listedOn) },
                Column("status", .word) { .text($0.status.rawValue) },
            ])
    }
}
