import Readers
import Testing
import Vocabulary

/// No reader may let the order of a set become a fact: names, addresses, dates and numbers of an entry, the entries
/// themselves and the rows of a product come in any order, and at every publication in another.
@Suite struct OrderTests {
    @Test("The order of what repeats is no change", arguments: try ListProof.all.get(), [1, 2, 3, 4, 5] as [UInt64])
    func order(_ list: ListProof, seed: UInt64) throws {
        for answer in try list.answers() {
            let whole = try Said(try list.read(answer))
            var shuffled = Shuffled(seed: seed)
            let other = try answer.map {
                ListProof.Part($0.name, try shuffled.file($0.bytes, reader: list.reader.name, part: $0.name))
            }
            #expect(try Said(try list.read(other)).differences(from: whole) == [])
        }
    }

    @Test(
        "The same on the publishers' whole files", .enabled(if: RealData.isPresent, RealData.absence),
        arguments: RealList.all)
    func orderOfWholeFiles(_ list: RealList) throws {
        let parts = try list.parts()
        let whole = try Said(try list.read(parts))
        var shuffled = Shuffled(seed: 1)
        let other = try parts.map { ($0.name, try shuffled.file($0.bytes, reader: list.reader, part: $0.name)) }
        let differences = try Said(try list.read(other)).differences(from: whole).prefix(5)
        #expect(differences == [])
    }
}

/// The folder of proof of a list.
struct ListProof: CustomTestStringConvertible {
    typealias Part = (name: String, bytes: [UInt8])

    let proof: FeedProof
    let reader: Reader

    static let all = Result {
        try FeedProof.all.get().compactMap { proof -> ListProof? in
            let reader = try proof.reader()
            return reader.kind == .list ? ListProof(proof: proof, reader: reader) : nil
        }
    }

    var testDescription: String { proof.feed }

    /// Each answer of the folder, in its parts.
    func answers() throws -> [[Part]] {
        try proof.snapshots().map { snapshot in
            try snapshot.parts.map { Part($0.name, try $0.content.all()) }
        }
    }

    func read(_ parts: [Part]) throws -> Reading { try Snapshot.read(parts, by: reader) }
}

/// All that a reading says of a list, apart from any order.
struct Said: Equatable {
    var facts: [String: [String]] = [:]
    var published: Day?
    var absent: [String]
    var conflicts: Int
    var leftovers: [String]

    init(_ reading: Reading) throws {
        for facet in reading.facets {
            for (index, entry) in facet.entries.enumerated() {
                facts["\(facet.name) \(entry.id)"] = try facet.attributes(index).map {
                    "\($0.field.rawValue) \($0.value) \($0.qualifiers)"
                }
            }
            for id in facet.removed { facts["\(facet.name) \(id)"] = ["removed"] }
        }
        (published, absent, conflicts) = (reading.published, reading.absent, reading.conflicts.count)
        leftovers = reading.leftovers.keys.sorted()
    }

    func differences(from other: Said) -> [String] {
        var found: [String] = []
        for id in Set(facts.keys).union(other.facts.keys).sorted() where facts[id] != other.facts[id] {
            let (now, before) = (Set(facts[id] ?? ["nothing"]), Set(other.facts[id] ?? ["nothing"]))
            found.append("\(id): \(before.subtracting(now).sorted()) became \(now.subtracting(before).sorted())")
        }
        if (published, absent, leftovers) != (other.published, other.absent, other.leftovers) {
            found.append(
                "\((published, absent, leftovers)) instead of \((other.published, other.absent, other.leftovers))")
        }
        if conflicts != other.conflicts { found.append("\(conflicts) conflicts instead of \(other.conflicts)") }
        return found
    }
}

extension Snapshot {
    /// What a reader makes of parts given as bytes.
    static func read(_ parts: [(name: String, bytes: [UInt8])], by reader: Reader) throws -> Reading {
        try reader.read(
            Snapshot(
                feed: "a-feed", source: "a-source", parts: parts.map { Snapshot.Part(name: $0.name, bytes: $0.bytes) }))
    }
}
