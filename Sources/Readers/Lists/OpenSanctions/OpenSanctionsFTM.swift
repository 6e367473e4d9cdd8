internal import Formats
internal import Vocabulary

/// All that OpenSanctions knows of a collection, `entities.ftm.json`: an object a line, targets and what they point at.
///
/// Unproven: built from the published description, no real file was read yet.
enum OpenSanctionsFTM {
    static let reader = Reader(name: "opensanctions-ftm", version: 2, kind: .list) { snapshot in
        let lines = try FTMLines(snapshot.content("main"))
        let targets = try lines.targets()
        let unread = Leftovers()
        let facet = targets.list.facet("main") { rows in
            var found = Facts()
            for row in rows {
                let target = try lines.record(row)
                FTMFacts.read(target, &found)
                for name in target.unread() { unread.add("properties.\(name)") }
                for key in target.entity.otherKeys { unread.add(key) }
                for index in targets.joined[row] ?? [] {
                    let joined = try lines.record(index)
                    FTMJoined.read(joined, &found)
                    for name in joined.unread() { unread.add("\(joined.entity.schema).properties.\(name)") }
                }
            }
            return found
        }
        var reading = Reading(.list([facet]), unread: unread)
        reading.conflicts = lines.conflicts
        reading.warnings = lines.warnings + targets.warnings
        return reading
    }
}

/// The lines of the file: where each lies, and the few things about it that joining needs.
struct FTMLines: Sendable {
    struct Line: Sendable {
        var line: JSONLines.Line
        var id: String
        var schema: String
        var isTarget: Bool
        var digest: Int64
        var owners: [String]
        var addresses: [String]
    }

    private let content: Bytes
    private(set) var lines: [Line] = []
    /// Two objects of one id that differ, targets or not; the first counts.
    private(set) var conflicts: [Conflict] = []
    private(set) var warnings: [String] = []

    init(_ content: Bytes) throws {
        self.content = content
        let digests = try RowDigests()
        var (lines, conflicts, warnings) = (lines, conflicts, warnings)
        var indices: [String: Int] = [:]
        try JSONLines(content: content).eachLine { line, bytes in
            let entity = try JSONLines.decode(FTMEntity.self, bytes, line)
            try JSONLines.requireUniqueKeys(bytes, line)
            guard !entity.id.isEmpty else {
                throw Fault("bad_key", "an object without its id", place: "line \(line.number)")
            }
            let digest = try digests.short(bytes.span)
            if let earlier = indices[entity.id].map({ lines[$0] }) {
                let places = "\(entity.id), at line \(earlier.line.number) and line \(line.number)"
                if earlier.digest == digest {
                    warnings.append("the object \(places), stands twice, identical")
                } else {
                    conflicts.append(Conflict(key: entity.id, places))
                }
                return
            }
            indices[entity.id] = lines.count
            lines.append(
                Line(
                    line: line, id: entity.id, schema: entity.schema, isTarget: entity.isTarget, digest: digest,
                    owners: entity.owners, addresses: entity.isTarget ? entity.addresses : []))
        }
        (self.lines, self.conflicts, self.warnings) = (lines, conflicts, warnings)
    }

    /// Reads a line once more: the facts of most entries are never asked for, so none are kept.
    func record(_ index: Int) throws -> FTMRecord {
        let bytes = try content[lines[index].line.range]
        return FTMRecord(try JSONLines.decode(FTMEntity.self, bytes, lines[index].line))
    }
}
