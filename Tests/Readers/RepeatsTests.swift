import Foundation
import Testing
import Vocabulary

/// Keys that stand twice: what a publisher does on purpose, and what a torn file looks like.
@Suite struct RepeatsTests {
    private func text(_ path: String) throws -> String { String(decoding: try fixture(path), as: UTF8.self) }

    @Test("An EU entity stands once per programme; twice under one with other facts is a conflict")
    func oncePerProgramme() throws {
        let list = try text("feeds/eu-fsf/answer.xml")
        let start = try #require(list.range(of: "<sanctionEntity"))
        let end = try #require(list.range(of: "</sanctionEntity>"))
        let record = String(list[start.lowerBound..<end.upperBound])
        func with(_ other: String) throws -> Reading {
            try read("eu-fsf-xml", list.replacingOccurrences(of: record, with: record + "\n" + other))
        }
        let programme = try #require(record.firstMatch(of: /programme="([A-Z]+)"/)).output.1
        #expect(try with(record).conflicts == [])
        #expect(try with(record.replacing("programme=\"\(programme)\"", with: "programme=\"ZZZ\"")).conflicts == [])
        let torn = record.replacingOccurrences(of: "wholeName=\"", with: "wholeName=\"X")
        #expect(try with(torn).conflicts.count == 1)
    }

    @Test("A row that says the same twice is a warning, and other facts under one key are a conflict")
    func screeningList() throws {
        let list = try text("feeds/us-csl/answer.csv")
        let rows = list.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        let last = try #require(rows.last)
        let again = try read("us-csl-csv", list + last + "\n")
        #expect(again.conflicts == [] && again.warnings.contains { $0.contains("stands twice") })
        let other = last.replacingOccurrences(of: "Individual", with: "Entity")
            .replacingOccurrences(of: "2019", with: "2020").replacingOccurrences(of: "2020-0", with: "2021-0")
        #expect(other != last)
        #expect(try read("us-csl-csv", list + other + "\n").conflicts.count == 1)
    }

    @Test(
        "A list in CSV may end in 0x1A, and is cut where its last row does not end",
        arguments: [("us-csl-csv", "feeds/us-csl/answer.csv"), ("uk-ofsi-csv", "feeds/uk-ofsi/answer.csv")])
    func ends(reader: String, path: String) throws {
        let bytes = try fixture(path)
        let entries = try read(reader, bytes).facets[0].entries
        #expect(try read(reader, bytes + [0x1A]).facets[0].entries == entries)
        #expect(try fault(reader, Array(bytes.dropLast(bytes.suffix(2) == [13, 10] ? 2 : 1))).code == "cut_file")
    }
}
