import Gate
import Testing
import Vocabulary

@Suite struct GateTests {
    /// Each is held by its rule and by no other: a rule taken away lets it pass.
    static let held = [
        Incident("an endless body of 262 MB", "bytes", of: .rates) {
            $0.bytes = 262_000_000
            $0.limits.maximumBytes = 5_000_000
        },
        Incident("a login page of 4 kB that reads as a table", "bytes", of: .rates) {
            $0.bytes = 4000
            $0.limits.minimumBytes = 10_000
        },
        Incident("a list of ten times its size", "bytes") {
            $0.bytes = 51_000_001
            $0.history.bytes = [5_000_000, 5_100_000, 5_200_000]
        },
        Incident("a list of less than half its size, cut between two rows", "bytes") {
            $0.bytes = 2_500_000
            $0.history.bytes = [5_000_000, 5_100_000, 5_200_000]
        },
        Incident("a list that answered 200 with no entry left, seen for the first time", "rows") {
            $0.change(0)
            $0.effect.isBaseline = true
        },
        Incident("more rows than a feed may have", "rows") { $0.limits.maximumRows = 8999 },
        Incident("a list that loses four in a hundred at each step", "rows") {
            $0.change(3970, removed: 160)
            $0.history.rows = [3970, 4130, 4300, 4480, 4670, 4860, 5060, 5270, 5490, 5720]
        },
        Incident("a record count that is not reached", "stated_count") { $0.statedCount = 9003 },
        Incident("OFAC, saved 2022-01-31: the last row cut in its number", "duplicate_key") {
            $0.conflicts = [Conflict(key: "2677", "sdn: entry 2677 stands on lines 1204 and 9044 with other facts")]
        },
        Incident("Canada 2026-08-24: Country became Country-Pays", "columns") {
            $0.absent = ["Country"]
            $0.leftovers = ["Country-Pays"]
        },
        Incident("dates of birth that became serial numbers of a spreadsheet", "fill_rate") {
            $0.birthDates([4100, 4090, 4080], now: 210, of: 9000)
        },
        Incident("US CSL 2024-05-05", "removals") { $0.change(20_000, removed: 15_000) },
        Incident("one more than five in a hundred", "removals") { $0.change(9000, removed: 451) },
        Incident("Palestine's freezing list, of five people, answers with two", "removals") {
            $0.change(5, removed: 3)
        },
        Incident("twenty of a list of thirty", "removals") { $0.change(30, removed: 20) },
        Incident("half of the days of a history of rates withdrawn", "removals", of: .rates) {
            $0.change(221_702, removed: 110_000)
        },
        Incident("US CSL 2024-05-05, the SSI entries alone", "programmes") {
            $0.change(20_000, removed: 290)
            $0.remove(290, of: 290, under: "Sectoral Sanctions Identifications List (SSI) - Treasury Department")
        },
        Incident("a programme that is to end next month", "programmes") {
            $0.change(17_300, removed: 518)
            $0.remove(518, of: 600, under: "SYRIA")
            $0.know("SYRIA", until: "2025-06-30")
            $0.date("2025-05-30")
        },
        Incident("US CSL 2024-05-07: 15,000 on 5,000", "additions") { $0.change(5000, added: 15_000) },
        Incident("51 on a list of 100", "additions") { $0.change(100, added: 51) },
        Incident("Uzbekistan 2026-04-01: Syrian pounds without two zeros", "units", of: .rates) {
            $0.neighbours = [RateRulesTests.neighbour("USD", "SYP", 115.52, 13_002)]
        },
        Incident("an aggregator 2026-04-10: Croatia's rates upside down", "swapped", of: .rates) {
            $0.neighbours = [("HUF", 405.0), ("JPY", 160), ("PLN", 4.3)]
                .map { RateRulesTests.neighbour("EUR", $0.0, 1 / $0.1, $0.1) }
        },
        Incident("a publication of the year 9999", "date_ahead") { $0.date("9999-12-31", seen: "2022-03-01") },
        Incident("EU 2026-07-19", "date_back") { $0.date("2026-06-05", before: "2026-07-18") },
    ]

