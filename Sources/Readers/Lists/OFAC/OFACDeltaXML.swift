internal import Formats
internal import Vocabulary

/// OFAC's delta files: what one publication announced of each entity, and no list. An entity that it deletes is off the
/// list of what was announced; one that it does not name stays as it was last announced.
///
/// Unproven: written from the publisher's description, no real file was read yet. Whether a changed entity is printed
/// whole or only in its changed parts is not known: its action and what is printed are kept, nothing is filled in.
enum OFACDeltaXML {
    static let reader = Reader(name: "ofac-delta-xml", version: 1, kind: .list) { snapshot in
        let content = try snapshot.content("main")
        var removed: Set<String> = []
        let list = try XMLList(content, root: "deltaFile", records: ["entity"], key: .attribute("id")) { records in
            try records.keys.indices.map { index in
                let action = try records.element(index).attribute("action").lowercased()
                guard ["remove", "delete"].contains(action) else { return records.keys[index] }
                removed.insert(records.keys[index])
                return nil
            }
        }
        let information = list.root.first("publicationInfo")
        information?.ignore("publicationID")
        let dated = information?["datePublished"] ?? list.root["datePublished"]
        guard let published = Day(iso: dated.prefix(10)) else {
            throw Fault("bad_day", "datePublished is \"\(dated)\", no day")
        }
        var reading = try list.reading(published: published) { entity, facts in
            facts.remark("Action", entity.attribute("action"))
            OFACEntity.read(entity, &facts)
        }
        guard case .list(var facets) = reading.content, !facets.isEmpty else { return reading }
        facets[0].isComplete = false
        facets[0].removed = removed
        reading.content = .list(facets)
        return reading
    }
}
