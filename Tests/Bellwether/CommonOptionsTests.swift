import Foundation
import TestSupport
import Testing

/// One fetched copy of the sample for all tests that only read it.
enum FetchedSample {
    static let shared = Result {
        let desk = try Desk(.sample)
        for moment in ["2022-02-25T01:50:29Z", "2022-03-04T02:03:13Z"] {
            let run = try desk.run("fetch", now: moment)
            guard run.status == 0 else { throw Mismatch("\(run.status) \(run.errors)") }
        }
        return desk
    }

    /// One that a test may write to.
    static func copy() throws -> Desk {
        let desk = try Desk(.sample)
        let data = "\(desk.workspace)/Data"
        try FileManager.default.removeItem(atPath: data)
        try FileManager.default.copyItem(atPath: "\(try shared.get().workspace)/Data", toPath: data)
        return desk
    }
}

@Suite struct CommonOptionsTests {
    let desk: Desk
    init() throws { desk = try FetchedSample.shared.get() }

    @Test func theVersionIsOneLine() throws {
        let run = try Execution.bellwether(["--version"])
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /bellwether [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(try Execution.bellwether(["fetch", "--version"]).output == run.output)
    }

    @Test func withoutACommandTheHelpIsPrinted() throws {
        #expect(try Execution.bellwether([]).output == Execution.bellwether(["--help"]).output)
    }

    @Test(arguments: [
        ("rates EUR/XXX:reference:ecb", 2), ("rates --from 2022-02-30", 2), ("fetsh", 2),
        ("rates EUR/RUB:reference:ecb", 0), ("events show no-such-event", 1), ("entries no-such-list", 2),
        ("status --now 2022-03-04T03:00:00Z", 0), ("status", 3), ("accept no-such-run --reason x", 1),
        ("config check -q", 0),
    ])
    func theExitCodeSaysHowItEnded(line: String, code: Int) throws {
        let words = line.split(separator: " ").map(String.init)
        let run = try Execution.bellwether(["--workspace", desk.workspace] + words)
        #expect(Int(run.status) == code, "\(run.errors)")
        let isExplained = code == 1 || code == 2
        #expect(run.errors.isEmpty == !isExplained)
    }

    @Test func resultsGoToStandardOutputAndMessagesToStandardError() throws {
        let desk = try FetchedSample.copy()
        let run = try desk.run("fetch", now: "2022-03-04T02:05:00Z")
        #expect(run.errors == "Nothing is due.\n")
        #expect(!run.output.contains("due"))
    }

    @Test func quietLeavesResultsAloneAndVerboseSaysWhatWasPassedOver() throws {
        let desk = try FetchedSample.copy()
        let moment = "2022-03-04T02:05:00Z"
        let plain = try desk.run("fetch", now: moment)
        let quiet = try desk.run("fetch", "-q", now: moment)
        let verbose = try desk.run("fetch", "-v", now: moment)
        #expect(quiet.errors == "")
        #expect(quiet.output == plain.output && verbose.output == plain.output)
        #expect(verbose.errors.contains("ecb-90d: not due: last taken 2022-03-04T02:03:13Z\n"))
        #expect(verbose.errors.hasSuffix("Nothing is due.\n"))
    }

    @Test func nothingIsColouredWhereNoPersonWatches() throws {
        for environment in [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"]] {
            let good = try desk.run("rates", environment: environment)
            let bad = try desk.run("rates", "--nope", environment: environment)
            #expect(!(good.output + bad.errors).contains("\u{1b}"))
        }
    }

    @Test(.enabled(if: Execution.isInstalled("script"), "script is not installed"))
    func aTerminalGetsColoursUnlessNO_COLORSaysOtherwise() throws {
        func typescript(_ variable: String) throws -> String {
            try desk.shell("\(variable) TERM=xterm script -qec '\"$b\" --workspace \"$w\" rates' /dev/null").output
        }
        #expect(try typescript("A=1").contains("\u{1b}[1mseries"))
        #expect(try !typescript("NO_COLOR=1").contains("\u{1b}[1m"))
    }

    @Test func theEnvironmentNamesTheWorkspaceAndTheOptionOverrulesIt() throws {
        let environment = ["BELLWETHER_WORKSPACE": desk.workspace]
        #expect(try Execution.bellwether(["rates"], environment: environment).status == 0)
        let empty = try TemporaryFolder()
        let run = try Execution.bellwether(["rates", "--workspace", empty.path], environment: environment)
        #expect(run.status == 1)
        #expect(run.errors.contains("bellwether init PATH"))
        #expect(try Execution.bellwether(["rates"], in: desk.workspace).status == 0)
    }

    @Test func withAnInjectedClockNothingLaterIsKnownYet() throws {
        let series = "EUR/RUB:reference:ecb"
        func last(_ words: [String], now: String? = nil) throws -> String? {
            let clock = now.map { ["--now", $0] } ?? []
            let run = try Execution.bellwether(
                ["--workspace", desk.workspace, "rates", series, "--format", "csv"] + clock + words)
            return CSV.rows(run.output).last?["day"]
        }
        #expect(try last([]) == "2022-03-01")
        #expect(try last([], now: "2022-03-01T00:00:00Z") == "2022-02-24")
        // Known on the day on which it was seen, in UTC, and not on the day before.
        #expect(try last(["--known-on", "2022-02-25"]) == "2022-02-24")
        #expect(try last(["--known-on", "2022-02-24"]) == nil)
        #expect(try last(["--known-on", "2022-03-04"]) == "2022-03-01")
        #expect(try last(["--to", "2022-02-22"]) == "2022-02-22")
    }

    @Test func offlineReadsFilesAndRefusesTheNetwork() throws {
        let desk = try Desk()
        let run = try desk.run("fetch", "ecb", "events", "--offline", now: "2022-03-04T17:00:00Z")
        #expect(run.status == 3)
        #expect(run.errors.contains("ecb: failed: https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"))
        #expect(run.errors.contains("--offline was given"))
        #expect(run.output.contains("stored"))
    }

    @Test func aStatusOlderThanAllowedIsADeadMansSwitch() throws {
        // Fetched at 02:03 on the 4th: 24 hours later nothing is late, and the history asked every 28 days never was.
        #expect(try desk.run("status", "--max-age", "36h", now: "2022-03-05T02:00:00Z").status == 0)
        #expect(try desk.run("status", "--max-age", "36h", now: "2022-03-05T15:00:00Z").status == 3)
        let stale = try desk.run("status", "--format", "csv", now: "2022-05-01T02:00:00Z")
        #expect(stale.status == 3)
        let rows = CSV.rows(stale.output)
        #expect(rows.first { $0["feed"] == "us-ofac-sdn" }?["stale"] == "true")
        #expect(rows.first { $0["feed"] == "events" }?["stale"] == "false")
    }
}
