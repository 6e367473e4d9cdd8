import Foundation
import TestSupport
import Testing

/// A workspace of one test, and the built program run against it.
final class Desk: Sendable {
    let folder: TemporaryFolder
    let workspace: String

    /// `shipped` and `sample` are what `init` makes; `bare` has no data and only the feeds that a test writes.
    enum Kind { case shipped, sample, bare }

    init(_ kind: Kind = .shipped, named name: String = "desk") throws {
        folder = try TemporaryFolder()
        workspace = "\(folder.path)/\(name)"
        let made = try Execution.bellwether(["init", workspace, "-q"] + (kind == .sample ? ["--sample"] : []))
        guard made.status == 0 else { throw Mismatch("init: \(made.errors)") }
        guard kind == .bare else { return }
        try FileManager.default.removeItem(atPath: "\(workspace)/Config/feeds")
        for file in ["bellwether.toml", "watch.toml", "units.toml"] { try write("Config/\(file)", "") }
    }

    func run(
        _ words: String..., now: String? = nil, environment: [String: String] = [:]
    ) throws -> Execution {
        let clock = now.map { ["--now", $0] } ?? []
        return try Execution.bellwether(["--workspace", workspace] + clock + words, environment: environment)
    }

    /// The rows of a command that has to succeed, by column.
    func rows(_ words: String..., now: String? = nil) throws -> [[String: String]] {
        let clock = now.map { ["--now", $0] } ?? []
        let run = try Execution.bellwether(["--workspace", workspace] + clock + words + ["--format", "csv"])
        guard run.status == 0 else { throw Mismatch("\(words): \(run.status): \(run.errors)") }
        return CSV.rows(run.output)
    }

    /// A line of sh with the program as `$b`, its workspace as `$w` and the folder of the test as working directory.
    func shell(_ script: String, environment: [String: String] = [:]) throws -> Execution {
        var environment = environment
        environment["b"] = try Execution.program
        environment["w"] = workspace
        return try Execution.run(["sh", "-c", script], environment: environment, in: folder.path)
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let path = "\(workspace)/\(name)"
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// A feed file with only the keys that are needed, and `lines`.
    func feed(_ id: String, _ reader: String, address: String = "", _ lines: String = "") throws {
        let (source, kind) =
            switch reader {
            case "ecb-xml", "ecb-csv": ("ecb", "rates")
            case "ofac-csv": ("ofac", "list")
            case "un-xml": ("un", "list")
            default: ("events", "news")
            }
        try write(
            "Config/feeds/\(id).toml",
            """
            id = "\(id)"
            source = "\(source)"
            kind = "\(kind)"
            reader = "\(reader)"
            address = "\(address)"
            licence = "test"
            \(lines)

            """)
    }

    /// A feed of a file of one's own rates, of one market.
    func ratesFeed(_ id: String, source: String? = nil, measure: String, _ lines: String = "") throws {
        try write(
            "Config/feeds/\(id).toml",
            """
            id = "\(id)"
            source = "\(source ?? id)"
            kind = "rates"
            reader = "rates-csv"
            address = ""
            licence = "test"
            \(lines)
            [layout]
            measure = "\(measure)"

            """)
    }

    /// Everything that the ledger answers, as one text: what a run that must change nothing is held against.
    func state(knownOn: String? = nil) throws -> String {
        let option = knownOn.map { ["--known-on", $0] } ?? []
        let lists = try rows("changes", "--summary", "step").compactMap { $0["list"] }
        let commands =
            [["rates", "*", "--vintages"], ["changes"], ["events", "list"]]
            + Set(lists + ["us-ofac-sdn"]).sorted().map { ["entries", $0] }
        return try commands.map { words in
            let run = try Execution.bellwether(["--workspace", workspace] + words + option + ["--format", "csv"])
            return run.status == 0 ? run.output : "\(words) \(run.status)\n"
        }.joined()
    }

    /// Proves the workspace by `verify`.
    func verify(_ location: SourceLocation = #_sourceLocation) throws {
        let run = try run("verify")
        #expect(run.status == 0, "\(run.output)\(run.errors)", sourceLocation: location)
    }
}

/// RFC 4180, read by other code than the program's.
enum CSV {
    static func rows(_ text: String) -> [[String: String]] {
        let records = records(text)
        guard let names = records.first else { return [] }
        return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                // A quote right after a closing one is the second of a doubled pair.
                isQuoted.toggle()
                field.append(byte)
            case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
                record.append(unquoted(field))
                field = []
                if byte == UInt8(ascii: "\n") {
                    records.append(record)
                    record = []
                }
            default: field.append(byte)
            }
        }
        return records
    }

    private static func unquoted(_ field: [UInt8]) -> String {
        var text = String(decoding: field, as: UTF8.self)
        while text.hasSuffix("\r") { text.removeLast() }
        guard text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 1 else { return text }
        return String(text.dropFirst().dropLast()).replacingOccurrences(of: "\"\"", with: "\"")
    }
}
