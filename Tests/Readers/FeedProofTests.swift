import Configuration
import Readers
import TestSupport
import Testing
import Vocabulary

/// Every feed by its shipped file, on its publisher's answer. A new folder is a new test.
@Suite struct FeedProofTests {
    @Test(
        "A shipped feed reads its publisher's answer, and leaves nothing unread",
        arguments: try FeedProof.all.get())
    func proof(_ proof: FeedProof) throws {
        let readings = try proof.readings()
        #expect(!readings.isEmpty, "the folder has no answer")
        for reading in readings {
            try Golden.check(try reading.csv(), file: proof.file("expected.csv"))
            // Facts are read while they are written: what nothing uses is known only now.
            #expect(reading.leftovers == [:])
            #expect(reading.absent == [] && reading.conflicts == [])
            let warnings = reading.warnings.map { $0 + "\n" }.joined()
            let isExpected = try proof.names().contains("warnings.txt")
            if isExpected || !warnings.isEmpty { try Golden.check(warnings, file: proof.file("warnings.txt")) }
        }
    }

    @Test("Every shipped feed has its folder of proof, or its file says that it is unproven")
    func everyFeedIsProven() throws {
        let proven = Set(try FeedProof.all.get().map(\.feed))
        let feeds = try ShippedFeed.settings.get().feeds
        #expect(feeds.filter { !$0.isUnproven && !proven.contains($0.id) }.map(\.id) == [])
        #expect(proven.subtracting(feeds.map(\.id)) == [])
        // A reader is proven with the first feed that it reads.
        #expect(Set(feeds.filter { proven.contains($0.id) }.map(\.reader)) == Set(ReaderCatalogue.all.map(\.name)))
    }

    @Test("A folder of proof says where its answer comes from", arguments: try FeedProof.all.get())
    func origin(_ proof: FeedProof) throws {
        let names = try proof.names()
        #expect(names.contains("ORIGIN.md") && names.contains("expected.csv") && names.count > 2)
    }
}
