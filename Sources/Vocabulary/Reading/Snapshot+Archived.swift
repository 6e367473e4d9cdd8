/// How a context is archived: a layout stands in the journal, and what news is read with stands beside the publisher's
/// bytes, a part each.
extension Snapshot {
    /// A snapshot as the archive has it: what its reader needs besides the publisher's bytes is told apart from these.
    ///
    /// - Parameter layout: as the journal has it.
    package init(
        archived parts: [Part], feed: String, source: String, needs: Reader.Needs, layout: RateLayout?, seen: Day?
    ) throws {
        let context: Context
        switch needs {
        case .nothing: context = .none
        case .layout: context = Context(layout)
        case .newsRules: context = .news(try NewsContext(archived: parts))
        }
        let own = needs == .newsRules ? parts.filter { !NewsContext.partNames.contains($0.name) } : parts
        self.init(feed: feed, source: source, parts: own, context: context, seen: seen)
    }
}

extension Snapshot.Context {
    /// What is archived beside the publisher's bytes.
    package var archivedParts: [Snapshot.Part] {
        guard case .news(let news) = self else { return [] }
        return news.archivedParts
    }
}

extension NewsContext {
    fileprivate static let ruleNames: Set<String> = ["places", "bodies", "tags"]
    fileprivate static let partNames = ruleNames.union(["zone", "address"])

    /// Archives from before a member was kept lack its part.
    fileprivate init(archived parts: [Snapshot.Part]) throws {
        func text(_ name: String) throws -> String? {
            try parts.first { $0.name == name }.map { String(decoding: try $0.content.all(), as: UTF8.self) }
        }
        self.init(
            rules: parts.filter { NewsContext.ruleNames.contains($0.name) }, zone: try text("zone") ?? "UTC",
            address: try text("address") ?? "")
    }

    fileprivate var archivedParts: [Snapshot.Part] {
        let texts = [("zone", zone)] + (address.isEmpty ? [] : [("address", address)])
        return rules + texts.map { Snapshot.Part(name: $0.0, bytes: Array($0.1.utf8)) }
    }
}
