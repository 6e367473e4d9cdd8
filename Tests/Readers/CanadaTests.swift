import Readers
import Testing
import Vocabulary

@Suite struct CanadaTests {
    private func text() throws -> String { String(decoding: try fixture("feeds/ca-sema/answer.xml"), as: UTF8.self) }
    private func ids(_ text: String) throws -> [String] { try read("ca-sema-xml", text).facets[0].entries.map(\.id) }

    @Test func everyElementIsUsedOrIgnoredByName() throws {
        let reading = try read("ca-sema-xml", try text())
        let facts = try reading.factsOfAll()
        #expect(reading.rows == 14 && facts.count == 14)
        #expect(reading.leftovers == [:] && reading.absent == [] && reading.published == nil)
        #expect(
            facts["01c87c0b930b"] == [
                "kind vessel", "name Delvina (primary, strong)", "programme Russia / Russie (RU)",
                "legal_basis Schedule 1.1", "identifier 9331153 (imo)", "listed_on 2025-02-21",
                "vessel_type Oil Tanker", "remark Build date: 2007",
            ])
    }

    @Test("Both spellings of the elements' names give the same entries and facts")
    func bilingual() throws {
        let both = try read("ca-sema-xml", try fixture("feeds/ca-sema/answer-bilingual.xml"))
        #expect(try both.factsOfAll() == read("ca-sema-xml", text()).factsOfAll())
        #expect(both.leftovers == [:] && both.absent == [])
    }

    @Test(
        "A quirk reads",
        arguments: [
            ("MADURO MOROS, Nicolás", "programme Venezuela (VE)"),
            ("Dagalo, Abdelrahim", "birth_date 1970/1979 (between, born in the early 1970s)"),
            ("Rahpeik, Siamak", "birth_date 1963 (exact)"), ("Rahpeik, Siamak", "birth_date 1964 (exact)"),
            ("DRONOV", "name SHAMAN (aka)"), ("DRONOV", "name ШАМАН (aka, Cyrl)"),
            ("Al-Ahmad, Jumah", "title Major General/major-général"),
            ("SHISHKINA", "name Елена Николаевна ШИШКИНА / Олена Миколаївна ШИШКIНА (aka, Cyrl)"),
            ("Mining Enterprise No. 1", "programme Myanmar (Burma) / Myanmar (Birmanie) (MM)"),
            (
                "TULAMASHZAVOD",
                "name TULAMASHZAVOD JSC (also known as Tulamashzavod PA – Production Association) (primary, strong)"
            ),
        ])
    func quirk(name: String, fact: String) throws {
        let entries = try read("ca-sema-xml", try text()).factsOfAll().values
        #expect(entries.contains { entry in entry.contains { $0.contains(name) } && entry.contains(fact) })
    }

    @Test("The country of a regulation is nobody's nationality")
    func country() throws {
        let facts = try read("ca-sema-xml", try text()).factsOfAll().values.joined()
        #expect(
            !facts.contains { $0.hasPrefix("nationality") || $0.hasPrefix("country") || $0.hasPrefix("citizenship") })
    }

    @Test(
        "Rewording keeps the key",
        arguments: [
            ("Venezuela ", "Venezuela"), ("Nicolás", "Nicolas"), ("Nicolás", "NICOLÁS  "),
            ("Belarus / Bélarus", "Belarus"),
            ("<Item>9<", "<Item>10<"), ("1, Part 1.1", "1, Part 1"), ("1975-11-28", "1975-11-29"),
            ("SHAMAN; ", "SHAMAN; Yaroslav DRONOV; "), ("Production\nAssociation", "Production Association"),
            ("(also known as\nTulamashzavod PA – Production\nAssociation)", ""), ("Delvina", "Delvina II"),
            ("Jumah\u{A0}", "Jum'ah".replacing("'", with: "")),
            ("<DateOfBirthOrShipBuildDate>1991-11-22</DateOfBirthOrShipBuildDate>", ""),
            (
                "<LastName>Lukashenko</LastName>\n\t\t<GivenName>Viktor",
                "<GivenName>Lukashenko</GivenName>\n\t\t<LastName>Viktor"
            ),
        ])
    func stable(old: String, new: String) throws {
        var text = try text()
        #expect(text.contains(old))
        let before = try ids(text)
        text = text.replacing(old, with: new)
        if old.hasPrefix("<LastName>") {
            text = text.replacing("Aleksandrovich</GivenName>", with: "Aleksandrovich</LastName>")
        }
        #expect(try ids(text) == before)
    }

    @Test("Another person, number, country or kind is another key")
    func different() throws {
        let before = try ids(try text())
        #expect(Set(before).count == before.count)
        for (old, new) in [
            ("Viktor", "Dmitry"), ("9331153", "9331154"), ("Enterprise No. 2", "Enterprise No. 3"),
            ("Ukraine", "Moldova"),
        ] {
            #expect(try Set(ids(try text().replacing(old, with: new))).subtracting(before).count == 1)
        }
    }

    @Test("Of namesakes the first listed keeps the key, wherever they stand and whoever comes later")
    func namesakes() throws {
        let text = try text()
        #expect(try ids(text)[1...2] == ["8bee6a6b3ff4", "8bee6a6b3ff4-2021-03-21"])
        let swapped = text.replacing("2014-05-12", with: "x").replacing("2021-03-21", with: "2014-05-12")
            .replacing("x<", with: "2021-03-21<")
        #expect(try ids(swapped)[1...2] == ["8bee6a6b3ff4-2021-03-21", "8bee6a6b3ff4"])
        let third = text.replacing(
            "</data-set>",
            with:
                "<record><Country>Russia</Country><LastName>Menyailo</LastName><GivenName>Sergey Ivanovich</GivenName>"
                + "<DateOfListing>2021-03-21</DateOfListing></record></data-set>")
        #expect(try ids(third)[1...2] == ids(text)[1...2])
        #expect(try ids(third).last == "8bee6a6b3ff4-2021-03-21-2")
    }

    @Test("An element that no record has is told: it was probably renamed")
    func absent() throws {
        let reading = try read("ca-sema-xml", try text().replacing("DateOfListing", with: "ListingDate"))
        #expect(reading.absent == ["DateOfListing"])
        _ = try reading.factsOfAll()
        #expect(reading.leftovers == ["record/ListingDate": 14])
    }

    @Test("Dates that became serial numbers are no dates of birth")
    func serial() throws {
        let facts = try read("ca-sema-xml", try text().replacing("1975-11-28", with: "27726")).facts("576b604023f4")
        #expect(facts.contains("remark Date of birth: 27726"))
        #expect(!facts.contains { $0.hasPrefix("birth_date") })
    }

    @Test("The names of August 2026 and those before 2022 read as those between")
    func layouts() throws {
        let text = try text()
        let renamed = text.replacing("TitleOrShip>", with: "TitleOrShipType-TitreOuTypeDeNavire>")
        let today = try read("ca-sema-xml", renamed)
        #expect(try today.factsOfAll() == read("ca-sema-xml", text).factsOfAll())
        #expect(today.leftovers == [:] && today.absent == [])
        let old = """
            <data-set><record><Country>Burma / Birmanie</Country><Entity>Example Company</Entity><Schedule>1</Schedule>\
            <Item>1</Item></record><record><Country>Ukraine</Country><LastName>Example</LastName><GivenName>One</GivenName>\
            <Title>Judge</Title><DateOfBirth>1972-08-10 or 1972-08-11</DateOfBirth><Aliases>Two</Aliases><Schedule>1</Schedule>\
            <Item>2</Item></record></data-set>
            """
        let before = try read("ca-sema-xml", old)
        let facts = try before.factsOfAll().values.sorted { $0.count < $1.count }
        #expect(
            facts == [
                [
                    "kind organisation", "name Example Company (primary, strong)", "programme Burma / Birmanie (MM)",
                    "legal_basis Schedule 1",
                ],
                [
                    "kind person", "name Example, One (primary, strong)", "name Two (aka)", "title Judge",
                    "birth_date 1972-08-10 (exact)", "birth_date 1972-08-11 (exact)", "programme Ukraine (UA)",
                    "legal_basis Schedule 1",
                ],
            ])
        #expect(before.warnings.first?.hasPrefix("layout before 2022") == true && before.absent == [])
    }

    @Test("A number of a ship that is letters is none, and makes no ship")
    func letters() throws {
        let one = """
            <data-set><record><Country-Pays>Syria / Syrie</Country-Pays><TitleOrShipType-TitreOuTypeDeNavire>Major General \
            | major-général</TitleOrShipType-TitreOuTypeDeNavire><LastName-NomDeFamille>Al-Ahmad</LastName-NomDeFamille>\
            <GivenName-Prenom>Jumah </GivenName-Prenom><ShipIMONumber-NumeroOMIDuNavire>ناخدا</ShipIMONumber-NumeroOMIDuNavire>\
            <DateOfListing-DateDinscription>2011-12-23</DateOfListing-DateDinscription></record></data-set>
            """
        let reading = try read("ca-sema-xml", one)
        let facts = try #require(try reading.factsOfAll().values.first)
        #expect(facts.contains("remark IMO number: ناخدا") && facts.contains("title Major General | major-général"))
        #expect(facts.first == "kind person" && !facts.contains { $0.hasPrefix("identifier") })
        let company = one.replacing("LastName-NomDeFamille", with: "EntityOrShip-EntiteOuNavire")
        #expect(try read("ca-sema-xml", company).factsOfAll().values.first?.first == "kind organisation")
    }

    @Test("An element of the names that is missing while another is new is refused: the names would be others")
    func renamedNames() throws {
        let fault = try fault("ca-sema-xml", try text().replacing("LastName>", with: "FamilyName>"))
        #expect(
            fault.code == "wrong_elements" && fault.message.contains("LastName; perhaps under another name: FamilyName")
        )
    }
}
