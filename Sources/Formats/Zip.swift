internal import CArchive
internal import Vocabulary

/// Unpacks zip archives in memory through libarchive, which checks sizes and CRCs.
package enum Zip {
    /// What an archive may grow to. A bomb unpacks 48 KB to 50 MB.
    package struct Limits: Sendable {
        /// All members together, decoded.
        package var bytes: Int
        /// Decoded to packed bytes.
        package var ratio: Int
        package var members: Int

        package init(bytes: Int = 256 << 20, ratio: Int = 200, members: Int = 64) {
            self.bytes = bytes
            self.ratio = ratio
            self.members = members
        }
    }

    /// A file of an archive. Its name is for messages and matching only and never becomes a path.
    package struct Member: Sendable {
        package let name: String
        package let bytes: [UInt8]
    }

    /// The regular files of an archive, in its order.
    package static func members(_ bytes: [UInt8], limits: Limits = Limits()) throws -> [Member] {
        try ReceivedForm.require("zip", bytes.span)
        let archive = try OpenArchive()
        return try bytes.withUnsafeBytes { try archive.members($0, limits) }
    }

    /// The one file of an archive that has one.
    package static func onlyMember(_ bytes: [UInt8], limits: Limits = Limits()) throws -> Member {
        let members = try members(bytes, limits: limits)
        guard members.count == 1, let member = members.first else {
            throw Fault("zip_members", "the zip archive holds \(members.count) files; one expected")
        }
        return member
    }
}

private struct OpenArchive: ~Copyable {
    private let archive: OpaquePointer

    init() throws {
        guard let archive = archive_read_new() else { throw Fault("out_of_memory", "libarchive could not start") }
        self.archive = archive
        // Only the form with a central directory: without one the file is cut, and its last member perhaps with it.
        archive_read_support_format_zip_seekable(archive)
    }

    deinit { archive_read_free(archive) }

    func members(_ source: UnsafeRawBufferPointer, _ limits: Zip.Limits) throws -> [Zip.Member] {
        guard archive_read_open_memory(archive, source.baseAddress, source.count) == ARCHIVE_OK else { throw cut() }
        var members: [Zip.Member] = []
        var total = 0
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return members }
            guard status == ARCHIVE_OK, let entry else { throw cut() }
            guard archive_entry_filetype(entry) & 0o170000 == 0o100000 else { continue }
            guard members.count < limits.members else {
                throw Fault("zip_limit", "the zip archive holds more than \(limits.members) files")
            }
            let name = archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? "member \(members.count + 1)"
            let room = min(limits.bytes, source.count * limits.ratio) - total
            let content = try content(name, room, stated: Int(archive_entry_size(entry)))
            total += content.count
            members.append(Zip.Member(name: name, bytes: content))
        }
    }

    private func content(_ name: String, _ room: Int, stated: Int) throws -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(max(0, min(stated, room)))
        var block: UnsafeRawPointer?
        var (count, offset) = (0, la_int64_t(0))
        while true {
            let status = archive_read_data_block(archive, &block, &count, &offset)
            if status == ARCHIVE_EOF { break }
            guard status == ARCHIVE_OK, Int(offset) == content.count else { throw cut(in: name) }
            guard content.count + count <= room else {
                throw Fault(
                    "zip_limit", "the zip archive unpacks to more than its cap allows", place: name,
                    remedy: "If the file is genuine, raise the feed's cap.")
            }
            content.append(contentsOf: UnsafeRawBufferPointer(start: block, count: count))
        }
        guard content.count == stated else { throw cut(in: name) }
        return content
    }

    private func cut(in member: String = "") -> Fault {
        let message = archive_error_string(archive).map { String(cString: $0) } ?? "its data end early"
        return Fault(
            "cut_zip", "the zip archive is cut or damaged: \(message)", place: member,
            remedy: "Fetch it again; nothing of it was used.")
    }
}
