import CArchive
import Readers
import Testing
import Vocabulary

@Suite struct DFATTests {
    private func list() throws -> [UInt8] { try fixture("feeds/au-dfat/answer.xlsx") }

    @Test(arguments: [
        (
            "101",
            [
                "kind person",
                "name Abdul Jalil HAQQANI WALI MOHAMMAD (primary, strong)",
                "name Nazar JAN (aka, weak)",
                "name عبد الجليل حقانی ولی محمد (primary, strong, Arab)",
                "birth_date 1963 (exact)",
                "birth_date 1965 (circa)",
                "birth_date 1965-01-01 (exact)",
                "birth_date 1966-02-02 (exact)",
                "birth_place Kandahar City, Afghanistan",
                "birth_place Khwaja Malik village, Afghanistan",
                "citizenship AF (Afghanistan)",
                "country AF (Afghanistan)",
                "programme 1988 (Taliban)",
                "restriction block (Targeted Financial Sanction)",
                "restriction travel (Travel Ban)",
                "address Kandahar, Afghanistan (AF)",
                "updated_on 2001-01-26",
                "remark Additional Information: Believed to be in the border area",
                "remark Listing Information: Listed by UN 1267 Committee",
            ]
        ),
        (
            "102",
            [
                "kind organisation",
                "name KOREA SAMJONG SHIPPING (primary, strong)",
                "programme 1718 (DPRK)",
                "legal_basis Charter of the United Nations (Sanctions—DPRK) Regulations 2008",
                "address Pyongyang",
                "updated_on 2018-03-30",
            ]
        ),
        (
            "103",
            [
                "kind vessel",
                "name SAM JONG 2 (primary, strong)",
                "restriction other (Maritime Restriction)",
                "identifier 8408595 (imo)",
                "remark updated_on: 43189.5",
            ]
        ),
        (
            "104",
            [
                "kind person",
                "name EXAMPLE 1 (primary, strong)",
                "birth_date 1960/1965 (between)",
                "updated_on 2020-03-01",
            ]
        ),
        (
            "105",
            [
                "kind person",
                "name EXAMPLE 2 (primary, strong)",
                "birth_date 1960/1965 (circa)",
                "updated_on 2020-03-01",
            ]
        ),
        (
            "106",
            [
                "kind person",
                "name EXAMPLE 3 (primary, strong)",
                "birth_date 1965-01 (exact)",
                "updated_on 2020-03-01",
            ]
        ),
        (
            "107",
            [
                "kind person",
                "name EXAMPLE 4 (primary, strong)",
                "birth_date 1965-01-10 (exact)",
                "updated_on 2020-03-01",
            ]
        ),
        (
            "108",
            [
                "kind person",
                "name EXAMPLE 5 (primary, strong)",
                "birth_date 1965-01-10 (exact)",
                "updated_on 2020-03-01",
            ]
        ),
        (
            "109",
            [
                "kind person",
                "name EXAMPLE 6 (primary, strong)",
                "updated_on 2020-03-01",
                "remark Date of birth: 23752",
            ]
        ),
    ])
    func theRowsOfAReferenceAreOneEntry(id: String, facts: [String]) throws {
        #expect(try read("au-dfat-xlsx", try list()).facts(id) == facts)
    }

    @Test func theWholeFileIsRead() throws {
        let reading = try read("au-dfat-xlsx", try list())
        for index in reading.facets[0].entries.indices { _ = try reading.facets[0].attributes(index) }
        #expect(reading.rows == 9)
        #expect(reading.leftovers.isEmpty && reading.conflicts.isEmpty && reading.absent.isEmpty)
    }

    @Test func whatIsNoWorkbookIsNamed() throws {
        #expect(try fault("au-dfat-xlsx", "").code == "empty_file")
        #expect(try fault("au-dfat-xlsx", "<html><body>Access denied").code == "html_received")
        #expect(try fault("au-dfat-xlsx", try fixture("feeds/ecb-hist/answer.zip")).code == "not_xlsx")
    }

    @Test func aWorkbookThatIsCutIsRefused() throws {
        let bytes = try list()
        for count in [bytes.count / 2, bytes.count - 30] {
            #expect(throws: Fault.self) { try read("au-dfat-xlsx", Array(bytes[..<count])) }
        }
    }

    @Test(arguments: [
        ("xl/sharedStrings.xml", "<t>Reference</t>", "<t>Ref</t>", "wrong_header"),
        ("xl/sharedStrings.xml", "<sst", "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst", "doctype_refused"),
        ("xl/sharedStrings.xml", "<si><t>Nazar JAN</t></si>", "", "bad_cell"),
        ("xl/sharedStrings.xml", "<t>103</t>", "<t>M/V 103</t>", "bad_key"),
        ("xl/workbook.xml", "workbook", "book", "wrong_root"), ("xl/workbook.xml", "rId7", "rId9", "not_xlsx"),
        ("xl/worksheets/sheet2.xml", "</sheetData></worksheet>", "", "cut_xml"),
        ("xl/worksheets/sheet2.xml", "r=\"B3\"", "r=\"XFD3\"", "bad_cell"),
        ("xl/worksheets/sheet2.xml", "row r=\"6\"", "row r=\"9999999999\"", "bad_cell"),
        ("xl/worksheets/sheet2.xml", "row r=\"6\"", "row r=\"2\"", "bad_cell"),
        ("xl/worksheets/sheet2.xml", "t=\"s\"", "t=\"e\"", "bad_cell"),
    ])
    func whatIsWrongInsideIsNamed(part: String, old: String, new: String, code: String) throws {
        #expect(try fault("au-dfat-xlsx", try changed(part, old, new)).code == code)
    }

