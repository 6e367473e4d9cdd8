import Readers
import Testing
import Vocabulary

/// The numbers were counted in the raw file with Python's csv module, apart from this reader.
@Suite(.enabled(if: RealData.isPresent, RealData.absence)) struct RealUKTests {
    @Test func theConsolidatedListOfApril2025HasAllItsFacts() throws {
        let reading = try read("uk-ofsi-csv", try RealUKTests.file())
        let facet = reading.facets[0]
        var counts: [Field: Int] = [:]
        var (weak, types): (Int, [String: Int]) = (0, [:])
        for index in facet.entries.indices {
            for fact in try facet.attributes(index) {
                counts[fact.field, default: 0] += 1
                if fact.field == .name, fact.qualifiers[1] == "weak" { weak += 1 }
                if fact.field == .identifier { types[fact.qualifiers[0], default: 0] += 1 }
            }
        }
        #expect(reading.rows == 4_686)
        #expect(reading.published?.description == "2025-04-10")
        // 12,783 in Latin letters and 3,254 in others.
        #expect(counts[.name] == 16_037)
        #expect(weak == 646)
        #expect(counts[.birthDate] == 3_542)
        #expect(counts[.nationality] == 2_720)
        #expect(counts[.address] == 2_593)
        #expect(counts[.kind] == 4_686 && counts[.updatedOn] == 4_686)
        #expect(counts[.programme] == 4_702)
        #expect(types["passport"] == 651 && types["imo"] == 15)
        #expect(reading.leftovers.isEmpty && reading.conflicts.isEmpty && reading.absent.isEmpty)
    }

    /// Taken from the rows by hand, ten entries drawn by lot.
    @Test(arguments: [
        (
            "13572",
            [
                "name RI PYONG CHUL (primary, strong)", "name Ri PYONG CHOL (aka, strong)", "birth_date 1948 (exact)",
                "nationality KP (North Korea)", "reference DPR0266 (UK Sanctions List)", "reference KPi.076 (UN)",
            ]
        ),
        (
            "11780",
            [
                "name Ali FAZLI (primary, strong)", "title Brigadier General (honorific)",
                "title Chief, Imam Hossein Cadet College", "listed_on 2011-04-14",
                "listed_on 2020-12-31 (UK Sanctions List)", "updated_on 2023-12-14",
            ]
        ),
        (
            "13208",
            [
                "name Sasha TASHKENT (aka)", "name Aleksandr Yurievich TIMOFEEV (primary, strong)",
                "birth_place Nevinnomyssk, Stavropol Krai, Russia", "restriction other (Trust services)",
                "name Olek Sandr Yuriyovych TIMOFEEV (aka, spelling of the primary name)",
            ]
        ),
        (
            "14743",
            [
                "name КАМЫШАНОВА Александра Александровна (primary, strong, Cyrl, Russian)",
                "birth_date 1986-11-29 (exact)", "restriction block (Asset freeze)",
            ]
        ),
        (
            "14890",
            [
                "name Ирек Ишмухаметович ЯЛАЛОВ (primary, strong, Cyrl)",
                "address 26 Bolshaya Dmitrovka Street, Moscow, 103426 (RU)",
                "birth_place Ufa, Bashkir Autonomous Soviet Socialist Republic, Russia",
            ]
        ),
        ("16044", ["kind organisation", "address St. Ob'izdna, 9, Gomel, 246027 (BY)", "programme Belarus"]),
        (
            "12491",
            ["name TURBINE ENGINEERING MANUFACTURING (TEM) (primary, strong)", "name TEM (aka)", "country IR (Iran)"]
        ),
        (
            "15025",
            ["name RADIOAVTOMATIKA LLC (primary, strong)", "address ZOLOTOROZHSKY VAL, 11/22, Moscow, 111033 (RU)"]
        ),
        ("13701", ["name PJSC MOSTOTREST (primary, strong)", "name MOSTOTREST, PAO (aka)", "listed_on 2018-07-31"]),
        ("13660", ["kind vessel", "name JI SONG 8 (primary, strong)", "name NEW RICH (aka)", "updated_on 2020-12-31"]),
    ])
    func tenEntriesSayWhatTheirRowsSay(id: String, facts: [String]) throws {
        let found = try read("uk-ofsi-csv", try RealUKTests.file()).facts(id)
        #expect(facts.filter { !found.contains($0) } == [])
    }

    private static func file() throws -> [UInt8] {
        try RealData.unpacked("lists/uk-sanctions-list/2025-04-17.csv.xz")
    }
}
