import Readers
import Testing
import Vocabulary

/// A list in XML, and where its small file can be broken.
struct BrokenList: CustomTestStringConvertible {
    var reader: String
    var feed: String
    var root: String
    var record: String
    /// As it stands before and behind a key; for a list without one, an element that its keys are made of.
    var key: (before: String, behind: String)
    /// An element or attribute of a fact, and what it is renamed to.
    var fact: (old: String, new: String)
    /// What two records with one key are.
    var repeats = Repeats.conflict

    enum Repeats { case conflict, merged, apart }

    var testDescription: String { reader }
    func text() throws -> String { String(decoding: try fixture("feeds/\(feed)/answer.xml"), as: UTF8.self) }

    static let all = [
        BrokenList(
            reader: "ofac-xml", feed: "us-ofac-sdn-xml", root: "sdnList", record: "sdnEntry",
            key: ("<sdnEntry>\n    <uid>", "<"),
            fact: ("placeOfBirth>", "birthPlace>")),
        BrokenList(
            reader: "un-xml", feed: "un-sc", root: "CONSOLIDATED_LIST", record: "INDIVIDUAL",
            key: ("<DATAID>", "<"), fact: ("LISTED_ON>", "LISTED>")),
        BrokenList(
            reader: "eu-fsf-xml", feed: "eu-fsf", root: "export", record: "sanctionEntity",
            key: ("euReferenceNumber=\"", "\""), fact: ("designationDate=", "listingDate="), repeats: .merged),
        BrokenList(
            reader: "ca-sema-xml", feed: "ca-sema", root: "data-set", record: "record",
            key: ("<Country>", "<"), fact: ("DateOfListing>", "ListingDate>"), repeats: .apart),
        BrokenList(
            reader: "ch-seco-xml", feed: "ch-seco", root: "swiss-sanctions-list", record: "target",
            key: ("<target ssid=\"", "\""), fact: ("day-month-year", "birth-date")),
    ]
}

/// Every list in XML, broken in each way that publishers and networks break them: nothing is read from it in silence.
@Suite struct BrokenListTests {
    private func whole(_ list: BrokenList, _ text: String) throws -> Reading {
        let reading = try read(list.reader, text)
        _ = try reading.factsOfAll()
        return reading
    }

    @Test(arguments: BrokenList.all)
    func theWholeFileReads(list: BrokenList) throws {
        let reading = try whole(list, try list.text())
        #expect(reading.rows > 2)
        #expect(reading.leftovers == [:] && reading.conflicts == [] && reading.absent == [])
    }

    @Test(arguments: BrokenList.all)
    func whatIsNoDocumentOfThePublisherIsNamed(list: BrokenList) throws {
        let entity = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
        for (text, code) in [
            ("", "empty_file"), ("  \n", "empty_file"),
            ("<!DOCTYPE html><html><body>Sign in</body></html>", "html_received"),
            ("{\"error\":\"busy\"}", "json_received"), ("<other/>", "wrong_root"), ("<\(list.root)/>", "no_rows"),
            ("\(entity)<\(list.root)><\(list.record)>&b;</\(list.record)></\(list.root)>", "doctype_refused"),
        ] {
            #expect(try fault(list.reader, text).code == code, "\(text)")
        }
    }

    @Test(arguments: BrokenList.all)
    func aFileCutAnywhereIsRefused(list: BrokenList) throws {
        let bytes = Array(try list.text().utf8)
        let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
        for length in Array(stride(from: 40, through: end, by: 131)) + [end] {
            let fault = try fault(list.reader, Array(bytes[..<length]))
            #expect(["cut_xml", "wrong_encoding", "bad_xml"].contains(fault.code), "\(fault) at \(length)")
        }
    }

    @Test(arguments: BrokenList.all)
    func aFileCutBehindItsLastEntryIsRefused(list: BrokenList) throws {
        let text = try list.text()
        let last = try #require(text.ranges(of: "</\(list.record)>").last)
        #expect(try fault(list.reader, String(text[..<last.upperBound])).code == "cut_xml")
    }

    @Test(arguments: BrokenList.all)
    func aKeyThatIsGoneIsRefused(list: BrokenList) throws {
        let renamed = list.key.before.replacing("uid>", with: "nr>").replacing("DATAID", with: "ID")
            .replacing("euReferenceNumber", with: "reference").replacing("Country", with: "Land")
            .replacing("ssid", with: "id")
        // The EU's second key would do.
        let text = try list.text().replacing(list.key.before, with: renamed)
            .replacing(" logicalId=\"", with: " number=\"")
        #expect(throws: Fault.self) { _ = try read(list.reader, text) }
    }

    @Test(arguments: BrokenList.all)
    func aNameOfAnotherSpellingIsALeftover(list: BrokenList) throws {
        let text = try list.text()
        #expect(text.contains(list.fact.old))
        let reading = try whole(list, text.replacing(list.fact.old, with: list.fact.new))
        #expect(!reading.leftovers.isEmpty || !reading.absent.isEmpty)
    }

    @Test(arguments: BrokenList.all)
    func twoEntriesWithOneKeyAreNeverOne(list: BrokenList) throws {
        let text = try list.text()
        let keys = text.ranges(of: list.key.before).map { before in
            let end = text[before.upperBound...].firstRange(of: list.key.behind)?.lowerBound ?? text.endIndex
            return before.upperBound..<end
        }
        let first = try #require(keys.first)
        let other = try #require(keys.first { text[$0] != text[first] })
        let before = try whole(list, text).rows
        let reading = try whole(list, text.replacingCharacters(in: other, with: text[first]))
        switch list.repeats {
        case .conflict: #expect(reading.conflicts.count == 1 && reading.rows == before - 1)
        case .merged: #expect(reading.conflicts == [] && reading.rows <= before)
        case .apart: #expect(reading.rows == before)
        }
    }

    @Test(arguments: BrokenList.all)
    func anotherEncodingIsRefused(list: BrokenList) throws {
        var bytes = Array(try list.text().utf8)
        let end = try #require(String(decoding: bytes, as: UTF8.self).ranges(of: "</\(list.record)>").first)
        let offset = String(decoding: bytes, as: UTF8.self)[..<end.lowerBound].utf8.count
        // An é of Latin-1 in a text of the first record.
        bytes.insert(contentsOf: Array("<x>".utf8) + [0xE9] + Array("</x>".utf8), at: offset)
        #expect(try fault(list.reader, bytes).code == "wrong_encoding")
    }

    @Test(arguments: BrokenList.all)
    func endlessNestingIsRefused(list: BrokenList) throws {
        let deep = String(repeating: "<x>", count: 100_000) + String(repeating: "</x>", count: 100_000)
        let text = try list.text()
        for place in ["</\(list.record)>", "</\(list.root)>"] {
            let range = try #require(text.ranges(of: place).first)
            let nested = text.replacingCharacters(in: range, with: deep + place)
            let fault = try #require(throws: Fault.self) { try whole(list, nested) }
            #expect(fault.code == "too_deep")
        }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with other: some StringProtocol) -> String {
        "\(self[..<range.lowerBound])\(other)\(self[range.upperBound...])"
    }
}
