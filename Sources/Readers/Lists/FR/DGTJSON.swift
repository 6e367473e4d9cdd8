internal import Formats
internal import Vocabulary

/// The register of asset freezes of France's Treasury (Direction générale du Trésor): one document of JSON, whose entries
/// are a list of typed details each.
///
/// Built from the publisher's description; no real file has been read yet.
enum DGTJSON {
    static let reader = Reader(name: "fr-dgt-json", version: 1, kind: .list) { snapshot in
        let content = try snapshot.required("main")
        return try reading(JSONDocument.read(content.span))
    }

    private static func reading(_ document: DocumentNode) throws -> Reading {
        let unread = Leftovers()
        var register = JSONCells(document)
        guard let publication = register.only("Publications") else {
            throw Fault(
                "wrong_object", "the document has no \"Publications\"",
                remedy: "If the publisher renamed it, the reader must learn it; nothing was changed.")
        }
        register.leave(to: unread, under: "")
        var head = JSONCells(publication)
        let published = Day(iso: head.take("DatePublication").prefix(10))
        let entries = head.list("PublicationDetail")
        head.leave(to: unread, under: "Publications")
        var list = KnownFacts()
        for (number, entry) in entries.enumerated() {
            var cells = JSONCells(entry)
            let id = cells.take("IdRegistre")
            let place = "PublicationDetail, entry \(number + 1)"
            let facts = try DGTEntry.facts(&cells, unread)
            try list.add(id, place: place, facts)
            cells.leave(to: unread, under: "PublicationDetail")
        }
        return try list.reading(published: published, unread: unread)
    }
}
