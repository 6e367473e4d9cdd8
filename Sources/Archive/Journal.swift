internal import FileSystem
internal import FoundationEssentials
internal import Glibc
internal import Vocabulary

/// What happened and what was decided, a line of JSON each, appended and synced, never rewritten.
///
/// The ledger is derived from this file and the blobs: what stands here and not in the ledger (a crash in between) is
/// applied when the next writer opens the workspace, and `rebuild` applies all of it to an empty ledger.
package struct Journal: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// Bytes in the file; 0 where there is none.
    package func length() throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return 0 }
            throw Files.failure("cannot examine", path)
        }
        return Int(status.st_size)
    }

    /// Refuses a journal that is shorter than what a ledger has seen of it: what it lost is in the ledger alone, and
    /// neither a new line nor a rebuild may make that final.
    package func require(_ bytes: Int) throws {
        let length = try length()
        guard length < bytes else { return }
        throw Fault(
            "journal_short", "the ledger has seen \(bytes) bytes of the journal, which has \(length)", place: path,
            remedy:
                "Restore the journal from a backup. To go on with what it holds, and lose the rest, move the ledger away and run `bellwether rebuild`."
        )
    }

    /// Appends the records as one write, synced to the disk; answers the file's new length.
    @discardableResult
    package func append(_ records: [JournalRecord]) throws -> Int {
        try Files.makeFolder(Files.parent(of: path))
        let isNew = !Files.exists(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Files.failure("cannot open", path) }
        defer { close(descriptor) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        let decoder = JSONDecoder()
        for record in records {
            let line = try encoder.encode(record)
            // A line that cannot be read again would end every verify and rebuild for good: a day before the year 1.
            do { _ = try decoder.decode(JournalRecord.self, from: line) } catch {
                throw Fault(
                    "unrecordable", "this cannot be recorded: \(String(decoding: line.prefix(200), as: UTF8.self))",
                    place: path, remedy: "Nothing was written. Check the dates that were given.")
            }
            bytes += [UInt8](line)
            bytes.append(UInt8(ascii: "\n"))
        }
        let end = try dropTornTail(descriptor)
        do {
            try Files.write(bytes, to: descriptor, path: path)
            guard fsync(descriptor) == 0 else { throw Files.failure("cannot sync", path) }
        } catch {
            // A half-written line must not stand before the next one.
            ftruncate(descriptor, off_t(end))
            throw error
        }
        if isNew { try Files.syncFolder(Files.parent(of: path)) }
        return end + bytes.count
    }

    /// The records from a byte offset on, each with the offset after it. A last line without its end was never
    /// completed and is passed over.
    package func records(from offset: Int = 0) throws -> [(record: JournalRecord, end: Int)] {
        try require(offset)
        guard Files.exists(path) else { return [] }
        let bytes = try Files.read(path)
        var result: [(JournalRecord, Int)] = []
        let decoder = JSONDecoder()
        var start = offset
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = Data(bytes[start..<end])
            do {
                result.append((try decoder.decode(JournalRecord.self, from: line), end + 1))
            } catch {
                throw fault(error, in: line, number: bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1)
            }
            start = end + 1
        }
        return result
    }

    /// Why a line cannot be used, with its number and the run that it is about.
    private func fault(_ error: any Error, in line: Data, number: Int) -> Fault {
        struct Body: Decodable { var run: String? }
        var place = "\(path): line \(number)"
        // What is damaged may not even say which run it is about.
        let named = Result { try JSONDecoder().decode([String: Body].self, from: line) }
        if case .success(let bodies) = named, let run = bodies.values.compactMap(\.run).first {
            place += ", run \(run)"
        }
        guard let fault = error as? Fault else {
            return Fault(
                "journal_damaged", "cannot read this record", place: place,
                remedy: "Restore the journal from a backup.")
        }
        return Fault(
            fault.code, fault.message, place: place,
            remedy: "Install the bellwether that wrote it, or restore the journal from a backup.")
    }

    private func dropTornTail(_ descriptor: Int32) throws -> Int {
        var end = Int(lseek(descriptor, 0, SEEK_END))
        var byte: UInt8 = 0
        while end > 0 {
            guard pread(descriptor, &byte, 1, off_t(end - 1)) == 1 else { throw Files.failure("cannot read", path) }
            if byte == UInt8(ascii: "\n") { break }
            end -= 1
        }
        guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
            throw Files.failure("cannot trim the journal", path)
        }
        return end
    }
}
