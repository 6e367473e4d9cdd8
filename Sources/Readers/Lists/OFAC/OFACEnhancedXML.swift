internal import Formats
internal import Vocabulary

/// SDN_ENHANCED and CONS_ENHANCED: the publisher's richest form, a zip of one document or the document itself.
enum OFACEnhancedXML {
    static let reader = Reader(name: "ofac-enhanced-xml", version: 2, kind: .list) { snapshot in
        let list = try XMLList(
            document(snapshot), root: "sanctionsData", records: ["entity"], key: .attribute("id"))
        let dated = list.root.first("publicationInfo")?["dataAsOf"] ?? ""
        guard let published = Day(iso: dated.prefix(10)) else {
            throw Fault("bad_day", "dataAsOf is \"\(dated)\", no day")
        }
        // Dictionaries of what the entities say in words themselves.
        list.root.ignore("referenceValues", "featureTypes")
        list.root.ignoreAttributes("schemaLocation")
        list.root.first("publicationInfo")?.ignore("filters")
        return try list.reading(published: published) { OFACEntity.read($0, &$1) }
    }

    /// The document, whether or not it came in a zip.
    static func document(_ snapshot: Snapshot) throws -> Bytes {
        let content = try snapshot.content("main")
        let head = try content[0..<min(4, content.count)]
        guard head.elementsEqual([0x50, 0x4B, 0x03, 0x04]) else { return content }
        return Bytes(try Zip.onlyMember(content.all()).bytes)
    }
}
