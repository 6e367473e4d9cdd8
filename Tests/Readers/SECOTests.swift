import Configuration
import Readers
import Testing
import Vocabulary

/// By the publisher's description alone: no whole file was read yet.
@Suite struct SECOTests {
    private func text() throws -> String { String(decoding: try fixture("feeds/ch-seco/answer.xml"), as: UTF8.self) }

    @Test func everyElementIsUsedOrIgnoredByName() throws {
        let reading = try read("ch-seco-xml", try text())
        let facts = try reading.factsOfAll()
        #expect(reading.leftovers == [:])
        #expect(reading.published?.description == "2026-11-20")
        #expect(
            facts["5001"] == [
                "kind person", "name Lukashenko Viktor (primary, strong)", "name Viktar Lukashenka (aka, weak)",
                "name Лукашенко Виктор (aka, strong, Cyrl, spelling variant)", "birth_date 1975-11-28 (exact)",
                "birth_place Mogilev, Belarus", "gender male", "nationality BY (Belarus)", "programme Belarus (EU)",
                "legal_basis Ordinance of 16 March 2022 on measures against Belarus (SR 946.231.116.9), annex 13 (Annex 13)",
                "identifier MP1234567 (passport, BY, issued 2015-01-20)", "listed_on 2020-12-11",
                "updated_on 2022-03-16", "link 5201 (related-to)",
                "remark Justification: Former National Security Adviser to the President.",
                "remark Son of Aleksandr Lukashenko.",
            ])
    }

    @Test("Who left the list is no entry, and is counted; who came back is one, since then")
    func history() throws {
        let reading = try read("ch-seco-xml", try text())
        #expect(reading.facets[0].entries.map(\.id) == ["5001", "5100", "5200"])
        #expect(reading.warnings == ["1 entries that left the list stand in the file and are no entries"])
        #expect(try reading.facts("5100").contains("listed_on 2009-07-01"))
    }

    @Test(
        "Programmes, places and objects go into their fields",
        arguments: [
            ("5100", "programme DPRK (UN)"), ("5100", "reference KPe.001"),
            ("5100", "name Changgwang Sinyong Corporation (fka)"),
            ("5100", "address Tonghung-dong, 999093, Pyongyang, Central District (KP)"),
            ("5200", "kind vessel"), ("5200", "identifier 8660313 (imo)"), ("5200", "remark Vessel type: tanker"),
            ("5200", "programme DPRK (UN)"), ("5200", "reference KPv.001"),
        ])
    func fact(id: String, fact: String) throws {
        #expect(try read("ch-seco-xml", try text()).facts(id).contains(fact))
    }

    @Test(
        "A quirk reads",
        arguments: [
            ("month=\"11\" ", "", "remark Date of birth: 1975-28"),
            ("day=\"28\" month=\"11\" ", "", "birth_date 1975 (exact)"),
            ("calendar=\"Gregorian\"", "calendar=\"Hijri\"", "remark Date of birth: 1975-11-28 (Hijri)"),
            (
                "sanctions-set-id=\"101\"", "sanctions-set-id=\"7\"",
                "remark Sanctions set: 7, which the list does not have"
            ),
            ("object-type=\"vessel\"", "object-type=\"statue\"", "remark Object type: statue"),
        ])
    func quirk(old: String, new: String, fact: String) throws {
        let reading = try read("ch-seco-xml", try text().replacing(old, with: new))
        #expect(try reading.factsOfAll().values.contains { $0.contains(fact) })
        #expect(reading.leftovers == [:])
    }

    @Test("A list of none but those who left is refused, and so is one without its day")
    func refused() throws {
        let gone = try text().replacing("\"listed\"", with: "\"de-listed\"").replacing(
            "\"amended\"", with: "\"de-listed\"")
        #expect(try fault("ch-seco-xml", gone).code == "no_rows")
        #expect(
            try fault(
                "ch-seco-xml",
                try text().replacing(
                    "date=\"2026-11-20\">\n  <sanctions-program ", with: "date=\"\">\n  <sanctions-program ")
            ).code == "bad_day")
    }

    private func list(_ target: String, type: String = "whole-list") -> String {
        """
        <swiss-sanctions-list list-type="\(type)" date="2026-11-20"><sanctions-program ssid="1"><program-key \
        lang="eng">Belarus</program-key><sanctions-set ssid="2" lang="eng">Annex</sanctions-set><origin>EU</origin>\
        </sanctions-program>\(target)</swiss-sanctions-list>
        """
    }

    private func target(_ events: [(type: String, day: String)], information: String = "") -> String {
        let modifications = events.map {
            "<modification modification-type=\"\($0.type)\" effective-date=\"\($0.day)\"><added><identity/></added></modification>"
        }
        return """
            <target ssid="7"><sanctions-set-id>2</sanctions-set-id><object object-type="vessel"><identity main="true">\
            <name name-type="primary-name"><name-part order="1"><value>EXAMPLE</value></name-part></name>\
            <day-month-year year="1980" quality="good"/></identity><other-information>\(information)</other-information>\
            </object>\(modifications.joined())</target>
            """
    }

    @Test("The number of a ship stands in words")
    func imo() throws {
        for words in ["IMO Number: 8405270", "Flag: unknown; IMO 8405270.", "IMO8405270"] {
            let reading = try read("ch-seco-xml", list(target([("listed", "2020-01-01")], information: words)))
            #expect(try reading.facts("7").contains("identifier 8405270 (imo)"), "\(words)")
            #expect(reading.leftovers == [:])
        }
        let other = list(target([("listed", "2020-01-01")], information: "IMO unknown, passport 8405270"))
        #expect(try !read("ch-seco-xml", other).facts("7").contains { $0.hasPrefix("identifier") })
    }

    @Test("An amendment is no list")
    func amendment() throws {
        let fault = try fault("ch-seco-xml", list(target([("listed", "2020-01-01")]), type: "amendment"))
        #expect(fault.code == "partial_file" && fault.message.contains("amendment"))
    }

    @Test(
        "Whether an entry is on the list goes by the days of its history, not by their order in the file",
        arguments: [
            ([("listed", "2020-01-01"), ("de-listed", "2021-01-01")], false),
            ([("de-listed", "2021-01-01"), ("listed", "2020-01-01")], false),
            ([("listed", "2022-01-01"), ("de-listed", "2021-01-01"), ("listed", "2020-01-01")], true),
            ([("listed", "2020-01-01"), ("de-listed", "2027-01-01")], true),
            ([("de-listed", "2021-01-01"), ("amended", "2021-01-01"), ("listed", "2020-01-01")], false),
            ([("de-listed", "2021-01-01"), ("listed", "2021-01-01")], true),
        ])
    func current(events: [(type: String, day: String)], isListed: Bool) throws {
        let other = target([("listed", "2020-01-01")]).replacing("ssid=\"7\"", with: "ssid=\"8\"")
        for order in [events, events.reversed()] {
            let reading = try read("ch-seco-xml", list(target(order) + other))
            #expect(reading.facets[0].entries.contains { $0.id == "7" } == isListed)
        }
    }

    @Test("A removal that is decided and not yet in force ends the listing on the day before")
    func ends() throws {
        let reading = try read("ch-seco-xml", list(target([("listed", "2020-01-01"), ("de-listed", "2027-01-01")])))
        #expect(try reading.facts("7").contains("valid_until 2026-12-31"))
    }
}
