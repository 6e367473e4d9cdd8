internal import Formats
internal import Vocabulary

/// OFAC's delta files: what one publication announced of each entity, and no list. An entity that it does not name stays as
/// it was last announced; one that it removes is told with that action, whether or not anything was announced of it before.
///
/// An added entity is printed whole. A changed one has no action of its own: only its changed parts are printed, each with
/// its action and, where there was one, its old value.
enum OFACDeltaXML {
    static let reader = Reader(name: "ofac-delta-xml", version: 2, kind: .list) { snapshot in
        let list = try XMLList(
            snapshot.content("main"), root: "sanctionsData", records: ["entity"], key: .attribute("id"))
        let information = list.root.first("publicationInfo")
        information?.ignore("publicationID", "publicationType")
        let dated = information?["datePublished"] ?? ""
        // The day as printed: the zone behind it is that of Washington.
        guard let published = Day(iso: dated.prefix(10)) else {
            throw Fault("bad_day", "datePublished is \"\(dated)\", no day", place: "publicationInfo/datePublished")
        }
        var reading = try list.reading(published: published, needsNames: false) { entity, facts in
            let action = entity.attribute("action").lowercased()
            switch action {
            case "":
                facts.remark("Action", "change")
                entity.ignoreAttributes("id")
                changes(of: entity, "", &facts)
            case "delete":
                facts.remark("Action", "remove")
                OFACEntity.read(entity, &facts)
            default:
                facts.remark("Action", action)
                OFACEntity.read(entity, &facts)
            }
        }
        guard case .list(var facets) = reading.content, !facets.isEmpty else { return reading }
        facets[0].isComplete = false
        reading.content = .list(facets)
        return reading
    }

    /// Every part with an action: what it is, what became of it, what it says, what it said before.
    private static func changes(of element: XMLElement, _ path: String, _ facts: inout Facts) {
        for part in element.children {
            let place = path.isEmpty ? part.name : "\(path)/\(part.name)"
            part.ignoreAttributes("id", "refId", "featureTypeId", "entityId", "datePublished")
            let (action, old) = (part.attribute("action"), part.attribute("oldValue"))
            if place == "generalInfo/entityType", action.isEmpty {
                facts.add(.kind, OFACFacts.kind(part.text))
            } else if !action.isEmpty {
                let before = old.isEmpty ? "" : " (before: \(old))"
                facts.remark("Changed", "\(place), \(action): \(whole(part))\(before)")
            } else {
                _ = part.text
                changes(of: part, place, &facts)
            }
        }
    }

    /// The texts of an element and of all that stands in it.
    private static func whole(_ element: XMLElement) -> String {
        element.ignoreAttributes("id", "refId", "featureTypeId", "entityId", "datePublished")
        let inner = element.children.map { child in
            // A part inside a changed one may have changed by itself.
            let (action, old) = (child.attribute("action"), child.attribute("oldValue"))
            let words = [child.name, action, whole(child), old.isEmpty ? "" : "(before: \(old))"]
            return words.filter { !$0.isEmpty }.joined(separator: " ")
        }
        return ([element.text] + inner.sorted()).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
