import CommandLine
import Tables
import TestSupport
import Testing

@Suite struct GeneratedTests {
    @Test(arguments: [
        ([], "help"), (["rates"], "help-rates"), (["fetch"], "help-fetch"), (["report"], "help-report"),
        (["report", "weekly"], "help-report-weekly"), (["completion"], "help-completion"), (["man"], "help-man"),
    ])
    func helpTeaches(path: [String], name: String) async throws {
        let help = await Toy.run(["help"] + path).output
        #expect(
            help.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 || $0.hasPrefix("  bellwether") })
        try Golden.check(help, "CommandLine/\(name).txt")
    }

    @Test func everyGoldenFileIsUsed() throws {
        let helps = ["", "-rates", "-fetch", "-report", "-report-weekly", "-completion", "-man"].map { "help\($0).txt" }
        #expect(try Golden.names(in: "CommandLine") == Set(helps + ["table.text", "table.csv", "table.json"]))
    }

    @Test(.enabled(if: Execution.isInstalled("groff"), "groff is not installed"))
    func groffFindsNothingToWarnAboutInTheManualPage() async throws {
        let page = await Toy.run(["man"]).output
        let run = try Execution.run(["groff", "-man", "-ww", "-Tutf8", "-P-c"], input: page)
        #expect(run.status == 0)
        #expect(run.errors == "")
        // What a person copies from the page is what they must type.
        #expect(run.output.contains("bellwether rates EUR/RUB:reference:ecb --from 2022-02-18"))
        #expect(run.output.contains("bellwether completion zsh > ~/.zfunc/_bellwether"))
    }

    @Test(.enabled(if: Execution.isInstalled("mandoc"), "mandoc is not installed"))
    func mandocFindsNothingToWarnAboutInTheManualPage() async throws {
        let page = await Toy.run(["man"]).output
        let run = try Execution.run(["mandoc", "-T", "lint", "-W", "warning"], input: page)
        #expect(run.output + run.errors == "")
    }

    @Test(arguments: Shell.allCases)
    func shellsAcceptTheirScripts(shell: Shell) async throws {
        guard Execution.isInstalled(shell.rawValue) else {
            print("skipped: \(shell.rawValue) is not installed")
            return
        }
        let script = await Toy.run(["completion", shell.rawValue]).output
        let folder = try TemporaryFolder()
        let file = try folder.write("script", script)
        #expect(script.contains("known-on"))
        let run = try Execution.run([shell.rawValue, "-n", file])
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    /// The toy has one of everything; the program itself has words that no toy foresees.
    @Test(.enabled(if: Execution.isInstalled("groff"), "groff is not installed"))
    func theProgramsOwnPageAndScriptsAreSoundToo() throws {
        let page = try Execution.bellwether(["man"])
        #expect(page.status == 0)
        #expect(try Execution.run(["groff", "-man", "-ww", "-Tutf8"], input: page.output).errors == "")
        for shell in Shell.allCases where Execution.isInstalled(shell.rawValue) {
            let folder = try TemporaryFolder()
            let file = try folder.write("script", Execution.bellwether(["completion", shell.rawValue]).output)
            #expect(try Execution.run([shell.rawValue, "-n", file]).errors == "", "\(shell)")
        }
    }
}
