import Readers
import Testing
import Vocabulary

@Suite struct OFACTests {
    private func list(_ parts: [String]) throws -> Reading {
        try read("ofac-csv", try parts.map { (name: $0, bytes: try fixture("feeds/us-ofac-sdn/\($0).csv")) })
    }

    /// A row of SDN with nothing but a key, a name and remarks.
    private func row(_ id: Int, _ name: String, _ remark: String = "-0- ") -> String {
        "\(id),\"\(name)\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\(remark)\r\n"
    }

    @Test(arguments: [
        ("36", ["kind organisation", "name AEROCARIBBEAN AIRLINES (primary, strong)", "programme CUBA"]),
        (
            "4243",
            [
                "kind vessel", "name ANA I (fka, weak)", "name EBANO (primary, strong)", "country PA (Panama)",
                "programme CUBA", "identifier 7406784 (imo)", "vessel_type General Cargo", "tonnage 2595",
                "gross_tonnage 1865", "flag PA (Panama)",
            ]
        ),
        (
            "11440",
            [
                "kind organisation", "name GUADALAJARA CARTEL (fka, weak)", "name SINALOA CARTEL (primary, strong)",
                "programme ILLICIT-DRUGS-EO14059", "programme SDNTK",
            ]
        ),
        (
            "15022",
            [
                "kind person", "name VAZQUEZ VILLAVICENCIO, Gabriela (primary, strong)",
                "birth_date 1965-02-28 (exact)", "programme SDNTK", "identifier VAVG650228MDFZLB05 (curp, MX)",
            ]
        ),
        (
            "15036",
            [
                "kind vessel", "name ARTAVIL (primary, strong)", "country IR (Iran)", "programme IRAN",
                "identifier 572469210 (mmsi)", "vessel_type Crude/Oil Products Tanker", "call_sign T2EU4",
                "tonnage 99,144", "gross_tonnage 56,068", "flag IR (Iran)",
                "link NATIONAL IRANIAN TANKER COMPANY (linked to)", "remark Former Vessel Flag Malta",
                "remark alt. Former Vessel Flag None Identified",
            ]
        ),
        (
            "15431",
            [
                "kind aircraft", "name EP-GOM (primary, strong)", "programme SDGT",
                "identifier 1023409321 (aircraft_msn)", "link POUYA AIR (linked to)", "remark Aircraft Model IL76-TD",
            ]
        ),
        (
            "20882",
            [
                "kind person", "name IRAKI, Commander (aka, weak)", "name JASHARI, Abdul (primary, strong)",
                "birth_date 1976-09-25 (exact)", "nationality MK (North Macedonia, The Republic of)", "programme SDGT",
            ]
        ),
        (
            "25308",
            [
                "kind person", "name YAN, Xiaobing (primary, strong)", "gender male", "citizenship CN (China)",
                "programme SDNTK", "identifier 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h (wallet, XBT)",
                "identifier 7346 2556 0365 (chinese_commercial_code)",
            ]
        ),
    ])
    func theRemarksOpenIntoFacts(id: String, facts: [String]) throws {
        #expect(try list(["sdn"]).facts(id, "sdn") == facts)
    }

