import Lists
import Testing
import Vocabulary

@Suite struct ExactScreenerTests {
    private static let screener = ExactScreener(
        [
            ("7777", ["AL-RAMADI, Faris Hassan", "RAMADI, Faris"]), ("7778", ["ÇELİK, Gökhan"]),
            ("7779", ["HARBOUR TRADING COMPANY"]),
        ].map { id, names in
            (
                list: "list",
                designation: Designation(
                    list: "list", id: id,
                    attributes: names.map { Attribute(.name, $0) } + [Attribute(.listedOn, "2011-05-18")])
            )
        })

    @Test(
        "A name matches in any order of its words, without capitals, accents and marks, or as part of a longer one",
        arguments: [
            ("Faris Hassan al-Ramadi", "7777", "exact"), ("Faris al-Ramadi", "7777", "subset"),
            ("Faris Ramadi", "7777", "exact"),
            ("Gokhan Celik", "7778", "exact"), ("Harbour Trading Company LLC", "7779", "subset"),
        ])
    func found(_ name: String, _ entry: String, _ match: String) {
        let found = Self.screener.matches(name)
        #expect(found.map(\.entry) == [entry])
        #expect(found.first?.match == match)
        #expect(found.first?.listedOn == "2011-05-18")
    }

    @Test(
        "One word alone, another name or nothing is no match",
        arguments: ["Ramadi", "Hassan Trading", "Faris Harbour", "", "—"])
    func notFound(_ name: String) {
        #expect(Self.screener.matches(name).isEmpty)
    }
}
