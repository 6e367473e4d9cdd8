import CArchive
import FoundationEssentials
import Testing

/// Whole files as the publishers serve them, outside the repository: BELLWETHER_REAL_DATA names their folder.
enum RealData {
    static let folder = ProcessInfo.processInfo.environment["BELLWETHER_REAL_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    static var isPresent: Bool { folder != nil }
    static let absence: Comment = "BELLWETHER_REAL_DATA is not set: whole real files are not read"

    static func file(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: try #require(folder)).appending(path: path)))
    }

    /// The files of a folder, sorted by name.
    static func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: try #require(folder) + "/" + path).sorted()
    }

    /// The one file that an `.xz` holds.
    static func unpacked(_ path: String) throws -> [UInt8] {
        var files: [[UInt8]] = []
        try unpack(path) { files.append($1) }
        return try #require(files.first)
    }

    /// Every regular file of an `.xz` or a `.tar.zst`, one at a time: the archive of lists is 334 MB unpacked.
    static func unpack(_ path: String, _ use: (String, [UInt8]) throws -> Void) throws {
        let packed = try file(path)
        let archive = archive_read_new()
        defer { archive_read_free(archive) }
        archive_read_support_filter_all(archive)
        archive_read_support_format_tar(archive)
        archive_read_support_format_raw(archive)
        try packed.withUnsafeBytes { source in
            try #require(archive_read_open_memory(archive, source.baseAddress, source.count) == ARCHIVE_OK)
            var entry: OpaquePointer?
            while archive_read_next_header(archive, &entry) == ARCHIVE_OK {
                guard archive_entry_filetype(entry) & 0o170000 == 0o100000 else { continue }
                let name = String(cString: archive_entry_pathname(entry))
                var content: [UInt8] = []
                var block: UnsafeRawPointer?
                var (count, offset) = (0, la_int64_t(0))
                while archive_read_data_block(archive, &block, &count, &offset) == ARCHIVE_OK {
                    content.append(contentsOf: UnsafeRawBufferPointer(start: block, count: count))
                }
                try use(name, content)
            }
        }
    }
}
