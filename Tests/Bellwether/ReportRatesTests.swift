import Foundation
import TestSupport
import Testing

/// What the weekly report says of a country that has an official rate and a street rate.
@Suite struct ReportRatesTests {
    /// Day by day: the official rate steps onto the street's level on 2026-03-03, and misprints once, on 2026-02-20.
    private static let official = [
        ("2026-02-17", "42100"), ("2026-02-18", "42110"), ("2026-02-19", "42105"), ("2026-02-20", "66200"),
        ("2026-02-21", "42100"), ("2026-02-22", "42000"), ("2026-03-02", "42000"), ("2026-03-03", "1300000"),
        ("2026-03-04", "1310000"),
    ]
    private static let parallel = [
        ("2026-02-17", "1620000"), ("2026-02-20", "1638000"), ("2026-03-02", "1600000"), ("2026-03-04", "1610000"),
    ]

    private func desk(official: [(String, String)], parallel: [(String, String)]) throws -> Desk {
        let desk = try Desk(.bare)
        try desk.write(
            "Config/watch.toml",
            """
            [[country]]
            code = "IR"
            name = "Iran"
            currency = "IRR"
            official = "USD/IRR:official:bank"
            parallel = ["USD/IRR:parallel:corner", "USD/IRR:parallel:street"]

            """)
        for (id, measure) in [("bank", "official"), ("corner", "parallel"), ("street", "parallel")] {
            try desk.ratesFeed(id, measure: measure)
        }
        // A market that fell silent long ago does not hide the one that speaks.
        let silent = parallel.isEmpty || official.isEmpty ? [] : [("2025-01-02", "800000")]
        for (id, rows) in [("bank", official), ("corner", silent), ("street", parallel)] where !rows.isEmpty {
            let text = "date,base,quote,rate\n" + rows.map { "\($0.0),USD,IRR,\($0.1)\n" }.joined()
            try desk.folder.write("\(id).csv", text)
            let run = try desk.run("import", id, "\(desk.folder.path)/\(id).csv", "--seen", "2026-03-10T00:00:00Z")
            #expect(run.status == 0, "\(run.errors)")
        }
        return desk
    }

    /// The report of a week in one line, for a sentence may break anywhere.
    private func report(_ desk: Desk, _ week: String) throws -> String {
        try desk.run("report", "weekly", "--week", week, now: "2026-03-10T06:00:00Z").output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(arguments: [
        // 100(1638000/42000-1) = 3800
        (
            "2026-W08",
            """
            The parallel rate (USD/IRR:parallel:street, 1,638,000.0 IRR per USD on 2026-02-20, 2 days old) stood 3,800.0 % \
            above the official one (USD/IRR:official:bank, 42,000.0 IRR per USD on 2026-02-22, 0 days old).
            """
        ),
        (
            "2026-W08",
            "USD/IRR:official:bank: 1 value of 2026-02-20 is suspect and in no figure of this report: 66200 after 42105 on 2026-02-19"
        ),
        // 100(1610000/1310000-1) = 22.9
        ("2026-W10", "stood 22.9 % above the official one"),
        (
            "2026-W10",
            """
            On 2026-03-03 USD/IRR:official:bank moved onto the level of USD/IRR:parallel:street (parallel): ratio \
            0.02625 to 0.8125
            """
        ),
        (
            "2026-W14",
            """
            IRR (Iran): USD/IRR:official:bank has no value for this week: the last observation, 2026-03-04, is 32 days \
            old; at most 7 are accepted. No premium of USD/IRR:parallel:corner over USD/IRR:official:bank for this week:
            """
        ),
    ])
    func aStreetRateStandsBesideTheOfficialOneWithTheAgeOfEither(week: String, words: String) throws {
        let desk = try desk(official: ReportRatesTests.official, parallel: ReportRatesTests.parallel)
        let text = try report(desk, week)
        #expect(text.contains(words), "\(text)")
    }

    @Test func thePremiumIsARowOfTheFiguresFile() throws {
        let desk = try desk(official: ReportRatesTests.official, parallel: ReportRatesTests.parallel)
        _ = try report(desk, "2026-W08")
        let csv = try String(contentsOfFile: "\(desk.workspace)/Reports/2026-W08/indicators.csv", encoding: .utf8)
        let row = try #require(CSV.rows(csv).first { $0["indicator"] == "premium_pct" })
        #expect(row["series"] == "USD/IRR:parallel:street" && row["value"] == "3800" && row["age_days"] == "2")
        #expect(row["note"]?.contains("official USD/IRR:official:bank of 2026-02-22, 0 days old") == true)
    }

    @Test func aCountryWithAStreetRateAloneIsToldByIt() throws {
        let desk = try desk(official: [], parallel: ReportRatesTests.parallel)
        let text = try report(desk, "2026-W08")
        #expect(text.contains("IRR (Iran): 1,638,000.0 IRR per USD on 2026-02-20, parallel rate of the source street"))
        #expect(!text.contains("without a rate in the ledger"))
    }

    @Test func anOfficialRateThatFellSilentGivesWayToTheNextOneOfTheWatchList() throws {
        let desk = try desk(official: Array(ReportRatesTests.official.prefix(6)), parallel: ReportRatesTests.parallel)
        let text = try report(desk, "2026-W10")
        #expect(
            text.contains("IRR (Iran): 1,610,000.0 IRR per USD on 2026-03-04, parallel rate of the source street"),
            "\(text)")
        #expect(text.contains("No premium of"))
    }
}
