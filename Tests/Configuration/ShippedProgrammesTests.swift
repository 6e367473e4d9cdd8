import Configuration
import Testing
import Vocabulary

/// Facts of the shipped `programs.csv` that are easily got wrong.
@Suite struct ShippedProgrammesTests {
    private let programmes: Programmes

    init() throws { programmes = try Settings.load(root: ShippedTests.root, environment: [:]).programmes }

    @Test(
        "A tag has its family, its act and the day of it",
        arguments: [
            ("us-ofac-sdn", "SSIDES", "RU.main", "Public Law 113-95", "2014-04-03"),
            ("us-ofac-sdn", "UKRAINE-EO13662", "RU.ukraine", "EO 13662", "2014-03-20"),
            ("us-ofac-sdn", "VENEZUELA", "VE.main", "EO 13692", "2015-03-08"),
            ("us-ofac-sdn", "BURMA-EO14014", "MM.main", "EO 14014", "2021-02-10"),
            ("us-ofac-sdn", "ILLICIT-DRUGS-EO14059", "T.drugs", "EO 14059", "2021-12-15"),
            ("us-ofac-sdn", "PAIPA", "T.ip", "Public Law 117-336", "2023-01-05"),
            ("us-ofac-cons", "CMIC-EO13959", "CN.main", "EO 13959 as amended by EO 14032", "2020-11-12"),
            ("un-sc", "Iran", "IR.nuclear", "UNSCR 1737; UNSCR 2231", "2006-12-23"),
            ("un-sc", "GB", "GW.main", "UNSCR 2048", "2012-05-18"),
            ("eu-fsf", "TAQA", "T.alqaida", "Regulation (EC) 881/2002", "2002-05-27"),
            ("eu-fsf", "AFG", "AF.taliban", "Regulation (EU) 753/2011", "2011-08-01"),
            ("eu-fsf", "SDN", "SD.main", "Regulation (EU) 747/2014", "2014-07-10"),
            ("uk-ofsi", "Iran (Nuclear)", "IR.nuclear", "Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019", nil),
            ("ca-sema", "Venezuela ", "VE.main", "Special Economic Measures (Venezuela) Regulations", nil),
        ] as [(String, String, String, String, String?)])
    func facts(list: String, tag: String, family: String, act: String, from: String?) throws {
        let row = try #require(programmes.row(tag, list: list))
        #expect(row.family == family && row.act == act)
        #expect(row.from?.description == from)
    }

    @Test(
        "The same tag forbids one thing on one list and another elsewhere",
        arguments: [
            ("UKRAINE-EO13662", "us-ofac-sdn", "block"), ("UKRAINE-EO13662", "us-ofac-cons", "debt;equity;trade"),
            // Printed there for both kinds of entry: nobody can tell from the tag.
            ("UKRAINE-EO13662", "us-csl", ""), ("RUSSIA-EO14024", "us-ofac-sdn-enhanced", "block"),
            ("CMIC-EO13959", "us-csl", "investment"), ("561-Related", "us-ofac-cons-csv", "correspondent"),
            ("GB", "un-sc", "travel"), ("Iraq", "un-sc", "block"), ("SYR", "eu-fsf", "block"),
        ])
    func restrictions(tag: String, list: String, words: String) {
        #expect(programmes.restrictions(of: [tag], list: list).joined(separator: ";") == words)
    }

    @Test(
        "Each family spans the lists that have such a programme",
        arguments: [
            ("SY.main", "ca-sema eu-fsf uk-ofsi us-ofac-sdn"), ("RU.main", "ca-sema eu-fsf uk-ofsi us-ofac-sdn"),
            ("BY.main", "ca-sema eu-fsf uk-ofsi us-ofac-sdn"), ("IR.main", "ca-sema eu-fsf uk-ofsi us-ofac-sdn"),
            ("VE.main", "ca-sema eu-fsf uk-ofsi us-ofac-sdn"), ("CU.main", "us-ofac-sdn"),
            ("KP.main", "eu-fsf uk-ofsi un-sc us-ofac-sdn"), ("MM.main", "ca-sema eu-fsf uk-ofsi us-ofac-sdn"),
            ("SD.main", "ca-sema eu-fsf uk-ofsi un-sc us-ofac-sdn"), ("AF.taliban", "eu-fsf uk-ofsi un-sc"),
            ("YE.main", "eu-fsf uk-ofsi un-sc us-ofac-sdn"), ("LB.main", "eu-fsf us-ofac-sdn"),
            ("ZW.main", "ca-sema eu-fsf uk-ofsi us-ofac-sdn"), ("LY.main", "eu-fsf uk-ofsi un-sc us-ofac-sdn"),
            ("NI.main", "ca-sema eu-fsf uk-ofsi us-ofac-sdn"), ("T.alqaida", "eu-fsf uk-ofsi un-sc"),
        ])
    func span(family: String, lists: String) {
        let main: Set = ["us-ofac-sdn", "un-sc", "eu-fsf", "uk-ofsi", "ca-sema"]
        let found = Set(programmes.rows.filter { $0.family == family }.map(\.list)).intersection(main)
        #expect(found.sorted().joined(separator: " ") == lists)
    }

    @Test("Each country's family is of that country, and a theme of none by its name")
    func countries() {
        for row in programmes.rows where !row.isTheme {
            #expect(row.countries.contains(String(row.family.prefix(2))), "\(row.list) \(row.tag)")
        }
        #expect(programmes.row("SDGT", list: "us-ofac-sdn")?.countries == [])
    }
}