    @Test func aRenamedColumnIsAbsentAndItsValuesAreCounted() throws {
        let reading = try read("au-dfat-xlsx", try changed("xl/sharedStrings.xml", "Control Date", "Updated"))
        for index in reading.facets[0].entries.indices { _ = try reading.facets[0].attributes(index) }
        #expect(reading.absent == ["Control Date"])
        #expect(reading.leftovers == ["Updated": 11])
    }

    @Test("The layout of 2025 calls the strength of an alias by another name")
    func strength() throws {
        let renamed = try changed("xl/sharedStrings.xml", "alias_strength", "Alias Strength")
        let reading = try read("au-dfat-xlsx", renamed)
        #expect(try reading.factsOfAll() == read("au-dfat-xlsx", try list()).factsOfAll())
        #expect(reading.leftovers == [:])
    }

    @Test("NA is no address, dates in one cell are several, and the people's name is the country's")
    func cells() throws {
        let other = try changed("xl/sharedStrings.xml", "<si><t>Pyongyang</t></si>", "<si><t>NA</t></si>")
        #expect(try !read("au-dfat-xlsx", other).facts("102").contains { $0.hasPrefix("address") })
        let people = try changed("xl/sharedStrings.xml", "<t>Afghanistan</t>", "<t>Afghan and Iranian</t>")
        let facts = try read("au-dfat-xlsx", people).facts("101")
        #expect(facts.contains("citizenship AF (Afghan)") && facts.contains("citizenship IR (Iranian)"))
        let dates = try changed(
            "xl/sharedStrings.xml", "Between 1960 and 1965", "1 Jan. 1967, Approximately 1960- 1962")
        #expect(
            try read("au-dfat-xlsx", dates).facts("104").filter { $0.hasPrefix("birth") } == [
                "birth_date 1960/1962 (circa)", "birth_date 1967-01-01 (exact)",
            ])
    }

    @Test("The number of the Security Council at the head of the words is the entry's, one further on is another's")
    func references() throws {
        let head = "Believed to be in the border area"
        for (words, expected) in [
            ("TAi.034. \(head)", ["TAi.034"]), ("UN Reference: QDe.115, QDe.116. Listed", ["QDe.115", "QDe.116"]),
            ("Associated with Al-Qaida (QDe.004)", []),
        ] {
            let facts = try read("au-dfat-xlsx", try changed("xl/sharedStrings.xml", head, words)).facts("101")
            #expect(facts.filter { $0.hasPrefix("reference") } == expected.map { "reference \($0) (UN)" }, "\(words)")
        }
    }

    @Test func theDaysOfAnOlderMacintoshAreFourYearsLater() throws {
        let reading = try read(
            "au-dfat-xlsx", try changed("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"1\"/>"))
        #expect(try reading.facts("108").contains("birth_date 1969-01-11 (exact)"))
    }

    /// The fixture with something else in one of its files.
    private func changed(_ part: String, _ old: String, _ new: String) throws -> [UInt8] {
        try Workbook.changed(try list()) { name, content in
            guard name == part else { return content }
            let text = String(decoding: content, as: UTF8.self)
            let changed = text.replacing(old, with: new)
            #expect(changed != text)
            return Array(changed.utf8)
        }
    }
}

/// Packs a zip again with other contents.
enum Workbook {
    static func changed(_ file: [UInt8], _ change: (String, [UInt8]) -> [UInt8]) throws -> [UInt8] {
        let (reader, writer) = (archive_read_new(), archive_write_new())
        defer { archive_read_free(reader) }
        archive_read_support_format_zip(reader)
        archive_write_set_format_zip(writer)
        var packed = [UInt8](repeating: 0, count: max(1 << 20, file.count * 2))
        var used = 0
        try file.withUnsafeBytes { source in
            try packed.withUnsafeMutableBytes { target in
                try #require(archive_read_open_memory(reader, source.baseAddress, source.count) == ARCHIVE_OK)
                try #require(archive_write_open_memory(writer, target.baseAddress, target.count, &used) == ARCHIVE_OK)
                var entry: OpaquePointer?
                while archive_read_next_header(reader, &entry) == ARCHIVE_OK {
                    var content = [UInt8](repeating: 0, count: Int(archive_entry_size(entry)))
                    let count = content.withUnsafeMutableBytes { archive_read_data(reader, $0.baseAddress, $0.count) }
                    try #require(count == content.count)
                    content = change(String(cString: archive_entry_pathname(entry)), content)
                    archive_entry_set_size(entry, la_int64_t(content.count))
                    archive_write_header(writer, entry)
                    _ = content.withUnsafeBytes { archive_write_data(writer, $0.baseAddress, $0.count) }
                }
                archive_write_close(writer)
                archive_write_free(writer)
            }
        }
        return Array(packed[..<used])
    }
}
