package import Configuration
internal import FileSystem
internal import Formats
package import Intake
package import Vocabulary

/// A file or folder on disk as one snapshot of a feed.
package enum LocalSnapshot {
    /// The parts that a path holds: a lone file is the first part under any name; in a folder, or in a zip for a reader
    /// of several parts, each file is the part that its name without extension says, in any case.
    ///
    /// - Parameter named: the parts that the feed file names, for a reader that leaves that to it; a lone file with the
    ///   name of one of them is that part.
    package static func parts(
        _ path: String, reader: Reader, named feedParts: [String] = [], part: String? = nil
    ) throws -> [Delivery.Part] {
        let reader = reader.naming(feedParts)
        if Files.isFolder(path) {
            let files = Files.names(in: path).filter { !Files.isFolder("\(path)/\($0)") }
            return try named(
                files.map { name in ("\(path)/\(name)", { try Files.read("\(path)/\(name)") }) }, reader, path)
        }
        let bytes = try Files.read(path)
        if !reader.takesAnyPart, reader.parts.count > 1, bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            let members = try Zip.members(bytes)
            return try named(members.map { member in ("\(path)/\(member.name)", { member.bytes }) }, reader, path)
        }
        return [Delivery.Part(name: part ?? reader.lonePart(path), bytes: bytes, address: path)]
    }

    /// The same as a snapshot to be read and not kept: a long file stays where it is and is read in pieces.
    ///
    /// - Parameter context: what the reader goes by besides the file.
    package static func snapshot(
        _ path: String, feed: FeedFile, reader: Reader, context: Snapshot.Context, part: String? = nil, now: Instant
    ) throws -> Snapshot {
        let named = feed.parts.map(\.name)
        if !Files.isFolder(path) {
            let content = try Files.bytes(of: path)
            let isArchive = try content[0..<min(4, content.count)].elementsEqual([0x50, 0x4B, 0x03, 0x04])
            if reader.takesAnyPart || reader.parts.count == 1 || !isArchive {
                let part = Snapshot.Part(name: part ?? reader.naming(named).lonePart(path), content: content)
                return Snapshot(
                    feed: feed.id, source: feed.source, parts: [part], context: context, seen: feed.day(of: now))
            }
        }
        return Snapshot(
            feed: feed.id, source: feed.source,
            parts: try parts(path, reader: reader, named: named).map { Snapshot.Part(name: $0.name, bytes: $0.bytes) },
            context: context, seen: feed.day(of: now))
    }

    private static func named(
        _ files: [(name: String, bytes: () throws -> [UInt8])], _ reader: Reader, _ path: String
    ) throws -> [Delivery.Part] {
        let parts = try reader.parts.compactMap { part in
            try files.first { base($0.name) == part }
                .map { Delivery.Part(name: part, bytes: try $0.bytes(), address: $0.name) }
        }
        if reader.takesAnyPart, !parts.isEmpty { return parts }
        guard let first = reader.parts.first, parts.contains(where: { $0.name == first }) else {
            throw Fault(
                "part_missing", "no file called \(reader.parts.first ?? "main").csv here", place: path,
                remedy: "The parts are: \(reader.parts.joined(separator: ", ")); the first is needed.")
        }
        return parts
    }

    fileprivate static func base(_ name: String) -> String {
        let file = name.split(separator: "/").last ?? ""
        return String(file.prefix { $0 != "." }).lowercased()
    }
}

extension LocalSnapshot {
    /// Where a lone file was taken for one of several parts by nothing but their order, the words that say so: answers
    /// that do not name their currency look all alike.
    package static func guess(_ path: String, feed: FeedFile, reader: Reader, part: String?) throws -> String? {
        let names = feed.parts.map(\.name)
        if let part, !names.contains(part), reader.takesAnyPart ? !names.isEmpty : !reader.parts.contains(part) {
            throw Fault(
                "usage", "\(feed.id) has no part \(part)", remedy: "Its parts: \(names.joined(separator: ", ")).")
        }
        guard part == nil, reader.takesAnyPart, names.count > 1, !Files.isFolder(path), !names.contains(base(path))
        else {
            return nil
        }
        return "\(path) is taken for the part \(names[0]) of \(feed.id); --part names another: "
            + names.dropFirst().joined(separator: ", ")
    }
}

extension Reader {
    /// The reader with the parts that a feed names, where it leaves that to the feed.
    fileprivate func naming(_ parts: [String]) -> Reader {
        guard takesAnyPart, !parts.isEmpty else { return self }
        var copy = self
        copy.parts = parts
        return copy
    }

    fileprivate func lonePart(_ path: String) -> String {
        takesAnyPart ? parts.first { $0 == LocalSnapshot.base(path) } ?? parts.first ?? "main" : parts.first ?? "main"
    }
}
