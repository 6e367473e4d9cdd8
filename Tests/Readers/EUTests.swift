import Readers
import Testing
import Vocabulary

@Suite struct EUTests {
    private func text() throws -> String { String(decoding: try fixture("feeds/eu-fsf/answer.xml"), as: UTF8.self) }

    private static let regulation =
        "legal_basis 2018/733 (OJ L123) (amendment, council, published 2018-05-18, in force 2018-05-19)"

    @Test func everyElementIsUsedOrIgnoredByName() throws {
        let reading = try read("eu-fsf-xml", try text())
        let facts = try reading.factsOfAll()
        #expect(reading.leftovers == [:])
        #expect(reading.published?.description == "2021-03-02")
        #expect(
            facts["EU.3092.36"] == [
                "kind person", "name Ibrahim Hasan Tali al-’Asiri (aka, strong)",
                "name Ibrahim Hassan Tali Al-Asiri (primary, strong, Believed to be hiding in Yemen as at March 2011.)",
                "birth_date 1982-04-19 (exact, ISLAMIC 1402-06-24, hijri calendar)", "citizenship SA (SAUDI ARABIA)",
                "country YE (YEMEN)", "programme TAQA",
                Self.regulation.replacing("council", with: "commission"),
                "identifier 1028745097 (national_id, SA, (national civil identification number))",
                "identifier F654645 (passport, SA, valid from 2005-04-30, expires 2010-03-07, expired, "
                    + "issue date in Hijri Calendar 24.06.1426)",
                "listed_on 2011-03-24",
                "link https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=CELEX:32018R0733&from=EN (legal basis)",
                "remark Date of designation referred to in Article 2a(4)(b): 24.3.2011.",
            ])
    }

    @Test("An entry that stands once per programme has the facts of both")
    func merged() throws {
        let reading = try read("eu-fsf-xml", try text())
        #expect(reading.rows == 7)
        let facts = try reading.facts("EU.341.63")
        #expect(facts.filter { $0.hasPrefix("programme") } == ["programme AFG", "programme TAQA"])
        #expect(
            facts.filter { $0.hasPrefix("birth_date") } == ["birth_date 1945/1950 (circa)", "birth_date 1958 (circa)"])
        #expect(facts.filter { $0.hasPrefix("legal_basis") }.count == 2)
    }

    @Test("The order of an entry's records is no change")
    func order() throws {
        let text = try text()
        let (afghanistan, taqa) = ("programme=\"AFG\"", "programme=\"TAQA\" logicalId=\"866\"")
        let records =
            text.ranges(of: "    <sanctionEntity ").map(\.lowerBound) + [
                try #require(text.firstRange(of: "</export>")?.lowerBound)
            ]
        let parts = zip(records, records.dropFirst()).map { String(text[$0..<$1]) }
        let first = try #require(parts.firstIndex { $0.contains(afghanistan) })
        let second = try #require(parts.firstIndex { $0.contains(taqa) })
        var swapped = parts
        swapped.swapAt(first, second)
        let other = try read("eu-fsf-xml", text[..<records[0]] + swapped.joined() + "</export>")
        let reading = try read("eu-fsf-xml", text)
        #expect(try other.factsOfAll() == reading.factsOfAll())
        #expect(Set(other.facets[0].entries) == Set(reading.facets[0].entries))
    }

    @Test(
        "Names, dates, places, contacts and numbers go into their fields",
        arguments: [
            ("EU.16.62", "name Oudaï Saddam Hussein Al-Tikriti (aka, strong, FR)"),
            ("EU.16.62", "name Uday Saddam Hussein Al-Tikriti (primary, strong)"), ("EU.16.62", "gender male"),
            ("EU.16.62", "title Leader of Paramilitary Organisation Fedayeen Saddam"),
            ("EU.16.62", "birth_date 1964 (exact)"), ("EU.16.62", "birth_place Baghdad"),
            ("EU.341.63", "title Mullah (honorific)"),
            ("EU.4565.86", "name Ermies Ghermay (aka, weak, low quality alias)"),
            ("EU.4565.86", "remark Date of birth: until 1980; Approximately 1980"),
            ("EU.4565.86", "birth_place ERITREA"),
            (
                "EU.4565.86",
                "address Tarig sure no. 51, Tripoli (Known address: Tripoli, Tarig sure no. 51, likely moved to "
                    + "Sabratha in 2015.)"
            ),
            ("EU.4198.83", "kind organisation"), ("EU.4198.83", "identifier 5342883 (imo_company)"),
            ("EU.4198.83", "name Chong-chongang Shipping Company (primary, strong, EN)"),
            ("EU.2804.64", "contact office@gas.crimea.ru (email)"),
            ("EU.2804.64", "link http://gas.crimea.ru/ (website)"),
            ("EU.2804.64", "contact +7 (3652) 66-70-00; +7 (3652) 66-78-00 (phone)"),
            ("EU.2804.64", "remark Designation: 12.5.2014"), ("EU.2804.64", "identifier 1149102099717 (registration)"),
            (
                "EU.2804.64",
                "name State Unitary Enterprise of the ‘Republic of Crimea’ ‘Chernomorneftegaz’ (primary, strong, EN, "
                    + "formerly known as PJSC ‘Chernomorneftegaz’)"
            ),
            ("EU.4091.72", "birth_date 1967/1969 (between)"),
            ("EU.4091.72", "country KP (KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF)"),
        ])
    func fact(id: String, fact: String) throws {
        #expect(try read("eu-fsf-xml", try text()).facts(id).contains(fact))
    }

    @Test(
        "A quirk reads",
        arguments: [
            ("strong=\"true\"", "strong=\"false\"", "name Oudaï Saddam Hussein Al-Tikriti (aka, weak, FR)"),
            ("year=\"1964\"", "monthOfYear=\"6\" year=\"1964\"", "birth_date 1964-06 (exact)"),
            ("circa=\"false\"", "circa=\"true\"", "birth_date 1964 (circa)"),
            (
                "calendarType=\"GREGORIAN\" city=\"Baghdad\"", "calendarType=\"PERSIAN\" city=\"\"",
                "remark Date of birth: PERSIAN 1964"
            ),
            ("year=\"1964\"", "year=\"23567\"", "remark Date of birth: 23567"),
            ("code=\"person\"", "code=\"vessel\"", "kind vessel"),
            ("code=\"person\"", "code=\"mine\"", "remark Subject type: mine"),
            ("unitedNationId=\"\"", "unitedNationId=\"IQi.002\"", "reference IQi.002 (United Nations)"),
            (
                "countryIso2Code=\"IQ\" countryDescription=\"IRAQ\"",
                "countryIso2Code=\"00\" countryDescription=\"ASSYRIA\"", "citizenship ASSYRIA"
            ),
        ])
    func quirk(old: String, new: String, fact: String) throws {
        let text = try text()
        let entry = try #require(text.firstRange(of: "EU.16.62"))
        let start = try #require(text[..<entry.lowerBound].ranges(of: "<sanctionEntity").last).lowerBound
        let changed = String(text[..<start]) + String(text[start...]).replacing(old, with: new)
        let reading = try read("eu-fsf-xml", changed)
        #expect(try reading.facts("EU.16.62").contains(fact))
        #expect(reading.leftovers == [:])
    }

    @Test("An entry without a reference number is known by its logical id")
    func fallBack() throws {
        let text = try text().replacing("euReferenceNumber=\"EU.16.62\"", with: "euReferenceNumber=\"\"")
        #expect(try read("eu-fsf-xml", text).facets[0].entries.map(\.id).first == "23")
    }

    @Test("The amending regulation of a part is no change of the entry")
    func summary() throws {
        let text = try text()
        let amended = text.replacing(
            "regulationSummary regulationType=\"regulation\"", with: "regulationSummary regulationType=\"amendment\"")
        #expect(amended != text)
        #expect(try read("eu-fsf-xml", amended).factsOfAll() == read("eu-fsf-xml", text).factsOfAll())
    }

    @Test func aListWithoutItsDayIsRefused() throws {
        #expect(try fault("eu-fsf-xml", try text().replacing("2021-03-02T", with: "02.03.2021 ")).code == "bad_day")
    }
}
