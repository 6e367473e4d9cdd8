import Foundation
import TestSupport
import Testing

/// Workspaces that earlier versions made open, and answer as they did. Their ORIGIN.md says what is in them.
@Suite struct OldWorkspaceTests {
    static let versions: [String] = {
        let all = try? FileManager.default.contentsOfDirectory(atPath: folder)
        return (all ?? []).filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/answers") }.sorted()
    }()
    private static let folder = Repository.tests("Fixtures/workspaces")
    private let now = "2022-03-08T08:00:00Z"

    @Test func thereIsSuchAWorkspace() { #expect(!Self.versions.isEmpty) }

    @Test(arguments: versions)
    func itsLedgerOpensAndAnswersAsItDid(_ version: String) throws {
        let old = try open(version)
        try demandOldAnswers(of: old, version)
        try demandSuccess(old, "verify")
    }

    @Test(arguments: versions)
    func itsLedgerIsMadeAnewFromTheArchiveAndAnswersAsItDid(_ version: String) throws {
        let old = try open(version)
        try FileManager.default.removeItem(atPath: "\(old.path)/Data/ledger.sqlite")
        try demandSuccess(old, "rebuild")
        try demandOldAnswers(of: old, version)
        try demandSuccess(old, "verify")
    }

    /// A copy, with its ledger unpacked.
    private func open(_ version: String) throws -> TemporaryFolder {
        let copy = try TemporaryFolder(named: version)
        let run = try Execution.run(
            ["sh", "-c", "cp -R \"$1\"/. . && gunzip Data/ledger.sqlite.gz", "sh", "\(Self.folder)/\(version)"],
            in: copy.path)
        guard run.status == 0 else { throw Mismatch(run.errors) }
        return copy
    }

    private func demandSuccess(_ old: TemporaryFolder, _ command: String) throws {
        let run = try Execution.bellwether([command, "--workspace", old.path, "--now", now])
        #expect(run.status == 0, "\(command): \(run.errors)")
    }

    /// Every answer is compared before the test ends, so that one run names all that differ.
    private func demandOldAnswers(of old: TemporaryFolder, _ version: String) throws {
        let answers = "\(Self.folder)/\(version)/answers"
        var missing = Set(try FileManager.default.contentsOfDirectory(atPath: answers))
        func compare(_ name: String, _ found: String) throws {
            let expected = try String(contentsOfFile: "\(answers)/\(name)", encoding: .utf8)
            missing.remove(name)
            guard Array(expected.utf8) != Array(found.utf8) else { return }
            let (before, after) = (expected.split(separator: "\n"), found.split(separator: "\n"))
            let line = zip(before, after).prefix { $0 == $1 }.count
            Issue.record(
                """
                \(version): \(name) differs at line \(line + 1)
                then: \(line < before.count ? before[line] : "the end")
                now:  \(line < after.count ? after[line] : "the end")
                """)
        }
        let questions = try String(contentsOfFile: "\(Self.folder)/questions", encoding: .utf8)
        for question in questions.split(separator: "\n") {
            let words = question.split(separator: " ").map(String.init)
            let run = try Execution.bellwether(words.dropFirst(2) + ["--workspace", old.path, "--now", now])
            #expect(String(run.status) == words[1], "\(question): \(run.errors)")
            try compare(words[0], run.output)
        }
        let report = try Execution.bellwether([
            "report", "weekly", "--week", "2022-W09", "--into", "\(old.path)/inbox", "-q", "--workspace", old.path,
            "--now",
            now,
        ])
        #expect(report.status == 3, "\(report.errors)")
        for name in missing.sorted() {
            try compare(name, try old.read("inbox/2022-W09/\(name.dropFirst("report-".count))"))
        }
    }
}
