import Archive
import FileSystem
import Foundation
import Gate
import Intake
import Store
import Vocabulary

/// A workspace of its own in a temporary folder, with toy readers: a list of `id,name` lines, perhaps with
/// `|born` and `|programme` behind the name (`!` is one that cannot be read), `#absent` and `#unread` columns, a `#conflict` of
/// keys, a `#stated` count and a `#published` day, and a table of `day,value`.
final class Workshop {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("intake-\(UUID())").path
    var listVersion = 1

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var ledgerPath: String { "\(folder)/ledger.sqlite" }

    func intake(_ path: String? = nil) throws -> Intake {
        try Files.makeFolder(folder)
        let list = list.reader
        let rates = rates.reader
        return Intake(
            archive: BlobArchive(folder: "\(folder)/archive"),
            journal: Journal(path: "\(folder)/archive/journal.jsonl"),
            ledger: try LedgerStore(path: path ?? ledgerPath).open(), readers: { [list, rates].first(with: $0) })
    }

    var list: Publication {
        let version = listVersion
        let reader = Reader(name: "toy-list", version: version, kind: .list) { snapshot in
            var lines = try String(decoding: snapshot.parts[0].content.all(), as: UTF8.self).split(separator: "\n").map(
                String.init)
            let said = lines
            func words(_ mark: String) -> [String] {
                said.filter { $0.hasPrefix("#\(mark) ") }.map { String($0.dropFirst(mark.count + 2)) }
            }
            let (absent, unread) = (words("absent"), words("unread"))
            lines.removeAll { $0.hasPrefix("#") }
            guard lines.first?.hasPrefix("<html") != true else { throw Fault("html_received", "HTML received") }
            let rows = lines.map { $0.split(separator: ",", maxSplits: 1).map(String.init) }
            let facet = FacetReading(
                name: "main",
                entries: rows.map {
                    EntryRow(
                        id: $0[0],
                        digest: Int64(
                            $0[1].utf8.count * 1000 + Int($0[1].utf8.reduce(0) { ($0 * 31 + UInt64($1)) % 997 })))
                }
            ) { index in
                let cells = rows[index][1].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                guard cells[0] != "!" else { throw Fault("bad_entry", "no name", place: "entry \(rows[index][0])") }
                let rest = zip([Field.birthDate, .programme], cells.dropFirst()).filter { !$1.isEmpty }
                return [Attribute(.name, version == 1 ? cells[0] : cells[0].uppercased(), ["primary"])]
                    + rest.map { Attribute($0, $1) }
            }
            var reading = Reading(.list([facet]))
            reading.absent = absent
            reading.conflicts = words("conflict").map {
                Conflict(key: $0, "entry \($0) stands twice, with other facts")
            }
            reading.statedCount = words("stated").first.flatMap { Int($0) }
            reading.published = words("published").first.flatMap { Day(iso: $0) }
            if words("refused").contains("\(version)") { throw Fault("wrong_root", "another root") }
            reading.leftovers = Dictionary(uniqueKeysWithValues: unread.map { ($0, 1) })
            return reading
        }
        return Publication(feed: "toy-list", source: "toy", reader: reader)
    }

    var rates: Publication {
        let reader = Reader(name: "toy-rates", version: 1, kind: .rates) { snapshot in
            let lines = try String(decoding: snapshot.parts[0].content.all(), as: UTF8.self).split(separator: "\n")
            let pairs = lines.map { $0.split(separator: ",") }.compactMap { cells -> (Day, PublishedNumber)? in
                guard let day = Day(iso: cells[0]), let value = Int64(cells[1]) else { return nil }
                return (day, PublishedNumber(digits: value, decimals: 0))
            }
            guard let first = pairs.first?.0, let last = pairs.last?.0 else { throw Fault("empty", "no rows") }
            let series = SeriesReading(
                key: SeriesKey(base: "EUR", quote: "RUB", measure: "reference", source: "toy"), unit: "RUB per EUR",
                complete: first...last, days: pairs.map(\.0), numbers: pairs.map(\.1))
            return Reading(.rates([series]), published: last)
        }
        return Publication(feed: "toy-rates", source: "toy", reader: reader)
    }

    /// A list of `count` entries, some of them saying something else.
    static func list(_ count: Int, changed: Set<Int> = []) -> String {
        (0..<count).map { "\($0),entry \($0)\(changed.contains($0) ? " changed" : "")" }.joined(separator: "\n")
    }

    func delivery(_ text: String, at: String, how: String = "import") -> Delivery {
        let seen = Instant(iso: at) ?? Instant(seconds: 0)
        return Delivery(
            how: how, seen: seen, recorded: seen,
            content: .parts([Delivery.Part(name: "main", bytes: Array(text.utf8))]))
    }
}

extension [Reader] {
    func first(with name: String) -> Reader? { first { $0.name == name } }
}
