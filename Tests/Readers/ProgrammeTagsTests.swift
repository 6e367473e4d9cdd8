import Configuration
import Formats
import FoundationEssentials
import Readers
import Testing
import Vocabulary

/// Every tag that the saved files print has a row in the shipped `programs.csv`.
@Suite(.enabled(if: RealData.isPresent, RealData.absence)) struct ProgrammeTagsTests {
    private static let shipped = Result { () throws -> Programmes in
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return try Programmes.decode(ConfigFile(name: "programs.csv", path: root + "/Config/programs.csv")).get()
    }

    private func unknown(_ tags: Set<String>, _ list: String) throws -> [String] {
        let programmes = try ProgrammeTagsTests.shipped.get()
        return tags.filter { !$0.isEmpty && programmes.row($0, list: list) == nil }.sorted()
    }

    @Test(
        "The tags of a saved XML file are known", .timeLimit(.minutes(2)),
        arguments: [
            ("eu-fsf", "eu-fsf/2021-03-02", " programme=\"", "\"", 32),
            ("us-ofac-sdn-xml", "us-ofac-sdn/xml-2021-03-10/sdn", "<program>", "<", 67),
            ("us-ofac-cons", "us-ofac-cons/2025-10-22", "<program>", "<", 12),
            ("us-ofac-cons-enhanced", "us-ofac-cons/2025-12-18", "<program>", "<", 11),
            ("ca-sema", "ca-sema/2025-06-08", "<Country>", "<", 19),
            ("un-sc", "un-sc/2017-06-20", "<UN_LIST_TYPE>", "<", 13),
            ("un-sc", "un-sc/2018-08-24", "<UN_LIST_TYPE>", "<", 13),
            ("un-sc", "un-sc/2020-11-24", "<UN_LIST_TYPE>", "<", 14),
            ("un-sc", "un-sc/2021-03-12", "<UN_LIST_TYPE>", "<", 14),
            ("un-sc", "un-sc/2024-09-21", "<UN_LIST_TYPE>", "<", 13),
            ("un-sc", "un-sc/2025-04-19", "<UN_LIST_TYPE>", "<", 13),
            ("un-sc", "un-sc/2025-12-10", "<UN_LIST_TYPE>", "<", 14),
        ])
    func xml(list: String, file: String, before: String, after: String, count: Int) throws {
        let tags = texts(try RealData.unpacked("lists/\(file).xml.xz"), Array(before.utf8), Array(after.utf8)[0])
        #expect(tags.count == count)
        #expect(try unknown(tags, list) == [])
    }

    @Test("The tags of a saved CSV file are known")
    func csv() throws {
        let csl = try column("programs", 0, try RealData.unpacked("lists/us-csl/consolidated.csv.xz"))
        let tags = Set(csl.flatMap { $0.split(separator: ";").map { Tag.trimmed(String($0)) } })
        #expect(tags.count == 85)
        #expect(try unknown(tags, "us-csl") == [])
        let uk = try column("Regime", 1, try RealData.unpacked("lists/uk-sanctions-list/2025-04-17.csv.xz"))
        #expect(uk.count == 31)
        #expect(try unknown(uk, "uk-ofsi") == [])
    }

    @Test("The tags of OFAC's 143 saved snapshots are known")
    func snapshots() throws {
        var tags: Set<String> = []
        try RealData.unpack("lists/us-ofac-sdn/sdn-csv-2021-08-to-2022-12.tar.zst") { _, bytes in
            var scanner = CSVScanner(0..<(bytes.firstIndex(of: 0x1A) ?? bytes.count))
            while try scanner.next(bytes.span) {
                // `SDGT] [IFSR` is two tags; the text is ASCII.
                let text = try scanner.text(3, bytes.span)
                for part in text.split(separator: "] [") { tags.insert(String(part)) }
            }
        }
        #expect(tags.count == 77)
        #expect(try unknown(tags, "us-ofac-sdn") == [])
    }

    /// What stands between two marks, each text once.
    private func texts(_ bytes: [UInt8], _ before: [UInt8], _ after: UInt8) -> Set<String> {
        var found: Set<String> = []
        var index = 0
        while index + before.count < bytes.count {
            guard bytes[index] == before[0], bytes[index...].starts(with: before) else {
                index += 1
                continue
            }
            index += before.count
            let end = bytes[index...].firstIndex(of: after) ?? bytes.count
            found.insert(String(decoding: bytes[index..<end], as: UTF8.self))
            index = end
        }
        return found
    }

    private func column(_ name: String, _ headerRow: Int, _ bytes: [UInt8]) throws -> Set<String> {
        var scanner = CSVScanner(0..<bytes.count)
        for _ in 0...headerRow { try #require(try scanner.next(bytes.span)) }
        let header = try (0..<scanner.fields.count).map { try scanner.text($0, bytes.span) }
        let index = try #require(header.firstIndex(of: name))
        var found: Set<String> = []
        while try scanner.next(bytes.span) { found.insert(try scanner.text(index, bytes.span)) }
        return found
    }
}
