import News
import Testing
import Vocabulary

@Suite struct NamesTests {
    private func read(_ sentences: String, title: String = "What the ministers of two states agreed on") throws
        -> Extraction
    {
        var article = Article()
        article.title = title
        article.body = sentences
        article.published = nil
        return Rules.extractor.extract(article)
    }

    @Test(
        "Countries are found by name, people, capital and government, and not in the names of other things",
        arguments: [
            ("Officials in Ankara and the Kremlin met.", ["TR", "RU"]), ("The Washington Post said so.", []),
            ("Latin American leaders met.", []), ("North Korean officials met South Korean ones.", ["KP", "KR"]),
            ("The U.S. and the UK agreed with us.", ["US", "GB"]), ("Chad Smith played.", []),
            ("Michael Jordan retired.", []),
            ("Chad's army and officials in N'Djamena met.", ["TD"]),
            ("The Jordanian dinar and Jordan's exports rose.", ["JO"]),
            ("Voters in Georgia, Atlanta among them, went to the polls.", ["US"]),
            ("Tbilisi said that Georgia would not join.", ["GE"]), ("RUSSIA CUTS RATES", ["RU"]),
        ] as [(String, [String])])
    func countries(_ text: String, _ expected: [String]) throws {
        #expect(Set(try read(text).event.countries) == Set(expected), "\(text)")
    }

    @Test(
        "A noun that several currencies have means that of the country the text is about",
        arguments: [
            ("The pound fell in Cairo as Egypt waited.", ["EGP"]), ("Lebanon's pound fell again in Beirut.", ["LBP"]),
            ("The Turkish lira slid against the dollar.", ["TRY"]), ("The dollar rose in the United States.", ["USD"]),
            ("The rouble and the hryvnia fell in Russia.", ["RUB", "UAH"]),
            ("It paid 500 EUR for it.", ["EUR"]), ("TRY THIS AT HOME", []), ("The euro rose.", ["EUR"]),
        ] as [(String, [String])])
    func currencies(_ text: String, _ expected: [String]) throws {
        #expect(Set(try read(text).event.currencies) == Set(expected), "\(text)")
    }

    @Test(
        "People are named in full beside an office, an apposition or a verb of speech",
        arguments: [
            (
                "Turkish President Recep Tayyip Erdogan met Finance Minister Nureddin Nebati.",
                ["Recep Tayyip Erdogan", "Nureddin Nebati"]
            ),
            ("Elvira Nabiullina, the governor of the Bank of Russia, left.", ["Elvira Nabiullina"]),
            ("“It is over,” said Jane van der Berg.", ["Jane van der Berg"]),
            ("According to Omar Abdel-Rahman, prices rose.", ["Omar Abdel-Rahman"]),
            ("The New York Times said so.", []), ("Saudi Arabia said so.", []), ("The Central Bank said so.", []),
            ("On Monday Western Officials said so.", []), ("The Magnitsky Act was signed.", []),
        ] as [(String, [String])])
    func people(_ text: String, _ expected: [String]) throws { #expect(try read(text).people == expected, "\(text)") }

    @Test(
        "Acts are found by their names and by their numbers",
        arguments: [
            ("He signed Executive Order 13894 on Monday.", ["EO13894"]),
            ("Council Regulation (EU) No 833/2014 was amended.", ["EU2014/833"]),
            ("Regulation (EU) 2022/328 followed.", ["EU2022/328"]),
            ("UN Security Council resolution 2231 endorsed it.", ["UNSCR2231"]),
            ("Sanctions under CAATSA followed.", ["CAATSA"]), ("His resolution 12 was forgotten.", []),
        ] as [(String, [String])])
    func acts(_ text: String, _ expected: [String]) throws {
        #expect(try read(text).event.programmes == expected, "\(text)")
    }

    @Test("A tag keeps the words that gave it, and where they stand, in Unicode scalars of its part")
    func evidence() throws {
        let body = "Zürich’s émigrés waited. New sanctions came."
        let found = try read(body)
        let evidence = try #require(found.evidence.first { $0.field == "tags" && $0.value == "sanctions" })
        let offset = try #require(evidence.offset)
        #expect(evidence.part == "body" && evidence.phrase == "sanctions")
        #expect(String(String.UnicodeScalarView(Array(body.unicodeScalars)[offset..<offset + 9])) == "sanctions")
    }

    @Test(
        "A headline says whether an act tightens or eases; where it says both, nothing is said",
        arguments: [
            ("EU imposes sanctions on two banks", "tighten"), ("US lifts sanctions on an airline", "ease"),
            ("US lifts sanctions on an airline, imposes sanctions on a bank", ""), ("Bank raises rate", ""),
        ])
    func direction(_ title: String, _ expected: String) throws {
        #expect(try read("It was announced on Monday by officials.", title: title).event.direction == expected)
    }

    @Test(
        "A quantity is a claim with its subject, sign, period and speaker",
        arguments: [
            (
                "The naira has lost 70% of its value since June, said Ada Obi, an analyst in Nigeria.", "NGN", -70.0,
                "since June", "Ada Obi"
            ),
            (
                "Egypt's annual inflation rose to 36.5 percent in the past year.", "inflation", 36.5,
                "in the past year", ""
            ),
            ("In Lebanon the pound plunged by 18 per cent this week.", "LBP", -18, "this week", ""),
        ])
    func claims(_ text: String, _ subject: String, _ number: Double, _ period: String, _ speaker: String) throws {
        let claim = try #require(try read(text).claims.first, "\(text)")
        #expect(
            claim.subject == subject && claim.number == number && claim.period == period && claim.speaker == speaker,
            "\(claim)")
    }
}
