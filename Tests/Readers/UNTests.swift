import Readers
import Testing
import Vocabulary

@Suite struct UNTests {
    private func text() throws -> String { String(decoding: try fixture("feeds/un-sc/answer.xml"), as: UTF8.self) }

    @Test func everyElementIsUsedOrIgnoredByName() throws {
        let reading = try read("un-xml", try text())
        _ = try reading.factsOfAll()
        #expect(reading.facets[0].entries.map(\.id) == ["6908555", "112248", "6908402"])
        #expect(reading.published?.description == "2025-12-10")
        #expect(reading.leftovers.isEmpty)
        #expect(
            try reading.facts("6908555") == [
                "kind person", "name RI WON HO (primary, strong)", "title DPRK Ministry of State Security Official",
                "birth_date 1964-07-17 (exact)", "nationality KP (Democratic People's Republic of Korea)",
                "programme DPRK", "identifier 381310014 (passport)", "listed_on 2016-11-30", "reference KPi.033",
                "remark Stationed in Syria supporting KOMID.",
            ])
        #expect(
            try reading.facts("112248") == [
                "kind person", "name MEHDI BEN MOHAMED BEN MOHAMED KAMMOUN (primary, strong)",
                "name Salmane (aka, weak)", "name المهدي بن محمد بن محمد كمون (primary, strong, Arab)",
                "title Mr (honorific)", "birth_date 1967/1969 (between)", "birth_date 1968 (circa)",
                "birth_date 1968-04-03 (exact)", "birth_place Tunis, Tunisia", "nationality TN (Tunisia)",
                "country IT (Italy)", "programme Al-Qaida", "address Via Masina Number 7, Milan (IT)",
                "identifier M307707 (passport, TN, issued 2000-04-12; expired on 11 Apr. 2005)",
                "listed_on 2002-09-03", "updated_on 2005-12-20", "updated_on 2007-06-07", "reference QDi.072",
            ])
        #expect(
            try reading.facts("6908402") == [
                "kind organisation", "name ADF (primary, strong)", "name ADF/NALU (fka)",
                "name Allied Democratic Forces (aka)", "country CD (Democratic Republic of the Congo)",
                "programme DRC", "address North Kivu (CD)", "listed_on 2014-06-30", "reference CDe.001",
            ])
    }

    @Test func theDayOfGenerationIsNoChangeOfAnyEntry() throws {
        let later = try text().replacing("2025-12-10T00:00:06.263Z", with: "2025-12-11T00:00:05.001Z")
        #expect(try read("un-xml", later).published?.description == "2025-12-11")
        #expect(try read("un-xml", later).facets[0].entries == (try read("un-xml", text()).facets[0].entries))
    }

    @Test func theOrderOfElementsIsNoChange() throws {
        let swapped = try text()
            .replacing(
                "<VALUE>2005-12-20</VALUE><VALUE>2007-06-07</VALUE>",
                with: "<VALUE>2007-06-07</VALUE><VALUE>2005-12-20</VALUE>"
            )
            .replacing("<LISTED_ON>2014-06-30</LISTED_ON>", with: "")
            .replacing("<COMMENTS1/>", with: "<LISTED_ON>2014-06-30</LISTED_ON>")
        #expect(try read("un-xml", swapped).factsOfAll() == read("un-xml", text()).factsOfAll())
    }

    @Test func aNewElementIsReportedNotDropped() throws {
        let drifted = try text().replacing(
            "<ENTITY_ALIAS><QUALITY>f.k.a.", with: "<WEBSITE>x</WEBSITE><ENTITY_ALIAS><SCRIPT>a</SCRIPT><QUALITY>f.k.a."
        )
        let reading = try read("un-xml", drifted)
        _ = try reading.factsOfAll()
        #expect(reading.leftovers == ["ENTITY/WEBSITE": 1, "ENTITY/ENTITY_ALIAS/SCRIPT": 1])
    }

    @Test func theProgrammeGBIsGuineaBissau() throws {
        let reading = try read("un-xml", try text().replacing("<UN_LIST_TYPE>DRC<", with: "<UN_LIST_TYPE>GB<"))
        #expect(try reading.facts("6908402").contains("programme GB (Guinea-Bissau)"))
    }

    @Test func aDateOfBirthInAnAliasWithoutANameIsKept() throws {
        let nameless = try text().replacing(
            "<INDIVIDUAL_DATE_OF_BIRTH>",
            with: "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/><DATE_OF_BIRTH>1953</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>"
                + "<INDIVIDUAL_DATE_OF_BIRTH>")
        let facts = try read("un-xml", nameless).facts("112248")
        #expect(facts.contains("birth_date 1953 (exact, as an alias without a name)"))
    }

    @Test func aListWithoutItsDayOrAnEntryWithoutItsNameIsRefused() throws {
        #expect(try fault("un-xml", try text().replacing("2025-12-10T", with: "soon ")).code == "bad_day")
        let nameless = try read("un-xml", try text().replacing("FIRST_NAME>ADF<", with: "FIRST_NAME><"))
        #expect(try nameless.facts("6908402").contains("name ADF/NALU (fka)"))
        let entry = "<ENTITIES><ENTITY><DATAID>1</DATAID></ENTITY></ENTITIES>"
        let list = "<CONSOLIDATED_LIST dateGenerated=\"2025-12-10\">\(entry)</CONSOLIDATED_LIST>"
        let fault = try #require(throws: Fault.self) { try read("un-xml", list).factsOfAll() }
        #expect(fault.code == "bad_entry")
    }
}
