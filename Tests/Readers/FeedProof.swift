import Configuration
import FoundationEssentials
import News
import Readers
import TestSupport
import Testing
import Vocabulary

/// The proof of a feed: a folder of `Tests/Fixtures/feeds` that bears the feed's id, with the publisher's answer and the
/// values that must be read from it.
///
/// - `answer.csv` (or another ending): the one file of the answer. A second form of the same answer is called
///   `answer-<form>`, and gives the same values.
/// - `<part>.csv`: a part of an answer in several files.
/// - `expected.csv`: the values.
/// - `warnings.txt`: what the reader warns of, a line each; no file means no warning.
/// - `ORIGIN.md`: what the answer is and whose. Of a feed that prints no day it says on which one the answer was seen:
///   `Seen: 2026-05-18`.
struct FeedProof: CustomTestStringConvertible {
    let feed: String

    static let folder = "Fixtures/feeds"
    static let all = Result {
        try FileManager.default.contentsOfDirectory(atPath: Repository.tests(folder)).sorted().map(FeedProof.init)
    }

    var testDescription: String { feed }

    /// A file of the folder, as its path below `Tests`.
    func file(_ name: String) -> String { "\(Self.folder)/\(feed)/\(name)" }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Repository.tests("\(Self.folder)/\(feed)")).sorted()
    }

    /// What the shipped feed reads from each answer of the folder.
    func readings() throws -> [Reading] {
        let reader = try reader()
        return try snapshots().map { try reader.read($0) }
    }

    func reader() throws -> Reader {
        let feed = try #require(try ShippedFeed.settings.get().feed(feed), "Config/feeds/\(feed).toml does not exist")
        return try #require(ReaderCatalogue.named(feed.reader))
    }

    /// Each answer of the folder, as the shipped feed hands it to its reader.
    func snapshots() throws -> [Snapshot] {
        let shipped = try ShippedFeed.settings.get()
        let feed = try #require(shipped.feed(feed), "Config/feeds/\(feed).toml does not exist")
        let reader = try reader()
        var context = Snapshot.Context(feed.layout)
        if reader.needs == .newsRules {
            let rules = try NewsRules.names.map { try ConfigFile(name: $0, path: "\(Repository.root)/\($0)") }
            context = .news(NewsContext(rules, zone: feed.zone))
        }
        let seen = try seen()
        return try answers(of: feed, reader).map { parts in
            Snapshot(feed: feed.id, source: feed.source, parts: parts, context: context, seen: seen)
        }
    }

    /// The answers of the folder, each with its parts.
    private func answers(of feed: FeedFile, _ reader: Reader) throws -> [[Snapshot.Part]] {
        let known = reader.parts + feed.parts.map(\.name)
        var answers: [[Snapshot.Part]] = []
        var parts: [Snapshot.Part] = []
        for name in try names() where !["expected.csv", "warnings.txt", "ORIGIN.md"].contains(name) {
            let bytes = Array(try Data(contentsOf: URL(filePath: Repository.tests(file(name)))))
            let stem = String(name.prefix { $0 != "." })
            if stem == "answer" || stem.hasPrefix("answer-") {
                let only = (reader.takesAnyPart ? feed.parts.first?.name : nil) ?? reader.parts[0]
                answers.append([Snapshot.Part(name: only, bytes: bytes)])
            } else {
                try #require(known.contains(stem), "\(file(name)) is no part of the feed")
                parts.append(Snapshot.Part(name: stem, bytes: bytes))
            }
        }
        return parts.isEmpty ? answers : answers + [parts]
    }

    /// The day that ORIGIN.md says the answer was seen on.
    private func seen() throws -> Day? {
        let origin = try String(contentsOf: URL(filePath: Repository.tests(file("ORIGIN.md"))), encoding: .utf8)
        let line = origin.split(separator: "\n").first { $0.hasPrefix("Seen: ") }
        return try line.map { try #require(Day(iso: String($0.dropFirst(6))), "\($0) is no day") }
    }
}

extension Reading {
    /// All that was read, as CSV: a row for each value of a series, for each fact of an entry, or for each event.
    func csv() throws -> String {
        var rows: [[String]]
        switch content {
        case .rates(let series):
            rows = [["series", "day", "value", "unit"]]
            for one in series.sorted(by: { $0.key.text < $1.key.text }) {
                rows += zip(one.days, one.numbers).map { [one.key.text, "\($0)", "\($1)", one.unit] }
            }
        case .list(let facets):
            rows = [["part", "entry", "field", "value", "qualifiers"]]
            for facet in facets {
                for (index, entry) in facet.entries.enumerated() {
                    rows += try facet.attributes(index).map { fact in
                        // A qualifier is known by its place, so that only those behind the last known one are left out.
                        let behind = fact.qualifiers.reversed().prefix(while: \.isEmpty).count
                        let qualifiers = fact.qualifiers.dropLast(behind).joined(separator: "; ")
                        return [facet.name, entry.id, fact.field.rawValue, fact.value, qualifiers]
                    }
                }
                rows += facet.removed.sorted().map { [facet.name, $0, "removed", "", ""] }
            }
        case .events(let events):
            rows = [EventsCSV.columns] + events.map(EventsCSV.row)
        }
        return rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    }

    /// In quotes where CSV needs them.
    private func quoted(_ cell: String) -> String {
        cell.contains { ",\"\r\n".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
}
