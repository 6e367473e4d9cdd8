import TestSupport
import Testing

@Suite struct ClaimTests {
    private func claim(_ sentence: String, _ options: String...) throws -> Execution {
        let desk = try FetchedSample.shared.get()
        return try Execution.bellwether(["--workspace", desk.workspace, "indicators", "claim", sentence] + options)
    }

    @Test func aClaimIsTestedAtItsBaseOnEveryStoredSeries() throws {
        let run = try claim(
            "the rouble lost 28% of its value since 18 February 2022", "--currency", "rub", "--on", "2022-03-01",
            "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        let rows = CSV.rows(run.output)
        #expect(rows.map { $0["series"] } == ["USD/RUB:reference:ecb", "USD/RUB:reference:ecb"])
        #expect(rows.map { $0["measure"] } == ["value_lost_pct", "rate_change_pct"])
        #expect(rows.map { $0["holds"] } == ["true", "false"])
        let (s0, s1) = (86.2815 / 1.1354, 117.201 / 1.1162)
        for (row, value) in zip(rows, [100 * (1 - s0 / s1), 100 * (s1 / s0 - 1)]) {
            #expect(abs((Double(row["best_value"] ?? "") ?? 0) - value) < 1e-9)
        }
        #expect(rows[0]["kind"] == "reference" && rows[0]["source"] == "ecb" && rows[0]["age_days"] == "0")
    }

    @Test func aRatePublishedTheOtherWayRoundIsTurned() throws {
        // The euro in dollars is published; the claim is of the euro, whose rate is euros per dollar.
        let run = try claim(
            "down 2 % since 2022-02-18", "--currency", "EUR", "--on", "2022-03-01", "--format", "csv")
        let row = try #require(CSV.rows(run.output).first)
        #expect(row["series"] == "USD/EUR:reference:ecb")
        #expect(abs((Double(row["best_value"] ?? "") ?? 0) - 100 * (1 - 1.1162 / 1.1354)) < 1e-9)
        #expect(row["holds"] == "true")
    }

    @Test func theTextEndsWithPlainSentences() throws {
        let run = try claim("lost 28%", "--currency", "RUB", "--on", "2022-03-01")
        #expect(run.status == 0)
        let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("reference rate of ecb (USD/RUB:reference:ecb)"))
        #expect(text.hasSuffix("it says under which base the figure holds, not why the rate moved."))
    }

    @Test func twoNumbersNeedNoWorkspace() throws {
        let run = try Execution.bellwether(
            ["indicators", "claim", "lost almost 500 %", "--set", "s0=47", "--set", "s1=230", "--format", "csv"])
        let rows = CSV.rows(run.output)
        #expect(rows.map { $0["holds"] } == ["false", "false"])
        let values = rows.map { Double($0["best_value"] ?? "") ?? 0 }
        #expect(abs(values[0] - 18_300.0 / 230) < 1e-9 && abs(values[1] - 18_300.0 / 47) < 1e-9)
    }

    @Test func withoutASeriesItSaysWhatTheClaimWouldMean() throws {
        let run = try claim("lost 80 %", "--currency", "SYP")
        #expect(run.status == 1)
        #expect(run.errors.contains("no stored series has a rate of SYP against USD or EUR"))
        #expect(run.errors.contains("80 % of the value lost is a rate 5 times the old one"))
    }

    private static let refused: [(words: [String], says: String)] = [
        (["the pound is weak"], "holds no figure that is understood"), (["lost 80 %"], "--currency is missing"),
        (["lost 80 %", "--currency", "pound"], "--currency wants a code of ISO 4217"),
        (["lost 80 %", "--set", "s0=47"], "--set wants both s0 and s1"),
        (["lost 80 %", "--set", "s0=47", "--set", "s1=nan"], "--set s1 wants a number above zero"),
        (["lost 80 %", "--set", "s2=4"], "--set takes s0"), (["lost 80 %", "--tolerance=-1"], "--tolerance wants"),
        ([], "SENTENCE is missing"), (["lost", "80"], "one argument too many"),
    ]

    @Test(arguments: refused) func whatIsNotUnderstoodIsExitCode2(words: [String], says: String) throws {
        let run = try Execution.bellwether(["indicators", "claim"] + words)
        #expect(run.status == 2)
        #expect(run.errors.contains(says), "\(run.errors)")
        #expect(run.output == "")
    }

    @Test func theCommandAboveItStillTakesSeries() throws {
        let desk = try FetchedSample.shared.get()
        #expect(try desk.run("indicators", "USD/RUB:reference:ecb", "--on", "2022-03-01").status == 0)
        #expect(try desk.run("indicators", "claims").errors.contains("there is no series claims"))
        // An option of the upper command before the name of the lower one is understood or refused, never dropped.
        let early = try desk.run("indicators", "--on", "2022-03-01", "claim", "halved", "--currency", "RUB")
        #expect(early.status == 0, "\(early.errors)")
        let lost = try desk.run("indicators", "--base", "2022-02-18", "claim", "halved", "--currency", "RUB")
        #expect(lost.status == 2 && lost.errors.contains("has no option --base"))
    }
}
