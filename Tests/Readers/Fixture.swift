import FoundationEssentials
import Readers
import Testing
import Vocabulary

/// A small file in a publisher's exact shape, from Tests/Fixtures.
func fixture(_ path: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Fixtures/\(path)")))
}

/// What a reader makes of parts given as bytes.
func read(_ reader: String, _ parts: [(name: String, bytes: [UInt8])]) throws -> Reading {
    let snapshot = Snapshot(
        feed: "a-feed", source: "ecb", parts: parts.map { Snapshot.Part(name: $0.name, bytes: $0.bytes) })
    return try #require(ReaderCatalogue.named(reader)).read(snapshot)
}

/// What a reader makes of one part.
func read(_ reader: String, _ bytes: [UInt8], part: String = "main") throws -> Reading {
    try read(reader, [(part, bytes)])
}

func read(_ reader: String, _ text: String, part: String = "main") throws -> Reading {
    try read(reader, Array(text.utf8), part: part)
}

extension Reading {
    var rates: [SeriesReading] {
        guard case .rates(let series) = content else { return [] }
        return series
    }
    var facets: [FacetReading] {
        guard case .list(let facets) = content else { return [] }
        return facets
    }
    var events: [NewsEvent] {
        guard case .events(let events) = content else { return [] }
        return events
    }

    func series(_ key: String) throws -> SeriesReading { try #require(rates.first { $0.key.text == key }) }

    /// The facts of an entry in a facet, as a person reads them: `name JASHARI, Abdul (primary, strong)`.
    func facts(_ id: String, _ facet: String = "main") throws -> [String] {
        let facet = try #require(facets.first { $0.name == facet })
        let index = try #require(facet.entries.firstIndex { $0.id == id })
        return try facet.attributes(index).map { "\($0.field.rawValue) \($0.display)" }
    }
}

extension SeriesReading {
    /// `2022-03-01 117.201`
    var printed: [String] { zip(days, numbers).map { "\($0) \($1)" } }
}

/// The fault that reading throws.
func fault(_ reader: String, _ bytes: [UInt8], part: String = "main") throws -> Fault {
    try #require(throws: Fault.self) { try read(reader, bytes, part: part) }
}

func fault(_ reader: String, _ text: String, part: String = "main") throws -> Fault {
    try fault(reader, Array(text.utf8), part: part)
}
