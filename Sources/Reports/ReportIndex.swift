internal import FileSystem
internal import FoundationEssentials
internal import Report
internal import Tables
internal import Vocabulary

/// index.html of the folder of reports: all of them, the newest first.
struct ReportIndex {
    private struct Entry: Decodable, Sendable {
        var week: String
        var firstDay: String
        var lastDay: String
        var knownOn: String
        var title: String?
        var headline: String?
    }
    private let folder: String

    init(_ folder: String) { self.folder = folder }

    func write(program: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var entries: [(folder: String, entry: Entry)] = []
        for name in Files.names(in: folder) where !name.hasSuffix(".part") {
            let path = "\(folder)/\(name)/manifest.json"
            guard Files.exists(path) else { continue }
            // A folder that is none of ours has no place in the index, and does not keep the others out of it.
            do {
                let entry = try decoder.decode(Entry.self, from: Data(try Files.read(path)))
                entries.append((name, entry))
            } catch {}
        }
        entries.sort {
            ($1.entry.lastDay, $1.entry.firstDay, $0.folder) < ($0.entry.lastDay, $0.entry.firstDay, $1.folder)
        }
        var document = Document(
            title: "bellwether reports", subtitle: Wording.count(entries.count, "report", "reports") + ", newest first."
        )
        let table = Table(
            "reports", entries,
            [
                Column("report", .word) { .text($0.folder) },
                Column("first day", .day) { .text($0.entry.firstDay) },
                Column("last day", .day) { .text($0.entry.lastDay) },
                Column("known at", .word) { .text($0.entry.knownOn) },
                Column("what moved most") { .text($0.entry.headline ?? $0.entry.title ?? "") },
            ])
        document.append(
            .linked(table, column: 0, addresses: entries.map { "\(Markup.encoded($0.folder))/report.html" }))
        let page = try Page(document, footer: "Written by \(program) with each report.").html(
            styleDigest: PageStyle.digest())
        try Files.replace("\(folder)/index.html", with: Array(page.utf8))
    }
}
