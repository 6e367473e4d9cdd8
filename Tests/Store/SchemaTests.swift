import Foundation
import Testing
import Vocabulary

@testable import Store

/// A ledger of an earlier schema, brought along, has the rows that a new one is made with.
@Suite struct SchemaTests {
    private static func fill(_ ledger: Ledger) throws {
        for number in 0..<3 {
            let seen = Instant(seconds: 1_640_000_000 + Int64(number) * 86_400)
            var run = Run(
                id: RunID(seen: seen, feed: "list", digest: "\(10_000_000 + number)"), feed: "list", source: "demo",
                how: "import", seen: seen, recorded: seen,
                outcome: .stored, localDay: seen.day)
            run.knownFrom = seen
            let part = FacetReading(
                name: "main", entries: (number..<(number + 5)).map { EntryRow(id: "\($0)", digest: Int64(number)) }
            ) { position in
                [
                    Attribute(.name, "Person \(position)"), Attribute(.programme, "Venezuela "),
                    Attribute(.programme, "P\(number)"), Attribute(.sourceList, "SDN"),
                ].sorted()
            }
            try ledger.record(run)
            _ = try ledger.store(Reading(.list([part])), run: run, trustingDigests: false)
            var event = NewsEvent(id: "RU-\(number)", date: seen.day)
            (event.countries, event.currencies, event.tags) = (["RU"], ["RUB"], ["war"])
            (run.id, run.feed) = (RunID(seen: seen, feed: "events", digest: "\(20_000_000 + number)"), "events")
            try ledger.record(run)
            _ = try ledger.store(Reading(.events([event])), run: run, trustingDigests: false)
        }
    }

    /// What takes a ledger of today back to what an earlier schema held.
    private static let earlier = [
        3: """
        DROP TABLE mark; DROP TABLE event; DROP INDEX presence_by_moment; PRAGMA user_version = 3;
        """,
        4: """
        DELETE FROM mark WHERE kind = 'source';
        UPDATE mark SET name = name || ' ' WHERE name = 'Venezuela'; PRAGMA user_version = 4;
        """,
    ]

    @Test(arguments: [3, 4]) func aLedgerOfAnEarlierSchemaIsBroughtAlong(_ schema: Int) throws {
        let rows = try SQLiteRows(path: ":memory:")
        try Self.fill(Ledger(rows))
        let fresh = try rows.dump()
        try rows.database.execute(try #require(Self.earlier[schema]))
        #expect(throws: Fault.self) { try Migrations.require(rows.database) }
        try Migrations.bring(rows.database)
        #expect(try rows.dump() == fresh)
        let ledger = Ledger(rows)
        func ids(_ programme: String) throws -> [String] {
            try ledger.entries("list", EntryQuery(programmes: [programme]), known: .now).map(\.designation.id)
        }
        #expect(try ids("Venezuela") == ["2", "3", "4", "5", "6"] && ids("Venezuela ").count == 5)
        #expect(try ids("P1").isEmpty && ids("P2").count == 5)
    }
}
