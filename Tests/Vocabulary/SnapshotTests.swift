import Testing
import Vocabulary

@Suite struct SnapshotTests {
    private let parts = ["places", "main", "bodies", "tags", "zone", "address"].map {
        Snapshot.Part(name: $0, bytes: Array("\($0)!".utf8))
    }

    @Test("What news is read with comes back from the archive as it went in, apart from the publisher's bytes")
    func newsFromTheArchive() throws {
        let rules = ["places", "bodies", "tags"].map { Snapshot.Part(name: $0, bytes: Array($0.utf8)) }
        for (address, names) in [
            ("", ["places", "bodies", "tags", "zone"]),
            ("https://example.org/a", ["places", "bodies", "tags", "zone", "address"]),
        ] {
            let given = NewsContext(rules: rules, zone: "America/New_York", address: address)
            let archived = Snapshot.Context.news(given).archivedParts
            #expect(archived.map(\.name) == names)
            let snapshot = try Snapshot(
                archived: [Snapshot.Part(name: "main", bytes: [1])] + archived, feed: "a", source: "b",
                needs: .newsRules, layout: nil, seen: nil)
            guard case .news(let found) = snapshot.context else {
                Issue.record("no context of news")
                return
            }
            #expect(snapshot.parts.map(\.name) == ["main"])
            #expect(found.zone == "America/New_York" && found.address == address)
            #expect(try found.rules.map { try $0.content.all() } == rules.map { try $0.content.all() })
        }
    }

    @Test(
        "An archive without zone and address is of UTC and of no address; a file of rules that is not there stays away")
    func oldArchive() throws {
        let snapshot = try Snapshot(
            archived: Array(parts.prefix(3)), feed: "a", source: "b", needs: .newsRules, layout: nil, seen: nil)
        guard case .news(let found) = snapshot.context else {
            Issue.record("no context of news")
            return
        }
        #expect(found.zone == "UTC" && found.address.isEmpty)
        #expect(try found.rule("bodies")?.all() == Array("bodies!".utf8) && found.rule("tags") == nil)
    }

    @Test("Only a reader of news takes parts for its context: others may call a part of their own so")
    func otherReaders() throws {
        for needs in [Reader.Needs.nothing, .layout] {
            let snapshot = try Snapshot(
                archived: parts, feed: "a", source: "b", needs: needs, layout: RateLayout(), seen: nil)
            #expect(snapshot.parts.map(\.name) == parts.map(\.name))
            #expect((snapshot.context.layout != nil) == (needs == .layout))
        }
    }
}