    /// Publications that were real, and the largest ordinary ones.
    static let passing = [
        Incident("an ordinary day") { $0.change(9000, removed: 3, added: 4) },
        Incident("Canada 2022-02-24: 408 on 1,454", warns: true) { $0.change(1454, added: 408) },
        Incident("UK 2022-03-11: 382 on 2,100", warns: true) { $0.change(2100, added: 382) },
        Incident("UN, the snapback of 2025: 121 on 880", warns: true) { $0.change(880, added: 121) },
        Incident("OFAC, its largest step: 397 on 9,400") { $0.change(9400, added: 397) },
        Incident("OFAC 2021-12-30: 150 of 9,150") { $0.change(9150, removed: 150) },
        Incident("OFAC 2025-06-30: Syria's programme ends") {
            $0.change(17_300, removed: 518)
            $0.remove(518, of: 600, under: "SYRIA")
            $0.know("SYRIA", until: "2025-06-30")
            $0.date("2025-06-30")
            $0.history.rows = Array(repeating: 17_300, count: 10)
        },
        Incident("OFAC 2021-08-20: 33 entries of BELARUS-EO under another tag") {
            $0.change(9200)
            $0.effect.programmesBefore = ["BELARUS-EO": 33]
        },
        Incident("a renamed programme whose entries got new numbers") {
            $0.change(9200, removed: 33, added: 33)
            $0.remove(33, of: 33, under: "BELARUS-EO")
            $0.effect.addedByProgramme = ["BELARUS-EO14038": 33]
            $0.know("BELARUS-EO", renamedTo: "BELARUS-EO14038")
        },
        Incident("the first snapshot of a list") {
            $0.change(0, added: 9000)
            $0.effect.isBaseline = true
        },
        Incident("fifteen on a list of five", warns: true) { $0.change(5, added: 15) },
        Incident("nine on a list of five") { $0.change(5, added: 9) },
        Incident("exactly five in a hundred") { $0.change(9000, removed: 450) },
        Incident("six of a list of 25") {
            $0.change(25, removed: 6)
            $0.history.rows = Array(repeating: 25, count: 10)
        },
        Incident("half of a list of four") { $0.change(4, removed: 2) },
        Incident("all of a list of three but one") { $0.change(3, removed: 2) },
        Incident("all of a programme of nineteen") {
            $0.change(9000, removed: 19)
            $0.remove(19, of: 19, under: "FTO")
        },
        Incident("a feed that lets any removal pass") {
            $0.change(9000, removed: 8000)
            $0.limits.removedPercent = 100
            $0.history.rows = Array(repeating: 9000, count: 10)
        },
        Incident("birth dates of a few new entries missing") {
            $0.birthDates([4100, 4090, 4080], now: 3900, of: 9000)
        },
        Incident("a field of forty entries that lost nineteen") {
            $0.birthDates([40], now: 21, of: 300)
        },
        Incident("two publications are no history of sizes") {
            $0.bytes = 1
            $0.history.bytes = [5_000_000, 5_000_000]
        },
        Incident("a daily rates file after whole histories", of: .rates) {
            $0.bytes = 1500
            $0.history.bytes = Array(repeating: 600_000, count: 10)
            $0.history.rows = Array(repeating: 220_000, count: 10)
        },
        Incident("a history imported with an early day of its own") {
            $0.date("2026-10-30", seen: "2022-03-01")
            $0.isFetched = false
        },
        Incident("tomorrow's date, in the evening") { $0.date("2022-03-02", seen: "2022-03-01") },
        Incident("an archive imported behind") {
            $0.date("2026-06-05", before: "2026-07-18")
            $0.isFetched = false
        },
        Incident("the same date again") { $0.date("2026-07-18", before: "2026-07-18") },
    ]

    @Test(arguments: held) func isHeldByItsRuleAndByNoOther(incident: Incident) {
        guard case .hold(let reasons) = Gatekeeper.judge(incident.candidate) else {
            Issue.record("it passes")
            return
        }
        #expect(reasons.map(\.rule) == incident.rules)
    }

    @Test(arguments: passing) func passesAndIsPointedOutWhereItIsASurge(incident: Incident) {
        guard case .pass(let warnings) = Gatekeeper.judge(incident.candidate) else {
            Issue.record("\(Gatekeeper.judge(incident.candidate))")
            return
        }
        #expect(warnings.isEmpty == !incident.warns)
    }

    @Test func theRulesAreThoseOfTheIncidents() {
        #expect(Set(Gatekeeper.rules.map(\.name)) == Set(GateTests.held.flatMap(\.rules)))
        #expect(Set(Gatekeeper.rules.map(\.name)).count == Gatekeeper.rules.count)
    }

    @Test("Years between two snapshots of an archive bring what years bring, and half a list is still half a list")
    func years() {
        var candidate = Incident("the Security Council's list, 2021-03-12 to 2024-09-21") {
            $0.change(1004, removed: 167, added: 38)
            $0.remove(84, of: 84, under: "Iran")
        }.candidate
        candidate.isFetched = false
        guard case .hold(let reasons) = Gatekeeper.judge(candidate) else {
            Issue.record("from one day to the next it has to be held")
            return
        }
        #expect(reasons.map(\.rule) == ["removals", "programmes"])
        candidate.gapDays = 1289
        guard case .pass = Gatekeeper.judge(candidate) else {
            Issue.record("over three years and a half it is ordinary")
            return
        }
        candidate.change(1004, removed: 600)
        guard case .hold = Gatekeeper.judge(candidate) else {
            Issue.record("half a list is half a list")
            return
        }
    }

    @Test func aHeldFileSaysWhatIsGoneAndWhatItMayBeCalledNow() throws {
        func message(_ what: String) throws -> String {
            let incident = try #require(GateTests.held.first { $0.what.hasPrefix(what) })
            guard case .hold(let reasons) = Gatekeeper.judge(incident.candidate) else { return "" }
            return reasons[0].message
        }
        #expect(try message("Canada") == "not in the file any more: Country; perhaps under another name: Country-Pays")
        #expect(try message("dates of birth") == "birth_date in 210 entries, usually 4090")
        #expect(try message("a programme") == "entries removed: 518 of 600 under SYRIA")
        #expect(try message("Palestine") == "3 of 5 entries removed, more than 2")
    }

    @Test func removalsAreNamedByProgrammeTheLargestFirst() {
        var candidate = GateTests.held[0].candidate
        candidate.kind = .list
        candidate.change(100, removed: 60)
        candidate.effect.removedByProgramme = ["SDGT": 20, "CUBA": 40, "IRAN": 20, "A": 1, "B": 2]
        candidate.effect.removedExamples = ["1", "2", "3", "4", "5", "6"]
        guard case .hold(let reasons) = Gatekeeper.judge(candidate) else { return }
        #expect(
            reasons.first?.message == "60 of 100 entries removed, more than 20, among them 1, 2, 3, 4, 5"
                + "; by programme: CUBA 40, IRAN 20, SDGT 20, B 2")
    }
}
