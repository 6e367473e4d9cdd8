import Readers
import Testing
import Vocabulary

@Suite struct UKTests {
    private static let files = [
        ("uk-ofsi-csv", "feeds/uk-ofsi/answer.csv"), ("uk-fcdo-csv", "feeds/uk-sanctions-list/answer.csv"),
        ("uk-fcdo-xml", "feeds/uk-sanctions-list-xml/answer.xml"),
    ]
    private func text(_ reader: String) throws -> String {
        let file = try #require(UKTests.files.first { $0.0 == reader })
        return String(decoding: try fixture(file.1), as: UTF8.self)
    }
    @Test("A cell that comes back after another one said more is read once, and one that differs is never left out")
    func repeatedCells() throws {
        let header =
            "Report Date: 08-Oct-2026\r\nUnique ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,"
            + "D.O.B,Address Line 1,Regime Name,Passport number,Passport additional information\r\n"
        // Names, addresses and dates as a product, the slowest first; and a passport whose note alone changes.
        let rows = [
            "X1,A,,,,,,Primary Name,,01/01/1960,Road 1,R,P1,note 1",
            "X1,A,,,,,,Primary Name,,01/01/1960,Road 2,R,P1,note 1",
            "X1,A,,,,,,Primary Name,,02/02/1961,Road 1,R,P1,note 2", "X1,B,,,,,,Alias,,01/01/1960,Road 1,R,P1,note 1",
            "X1,A,,,,,,Alias,,01/01/1960,Road 1,S,P1,note 1",
        ]
        let reading = try read("uk-fcdo-csv", header + rows.map { $0 + "\r\n" }.joined())
        #expect(
            try reading.facts("X1") == [
                "kind other", "name A (aka)", "name A (primary, strong)", "name B (aka)",
                "birth_date 1960-01-01 (exact)",
                "birth_date 1961-02-02 (exact)", "programme R", "programme S", "address Road 1", "address Road 2",
                "identifier P1 (passport, note 1)", "identifier P1 (passport, note 2)",
            ])
    }

    /// Reads every entry's facts too: what is wrong in one shows then.
    private func whole(_ reader: String, _ text: String) throws -> Reading {
        let reading = try read(reader, text)
        for index in reading.facets[0].entries.indices { _ = try reading.facets[0].attributes(index) }
        return reading
    }

    @Test(arguments: [
        (
            "6908",
            [
                "kind person",
                "name Abdul Jalil AKHUND (aka, strong)",
                "name Abdul Jalil Haqqani WALI MOHAMMAD (primary, strong)",
                "name Nazar JAN (aka, weak)",
                "name عبد الجليل حقانی ولی محمد (primary, strong, Arab)",
                "title Deputy Minister of Foreign Affairs under the Taliban regime",
                "title Maulavi (honorific)",
                "title Mullah (honorific)",
                "birth_date 1963 (exact)",
                "birth_place Kandahar City, Kandahar Province, Afghanistan",
                "birth_place Khwaja Malik village, Arghandab District, Kandahar Province, Afghanistan",
                "gender male",
                "nationality AF (Afghanistan)",
                "programme Afghanistan",
                "identifier OR 1961825 (passport, AF, Afghanistan. Issued 4 Feb 2003)",
                "identifier TR024417 (passport, Issued on 20/12/2003)",
                "listed_on 2001-01-25 (UK Sanctions List)",
                "listed_on 2001-02-23",
                "updated_on 2021-02-01",
                "reference AFG0032 (UK Sanctions List)",
                "reference TAi.034 (UN)",
                "remark Other Information: Believed to be in Afghanistan/Pakistan border area.",
            ]
        ),
        (
            "13651",
            [
                "kind vessel",
                "name AKTIVA (aka)",
                "name SAM JONG 2 (primary, strong)",
                "country KP (North Korea)",
                "programme Democratic People's Republic of Korea",
                "identifier 8408595 (imo)",
                "listed_on 2018-03-30 (UK Sanctions List)",
                "listed_on 2018-04-03",
                "updated_on 2020-12-31",
                "reference DPR0100 (UK Sanctions List)",
                "vessel_type Oil tanker",
                "tonnage 2507",
                "flag KP (North Korea)",
                "owner Korea Samjong Shipping",
                "remark Length of ship: 91",
                "remark Other Information: Pursuant to paragraph 6 of Security Council Resolution 2371 (2017).",
                "remark Previous flags: Panama. South Korea",
                "remark Year built: 1985",
            ]
        ),
        (
            "15890",
            [
                "kind person",
                "name Andrei Andreevich ZADACHIN (aka, spelling of the primary name)",
                "name Andrey Andreevich ZADACHIN (primary, strong)",
                "name Андрей Андреевич Задачин (primary, strong, Cyrl, Russian)",
                "title Investigator",
                "title Major of Justice",
                "birth_date 1990-08-22 (exact)",
                "birth_place Russia",
                "nationality RU (Russia)",
                "programme Russia",
                "restriction block (Asset freeze)",
                "restriction other (Trust services)",
                "listed_on 2023-04-21",
                "updated_on 2023-04-21",
                "reference RUS1831 (UK Sanctions List)",
                "remark Other Information: Financial sanctions imposed in addition to an asset freeze: "
                    + "Trust services. Date trust services sanctions imposed: 21/04/2023.",
                "remark UK Statement of Reasons: He built a criminal case that is politically motivated.",
            ]
        ),
        (
            "16684",
            [
                "kind organisation",
                "name \"ZAPCHAST TRADE\" LLP (primary, strong)",
                "country KZ (Kazakhstan)",
                "programme Russia",
                "address BUILDING 258/4, PROSPECT SUYINBAI, ALMATY (KZ)",
                "identifier 170440031562 (registration, KZ, Kazakhstan BIN)",
                "identifier 2756979 (registration)",
                "identifier 7718763393 (tax, TIN)",
                "listed_on 2024-11-07",
                "updated_on 2024-11-07",
                "reference RUS2305 (UK Sanctions List)",
                "link https://armtek.kz/ (website)",
                "contact +7 727 1234567 (phone)",
                "contact a@armtek.kz (email)",
                "contact b@armtek.kz (email)",
                "remark Type of entity: Limited Liability Partnership",
                "remark UK Statement of Reasons: It carries on business in the Russian transport sector.",
            ]
        ),
        (
            "13936",
            [
                "kind person",
                "name Two Regimes EXAMPLE (primary, strong)",
                "birth_date 1964 (exact)",
                "birth_date 1973-05 (exact)",
                "birth_place Homs, (1) to (6) Syria (7) Russia",
                "gender male",
                "nationality RU (Russia)",
                "nationality SY (Syria)",
                "programme Belarus",
                "programme Global Human Rights",
                "identifier 0101 (national_id, Syrian Arab Republic national identification card)",
                "listed_on 2020-12-31",
                "updated_on 2020-12-31",
                "reference BEL0001 (UK Sanctions List)",
                "reference GHR0056 (UK Sanctions List)",
                "remark National Identification Details: Lost",
                "remark Other Information: Listed under the Belarus and Global Human Rights sanctions "
                    + "regimes. Employer Identification Number (United States of America): 36-3823186.",
            ]
        ),
    ])
    func theRowsOfAGroupAreOneEntry(id: String, facts: [String]) throws {
        #expect(try read("uk-ofsi-csv", try text("uk-ofsi-csv")).facts(id) == facts)
    }

    @Test(arguments: [
        (
            "AFG0032",
            [
                "kind person",
                "name Abdul Jalil Haqqani WALI MOHAMMAD (primary, strong)",
                "name Nazar JAN (aka, weak)",
                "name عبد الجليل حقانی ولی محمد (primary, Arab)",
                "title Deputy Minister of Foreign Affairs under the Taliban regime",
                "title Maulavi (honorific)",
                "birth_date 1963 (exact)",
                "birth_place Kandahar City, Afghanistan",
                "gender male",
                "nationality AF (Afghanistan)",
                "programme The Afghanistan (Sanctions) (EU Exit) Regulations 2020",
                "restriction arms (Arms embargo)",
                "restriction block (Asset freeze)",
                "restriction travel (Travel Ban)",
                "source_list UN",
                "identifier OR 1961825 (passport, AF, Afghanistan. Issued 4 Feb 2003)",
                "listed_on 2001-01-25",
                "updated_on 2021-02-01",
                "reference 6908 (OFSI Group ID)",
                "reference TAi.034 (UN)",
                "remark Other Information: Believed to be in Afghanistan/Pakistan border area.",
            ]
        ),
        (
            "DPR0100",
            [
                "kind vessel",
                "name SAM JONG 2 (primary, strong)",
                "country KP (North Korea)",
                "programme The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019",
                "restriction block (Asset freeze)",
                "restriction other (Prohibition of port entry)",
                "source_list UN",
                "identifier 8408595 (imo)",
                "listed_on 2018-03-30",
                "updated_on 2020-12-31",
                "reference 13651 (OFSI Group ID)",
                "vessel_type Oil tanker",
                "tonnage 2507",
                "flag KP (North Korea)",
                "owner Korea Samjong Shipping",
                "remark Length of ship: 91",
                "remark Previous flags: Panama",
                "remark Year Built: 1985",
            ]
        ),
        (
            "RUS2305",
            [
                "kind organisation",
                "name \"ZAPCHAST TRADE\" LLP (primary, strong)",
                "country KZ (Kazakhstan)",
                "programme The Russia (Sanctions) (EU Exit) Regulations 2019",
                "restriction block (Asset freeze)",
                "restriction other (Trust Services Sanctions)",
                "source_list UK",
                "address BUILDING 258/4, ALMATY (KZ)",
                "identifier 170440031562 (registration, KZ, Kazakhstan BIN)",
                "listed_on 2024-11-07",
                "updated_on 2024-11-07",
                "reference 16684 (OFSI Group ID)",
                "link https://armtek.kz/ (website)",
                "remark Type of entity: Limited Liability Partnership",
                "remark UK Statement of Reasons: It carries on business in the Russian transport sector.",
            ]
        ),
    ])
    func theRowsOfAUniqueIDAreOneEntry(id: String, facts: [String]) throws {
        #expect(try read("uk-fcdo-csv", try text("uk-fcdo-csv")).facts(id) == facts)
    }

    @Test func bothFormsOfTheSanctionsListSayTheSame() throws {
        let csv = try read("uk-fcdo-csv", try text("uk-fcdo-csv"))
        let xml = try read("uk-fcdo-xml", try text("uk-fcdo-xml"))
        #expect(csv.published == xml.published)
        #expect(csv.facets[0].entries.map(\.id) == xml.facets[0].entries.map(\.id))
        #expect(try csv.facts("AFG0032") == xml.facts("AFG0032"))
        let without = try csv.facts("RUS2305").filter { !$0.hasPrefix("link") }
        #expect(try without == xml.facts("RUS2305"))
        // The ship has indicators in place of the text.
        #expect(try xml.facts("DPR0100").contains("restriction block (Asset freeze)"))
    }

    @Test(arguments: [
        ("uk-ofsi-csv", 5, "2025-04-10"), ("uk-fcdo-csv", 3, "2025-11-06"), ("uk-fcdo-xml", 3, "2025-11-06"),
    ])
    func theWholeFileIsRead(reader: String, count: Int, published: String) throws {
        let reading = try whole(reader, try text(reader))
        #expect(reading.rows == count)
        #expect(reading.published?.description == published)
        #expect(reading.leftovers.isEmpty && reading.conflicts.isEmpty && reading.absent.isEmpty)
        #expect(reading.warnings.isEmpty)
    }

    @Test(arguments: [
        ("uk-ofsi-csv", "", "", "empty_file"), ("uk-fcdo-csv", "", "", "empty_file"),
        ("uk-fcdo-xml", "", "", "empty_file"),
        ("uk-ofsi-csv", "Last", "<html>", "html_received"),
        ("uk-fcdo-csv", "Report", "<!doctype html>", "html_received"),
        ("uk-fcdo-xml", "<?xml", "<html><?xml", "html_received"),
        ("uk-ofsi-csv", "Group ID", "GroupID", "wrong_header"), ("uk-fcdo-csv", "Unique ID", "ID", "wrong_header"),
        ("uk-ofsi-csv", "Name 6", "Name 2", "wrong_header"), ("uk-ofsi-csv", "Name 4", "Name 2", "wrong_header"),
        ("uk-fcdo-xml", "UniqueID", "ID", "bad_key"), ("uk-fcdo-xml", "Designations>", "Sanctions>", "wrong_root"),
        ("uk-fcdo-xml", "<Names>", "<Noms>", "bad_xml"),
        ("uk-fcdo-xml", "<Designations>", "<!DOCTYPE x [<!ENTITY a \"b\">]><Designations>", "doctype_refused"),
        ("uk-fcdo-xml", "DateGenerated", "Generated", "bad_day"),
        ("uk-ofsi-csv", "10/04/2025", "10.2025", "bad_day"), ("uk-fcdo-csv", "06-Nov-2025", "06-Foo-2025", "bad_day"),
        ("uk-ofsi-csv", ",15890\r\n", ",15890,more\r\n", "wrong_columns"),
        ("uk-ofsi-csv", ",15890\r\n", ",\r\n", "bad_key"),
    ])
    func whatIsWrongIsNamed(reader: String, old: String, new: String, code: String) throws {
        let text = try text(reader)
        let broken = old.isEmpty ? new : text.replacing(old, with: new)
        #expect(broken != text)
        let fault = try #require(throws: Fault.self) { try whole(reader, broken) }
        #expect(fault.code == code, "\(fault)")
    }

    @Test(arguments: ["uk-ofsi-csv", "uk-fcdo-csv", "uk-fcdo-xml"])
    func aFileThatIsCutIsRefused(reader: String) throws {
        let bytes = Array(try text(reader).utf8)
        for count in [bytes.count / 2, bytes.count - 20] {
            let part = String(decoding: bytes[..<count].prefix { _ in true }, as: UTF8.self)
            #expect(throws: Fault.self, "\(count) bytes") { try whole(reader, part) }
        }
    }

    /// A row or record fewer, its end whole: nothing in the file can tell, so that the bands of the gate must.
    @Test func afterItsLastFullRowACutFileHasFewerEntries() throws {
        let text = try text("uk-ofsi-csv")
        let rows = text.split(separator: "\r\n").dropLast(2).joined(separator: "\r\n") + "\r\n"
        #expect(try whole("uk-ofsi-csv", rows).rows == 4)
    }

    @Test(arguments: ["uk-ofsi-csv", "uk-fcdo-csv", "uk-fcdo-xml"])
    func latin1IsNotRepaired(reader: String) throws {
        var bytes = Array(try text(reader).utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "q")))
        bytes[place] = 0xE9
        #expect(try fault(reader, bytes).code == "wrong_encoding")
    }

    @Test func aRenamedColumnIsAbsentAndItsValuesAreCounted() throws {
        let reading = try whole("uk-ofsi-csv", try text("uk-ofsi-csv").replacing("DOB,Town", with: "Born,Town"))
        #expect(reading.absent == ["DOB"])
        #expect(reading.leftovers == ["Born": 7])
        #expect(try !reading.facts("6908").contains { $0.hasPrefix("birth_date") })
    }

    @Test func aRenamedElementIsCounted() throws {
        let reading = try whole("uk-fcdo-xml", try text("uk-fcdo-xml").replacing("DOB>", with: "Born>"))
        #expect(reading.leftovers == ["Designation/IndividualDetails/Individual/DOBs/Born": 1])
    }

    @Test func aRecordThatStandsTwiceWithOtherFactsIsAConflict() throws {
        let text = try text("uk-fcdo-xml").replacing("<UniqueID>DPR0100", with: "<UniqueID>AFG0032")
        let conflicts = try read("uk-fcdo-xml", text).conflicts
        #expect(conflicts.count == 1)
        #expect(conflicts[0].message.hasPrefix("entry AFG0032 stands twice, at line 4"))
    }

    @Test func deepNestingIsRefused() throws {
        let deep = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        #expect(throws: Fault.self) {
            try whole("uk-fcdo-xml", try text("uk-fcdo-xml").replacing("<Names>", with: "<Names>" + deep))
        }
    }

    @Test func theOrderOfAnEntrysRowsIsNoChange() throws {
        let text = try text("uk-ofsi-csv")
        var rows = text.split(separator: "\r\n").map(String.init)
        rows.swapAt(2, 4)
        let other = try read("uk-ofsi-csv", rows.joined(separator: "\r\n") + "\r\n")
        let digests = { (reading: Reading) in
            reading.facets[0].entries.map { [$0.id, String($0.digest)] }.sorted { $0[0] < $1[0] }
        }
        let before = digests(try read("uk-ofsi-csv", text))
        #expect(digests(other) == before)
    }
}
