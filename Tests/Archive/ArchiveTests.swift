import Archive
import FileSystem
import Foundation
import Testing
import Vocabulary

@Suite struct ArchiveTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("archive-\(UUID())").path

    /// Lines that differ a little from one day to the next, as a list's do.
    func list(day: Int) -> [UInt8] {
        Array(
            (0..<20_000).map { "\($0),entry number \($0 * 7919),\($0 % 97 == day ? "changed" : "same")\n" }.joined()
                .utf8)
    }

    @Test func everyBlobComesBackAsItWentIn() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = BlobArchive(folder: folder)
        let days = (0..<35).map { list(day: $0) }
        let names = try days.map { try archive.store($0, feed: "demo", part: "main") }
        for (name, bytes) in zip(names, days) { #expect(try archive.read(name) == bytes) }
        let sizes = try names.map { try Files.read("\(folder)/\($0.prefix(2))/\($0).zst").count }
        #expect(sizes[1] * 8 < sizes[0], "a difference is small: \(sizes[1]) against \(sizes[0])")
        #expect(sizes[31] * 2 > sizes[0], "after thirty differences a full blob starts afresh")
        #expect(try archive.store(days[3], feed: "demo", part: "main") == names[3])
    }

    @Test func aFlippedBitIsToldNotRead() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = BlobArchive(folder: folder)
        let name = try archive.store(list(day: 1), feed: "demo", part: "main")
        let path = "\(folder)/\(name.prefix(2))/\(name).zst"
        var file = try Files.read(path)
        file[file.count / 2] ^= 0x40
        try Files.replace(path, with: file)
        #expect { try archive.read(name) } throws: { ($0 as? Fault)?.code == "blob_damaged" }
    }

    @Test func standardToolsRestoreADifference() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = BlobArchive(folder: folder)
        let base = try archive.store(list(day: 1), feed: "demo", part: "main")
        let next = try archive.store(list(day: 2), feed: "demo", part: "main")
        try Files.replace("\(folder)/base", with: try archive.read(base))
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tool.arguments = [
            "zstd", "-q", "-d", "--long=31", "--patch-from=\(folder)/base", "\(folder)/\(next.prefix(2))/\(next).zst",
            "-o", "\(folder)/restored",
        ]
        try tool.run()
        tool.waitUntilExit()
        #expect(tool.terminationStatus == 0)
        #expect(try Files.read("\(folder)/restored") == list(day: 2))
    }

    @Test func aJournalLineCutByACrashIsDroppedAndTheRestStands() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let journal = Journal(path: "\(folder)/journal.jsonl")
        let record = JournalRecord.accepted(
            .init(
                run: RunID(seen: Instant(seconds: 0), feed: "demo", digest: "00000001"), reason: "checked", by: "me",
                at: Instant(seconds: 1)))
        let length = try journal.append([record])
        let whole = try Files.read(journal.path)
        try Files.replace(journal.path, with: whole + Array(#"{"accepted":{"run"#.utf8))
        #expect(try journal.records().count == 1)
        try journal.append([record])
        let records = try journal.records()
        #expect(records.count == 2 && records[0].end == length)
        guard case .accepted(let decision) = records[1].record else {
            Issue.record("the second record is no acceptance")
            return
        }
        #expect(decision.run == RunID(seen: Instant(seconds: 0), feed: "demo", digest: "00000001"))
    }

    @Test(arguments: [
        (
            #"{"judged":{"at":"2026-04-01T06:00:00Z","outcome":"postponed","readerVersion":1,"run":"20260401T060000Z-cbu-0123abc2"}}"#,
            "journal_unknown", "outcome \"postponed\"", "line 2, run 20260401T060000Z-cbu-0123abc2"
        ),
        (
            #"{"forgotten":{"run":"r3","at":"2026-04-01T06:00:00Z"}}"#, "journal_unknown", "kind \"forgotten\"",
            "line 2, run r3"
        ),
        (
            #"{"judged":{"run":"20260401T060000Z-cbu-0123abc4"}}"#, "journal_damaged", "cannot read this record",
            "line 2, run 20260401T060000Z-cbu-0123abc4"
        ),
        (
            #"{"accepted":{"run":"r5","at":"2026-04-01T06:00:00Z","by":"me","reason":"checked"}}"#, "run_unreadable",
            "\"r5\" is no id of a run", "line 2, run r5"
        ),
        (#"{}"#, "journal_damaged", "this one has 0", "line 2"),
    ])
    func aRecordThatIsNotKnownIsAnErrorThatSaysWhereAndWhatToDo(
        line: String, code: String, words: String, place: String
    ) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let journal = Journal(path: "\(folder)/journal.jsonl")
        try journal.append([
            .accepted(
                .init(
                    run: RunID(seen: Instant(seconds: 0), feed: "demo", digest: "00000001"), reason: "checked",
                    by: "me", at: Instant(seconds: 1)))
        ])
        try Files.replace(journal.path, with: try Files.read(journal.path) + Array("\(line)\n".utf8))
        let fault = try #require(throws: Fault.self) { try journal.records() }
        #expect(fault.code == code && fault.message.contains(words))
        #expect(fault.place == "\(journal.path): \(place)")
        #expect(fault.remedy.contains("backup"))
    }

    @Test func aRecordIsWrittenAsItWasAlwaysWritten() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let journal = Journal(path: "\(folder)/journal.jsonl")
        let verdict = JournalRecord.Judged(
            run: RunID(seen: Instant(seconds: 0), feed: "demo", digest: "00000001"), outcome: .reread,
            at: Instant(seconds: 1), readerVersion: 2)
        try journal.append([.judged(verdict)])
        #expect(
            String(decoding: try Files.read(journal.path), as: UTF8.self)
                == #"{"judged":{"at":"1970-01-01T00:00:01Z","outcome":"re-read","readerVersion":2,"run":"19700101T000000Z-demo-00000001"}}"#
                + "\n")
    }

    @Test func aSecondWriterIsTurnedAwayAtOnce() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try WriterLock(path: "\(folder)/lock")
        #expect { _ = try WriterLock(path: "\(folder)/lock") } throws: { ($0 as? Fault)?.code == "busy" }
        _ = consume first
        _ = try WriterLock(path: "\(folder)/lock")
    }
}