    @Test func eachFileIsAFacetOfItsOwn() throws {
        let all = try list(["sdn", "add", "alt", "sdn_comments"])
        #expect(all.facets.map(\.name) == ["sdn", "add", "alt", "sdn_comments"])
        #expect(all.rows == 9)
        #expect(all.warnings.isEmpty)
        #expect(try all.facts("36", "add") == ["country CU (Cuba)", "address Havana (CU)"])
        #expect(
            try all.facts("15022", "add") == [
                "country MX (Mexico)",
                "address Edificio G-11 Interior No. 24, Distrito Federal Codigo Postal 01480 (MX)",
                "address Francisco P. Miranda 3, Ciudad de Mexico CP 01480 (MX)",
            ])
        #expect(try all.facts("15036", "add") == [])
        #expect(try all.facts("15036", "alt") == ["name ABADAN (fka, strong)", "name SHONA (fka, strong)"])
        #expect(
            try all.facts("26138", "sdn_comments") == [
                "name EnExchanger (aka, weak)", "identifier 008-046347-9 (identification, IR)",
            ])
        #expect(try list(["sdn", "alt"]).facets.map(\.name) == ["sdn", "alt"])
        #expect(try #require(throws: Fault.self) { try list(["add"]) }.code == "missing_part")
    }

    @Test func theOrderOfAnEntrysRowsIsNoChange() throws {
        let sdn = row(1, "A") + row(2, "B")
        let rows = ["1,7,-0- ,\"Havana\",\"Cuba\",-0- \r\n", "1,9,-0- ,\"Bonn\",\"Germany\",-0- \r\n"]
        let readings = try [rows, rows.reversed()].map { add in
            try read("ofac-csv", [("sdn", Array(sdn.utf8)), ("add", Array(add.joined().utf8))])
        }
        #expect(readings[0].facets[1].entries == readings[1].facets[1].entries)
    }

    @Test func aDoubleBlankChangesTheBytesButNotTheFacts() throws {
        let before = try read("ofac-csv", row(1, "MINISTRY OF  EMERGENCY", "\"Target Type  State.\""), part: "sdn")
        let after = try read("ofac-csv", row(1, "MINISTRY OF EMERGENCY ", "\"Target Type State.\""), part: "sdn")
        #expect(before.facets[0].entries[0].digest != after.facets[0].entries[0].digest)
        #expect(try before.facts("1", "sdn") == after.facts("1", "sdn"))
    }

    @Test func aRemarkCutAtAThousandCharactersGoesOnInTheComments() throws {
        // 41 aliases of 24 characters with their separators stand whole; the cut falls into the 42nd.
        let aliases = (100..<142).map { "a.k.a. 'NAME OF A \($0)'" }.joined(separator: "; ")
        let whole = aliases + "; Passport A0123456789 (Iran); Gender Male."
        let cut = String(whole.prefix(1000))
        #expect(cut.hasSuffix("; a.k.a. 'NAME OF "))
        let sdn = Array(row(7, "X", "\"\(cut)\"").utf8) + [0x1A]
        let rest = Array("7,\"\(whole.dropFirst(1000))\"\r\n".utf8) + [0x1A]
        let both = try read("ofac-csv", [("sdn", sdn), ("sdn_comments", rest)])
        let main = try both.facts("7", "sdn")
        #expect(main == (try read("ofac-csv", sdn, part: "sdn").facts("7", "sdn")))
        #expect(main.filter { $0.contains("NAME OF") }.count == 41)
        let facts = main + (try both.facts("7", "sdn_comments"))
        #expect(facts.filter { $0.hasPrefix("name NAME OF A") }.count == 42)
        #expect(facts.contains("identifier A0123456789 (passport, IR)"))
        #expect(facts.contains("gender male"))
    }

    @Test func aWholeRemarkOfAThousandCharactersLosesNothing() throws {
        let remark = "Gender Male; " + String(repeating: "X", count: 986) + "."
        let sdn = Array(row(7, "X", "\"\(remark)\"").utf8)
        let other = Array("8,\"Gender Male.\"\r\n".utf8)
        let reading = try read("ofac-csv", [("sdn", sdn), ("sdn_comments", other)])
        #expect(try reading.facts("7", "sdn").contains("gender male"))
        #expect(try reading.facts("7", "sdn_comments") == ["remark " + String(repeating: "X", count: 986)])
        #expect(reading.warnings.contains("sdn_comments: 1 entries that sdn does not have, the first 8 on line 1"))
    }

    @Test(arguments: [
        ("DOB 01 Jan 1970", "birth_date 1970-01-01 (exact)"), ("DOB Jan 1970", "birth_date 1970-01 (exact)"),
        ("alt. DOB 1961", "birth_date 1961 (exact)"), ("DOB circa 1961", "birth_date 1961 (circa)"),
        ("DOB 1961 to 1962", "birth_date 1961/1962 (between)"),
        ("DOB circa 1961-1962", "birth_date 1961/1962 (circa)"),
        ("DOB 01 Sep 1961 to 30 Sep 1961", "birth_date 1961-09-01/1961-09-30 (between)"),
        ("DOB 31 Feb 1961", "remark DOB 31 Feb 1961"), ("POB Nahia, Giza, Egypt", "birth_place Nahia, Giza, Egypt"),
        ("n.k.a. 'NEW'", "name NEW (nka, weak)"), ("citizen Korea, North", "citizenship KP (Korea, North)"),
        ("nationality Atlantis", "nationality Atlantis"), ("Gender Female", "gender female"),
        (
            "Passport A0002987 (Iran) issued 1999 expires 2004",
            "identifier A0002987 (passport, IR, issued 1999 expires 2004)"
        ),
        ("NIT # 800146749-7 (Colombia)", "identifier 800146749-7 (nit, CO)"),
        ("National ID No. 103201991293 (Atlantis)", "identifier 103201991293 (national_id, Atlantis)"),
        ("Tax ID No. AABA 670850 Y", "identifier AABA 670850 Y (tax)"),
        ("Identification Number IMO 5342883", "identifier 5342883 (imo_company)"),
        ("alt. Digital Currency Address - ETH 0xFD86", "identifier 0xFD86 (wallet, ETH)"),
        ("Website www.example.com", "link www.example.com (website)"), ("Email Address a@b.c", "contact a@b.c (email)"),
        ("Phone Number 982188526300", "contact 982188526300 (phone)"),
        ("Linked To: GRUPO CINJAB, S.A. DE C.V.", "link GRUPO CINJAB, S.A. DE C.V. (linked to)"),
        ("all offices worldwide", "remark all offices worldwide"), ("Passport", "remark Passport"),
    ])
    func anItemOfTheRemarksReads(item: String, fact: String) throws {
        let text = item.hasSuffix(".") ? item : item + "."
        let facts = try read("ofac-csv", row(1, "X", "\"\(text)\""), part: "sdn").facts("1", "sdn")
        #expect(
            facts.filter { !$0.hasPrefix("kind") && !$0.hasPrefix("programme") && !$0.contains("primary") } == [fact])
    }

    @Test func anEntryThatStandsTwiceWithOtherFactsIsAConflictAndTheFirstIsRead() throws {
        let torn = try read("ofac-csv", row(1, "A") + row(2, "B") + row(1, "C"), part: "sdn")
        #expect(torn.conflicts.map(\.message) == ["sdn: entry 1 stands on lines 1 and 3 with other facts"])
        #expect(torn.rows == 2)
        let harmless = try read("ofac-csv", row(1, "A") + row(2, "B") + row(1, "A"), part: "sdn")
        #expect(harmless.rows == 2 && harmless.conflicts.isEmpty)
        #expect(harmless.warnings.contains("sdn: entry 1 stands twice, on lines 1 and 3, identical"))
    }

    @Test func aFileWithoutItsEndMarkIsReadWithAWarning() throws {
        let whole = try fixture("feeds/us-ofac-sdn/sdn.csv")
        #expect(try read("ofac-csv", whole, part: "sdn").warnings.isEmpty)
        let reading = try read("ofac-csv", whole.dropLast(), part: "sdn")
        #expect(reading.warnings == ["sdn: the file does not end in 0x1A, as the publisher's do: possibly cut"])
    }

    @Test func aFileCutInsideARowIsRefused() throws {
        let whole = try fixture("feeds/us-ofac-sdn/sdn.csv")
        for length in 1..<whole.count - 1 where whole[length - 1] != 10 {
            let fault = try fault("ofac-csv", Array(whole.prefix(length)), part: "sdn")
            #expect(["cut_file", "unterminated_quote"].contains(fault.code), "cut to \(length) bytes")
        }
    }

    @Test(arguments: [
        ("1,A\r\n", "wrong_columns", "sdn: line 1"), ("ent_num,A,,,,,,,,,,\r\n", "bad_key", "sdn: line 1"),
        ("\u{1A}", "no_rows", "sdn"), ("", "empty_file", "sdn"), ("<html>", "html_received", "sdn"),
        ("1,\"A\" B,,,,,,,,,,\r\n", "stray_quote", "sdn: line 1, byte 5"),
    ])
    func aBadFileIsRefusedWithItsPartAndLine(text: String, code: String, place: String) throws {
        let fault = try fault("ofac-csv", text, part: "sdn")
        #expect(fault.code == code)
        #expect(fault.place == place)
    }
}

private func read(_ reader: String, _ bytes: ArraySlice<UInt8>, part: String) throws -> Reading {
    try read(reader, Array(bytes), part: part)
}
