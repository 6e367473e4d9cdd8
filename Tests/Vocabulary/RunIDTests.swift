import Foundation
import Testing
import Vocabulary

@Suite struct RunIDTests {
    struct Read: CustomTestStringConvertible {
        var text: String
        var seen: String
        var feed: String
        var version: Int?
        var original: String
        var testDescription: String { text }

        init(_ text: String, _ seen: String, _ feed: String, version: Int? = nil, original: String? = nil) {
            (self.text, self.seen, self.feed) = (text, seen, feed)
            (self.version, self.original) = (version, original ?? text)
        }
    }

    @Test(arguments: [
        Read("20260401T060000Z-cbu-0123abcd", "2026-04-01T06:00:00Z", "cbu"),
        Read("20220304T020313Z-us-ofac-sdn-72235000", "2022-03-04T02:03:13Z", "us-ofac-sdn"),
        Read("20220304T020313Z-us-ofac-sdn-notmodif", "2022-03-04T02:03:13Z", "us-ofac-sdn"),
        Read(
            "20220304T020313Z-ecb-90d-72235000-v2", "2022-03-04T02:03:13Z", "ecb-90d", version: 2,
            original: "20220304T020313Z-ecb-90d-72235000"),
        Read("20220304T020313Z-events-72235000-17", "2022-03-04T02:03:13Z", "events"),
        Read(
            "20220304T020313Z-events-72235000-17-v3", "2022-03-04T02:03:13Z", "events", version: 3,
            original: "20220304T020313Z-events-72235000-17"),
    ])
    func anIDNamesItsSecondItsFeedAndTheVersionThatReadItAgain(_ read: Read) throws {
        let id = try #require(RunID(read.text))
        #expect(id.text == read.text && id.seen.description == read.seen && id.feed == read.feed)
        #expect(id.version == read.version && id.original == read.original)
    }

    @Test func whatIsMadeIsReadAsItWasMade() throws {
        let made = RunID(
            seen: try #require(Instant(iso: "2022-03-04T02:03:13Z")), feed: "us-ofac-sdn", digest: "72235000ffffffff")
        #expect(made.text == "20220304T020313Z-us-ofac-sdn-72235000")
        for id in [made, made.numbered(4096), made.read(again: 12), made.numbered(2).read(again: 3)] {
            let read = try #require(RunID(id.text))
            #expect(read == id && read.feed == id.feed && read.seen == id.seen)
            #expect(read.version == id.version && read.original == id.original)
            #expect(try JSONDecoder().decode([RunID].self, from: JSONEncoder().encode([id])) == [id])
        }
    }

    @Test(arguments: [
        "", "r1", "20220304T020313Z", "20220304T020313Z-sdn", "20220304T020313Z-sdn-123", "2022-03-04-sdn-72235000",
        "20221304T020313Z-sdn-72235000", "20220304T020313Z--72235000", "20220304T020313Z-72235000-v2",
    ])
    func whatIsNoIDIsNamedAsSuch(_ text: String) throws {
        #expect(RunID(text) == nil)
        let fault = #expect(throws: Fault.self) { try RunID(stored: text) }
        #expect(fault?.code == "run_unreadable" && fault?.message == "\"\(text)\" is no id of a run")
    }
}
