import Schedule
import TestSupport
import Testing
import Vocabulary

/// With a real systemd: a user manager of its own, in a mount namespace of its own, with a private /run and a private
/// home. Nothing of the machine's own systemd, if it has one, is touched. One after the other: two managers would share
/// the control groups of units with one name.
@Suite(.serialized, .enabled(if: UserManager.canStart, "a private systemd needs root, unshare and systemd"))
struct SystemdTests {
    @Test func aScheduleIsInstalledRunsIsShownAndIsRemoved() throws {
        let folder = try TemporaryFolder()
        let program = try folder.program(
            "bin 50% $HOME %h/bellwether", "#!/bin/sh\nprintf '%s\\n' \"$@\" > '\(folder.path)/called'\n")
        let manager = try UserManager(in: folder.path)
        let home = try UnitFolder(environment: ["HOME": folder.path])
        let installer = ScheduleInstaller(folder: home, run: manager.run)
        let workspace = "\(folder.path)/say \"x\" it's 50% $HOME ${HOME} %h \\n"

        let units = try UnitsTests.units(program: program, workspace: workspace)
        let outcome = try installer.install(units)
        #expect(outcome.isInForce, "\(outcome.notices)")
        var (timers, _) = try installer.show(units)
        #expect(timers.map(\.activity) == ["active", "active"])
        // Jitter moves the minutes, never by more than half an hour.
        #expect(timers[0].next.contains(" 06:") || timers[0].next.contains(" 07:00:"))
        #expect(timers[1].next.hasPrefix("Mon ") && timers[1].next.contains(" 08:"))
        #expect(timers.allSatisfy { $0.last == "" })

        // The words of ExecStart=, as systemd itself hands them over.
        let start = try manager.run(["systemctl", "--user", "start", units.files[0].name])
        #expect(start == CommandResult(status: 0))
        #expect(try folder.read("called") == "fetch\n--workspace\n\(workspace)\n")
        #expect(try manager.run(["systemctl", "--user", "start", units.files[2].name]).status == 0)
        #expect(try folder.read("called") == "report\nweekly\n--missed\n--deliver\n--workspace\n\(workspace)\n")

        // Installed again at another hour, the timers that run already follow.
        let later = try UnitsTests.units(
            program: program, workspace: workspace, fetchAt: "21:00", reportOn: "Fri", reportAt: "22:00")
        #expect(try installer.install(later).isInForce)
        timers = try installer.show(later).timers
        #expect(timers[0].next.contains(" 21:"))
        #expect(timers[1].next.hasPrefix("Fri ") && timers[1].next.contains(" 22:"))

        #expect(try installer.remove(later).isInForce)
        #expect(try installer.show(later).timers.allSatisfy { !$0.isInstalled })
        let left = try manager.run(["systemctl", "--user", "list-timers", "--all", "--no-legend"])
        #expect(!left.output.contains("bellwether"))
        #expect(try folder.files().filter { $0.contains("systemd/user") } == [])
    }

    /// The words of each run, in order; `codes` is what the program ends with.
    private func runs(of service: Int, exitingWith code: Int) throws -> [String] {
        let folder = try TemporaryFolder()
        let program = try folder.program(
            "bellwether",
            """
            #!/bin/sh
            echo "$*" >> '\(folder.path)/called'
            test "$1" = schedule && exit 0
            exit \(code)
            """)
        let manager = try UserManager(in: folder.path)
        let home = try UnitFolder(environment: ["HOME": folder.path])
        let units = try UnitsTests.units(program: program, workspace: "/w")
        _ = try ScheduleInstaller(folder: home, run: manager.run).install(units)
        let name = units.files[service].name
        try folder.write(".config/systemd/user/\(name).d/soon.conf", "[Service]\nRestartSec=1ms\n")
        _ = try manager.run(["systemctl", "--user", "daemon-reload"])
        let script = """
            systemctl --user start "$0"
            for i in $(seq 100); do
                # One answer for both: between two tries the state is `dead` for a moment, with a job to restart.
                case $(echo $(systemctl --user show "$0" --property=Job,SubState)) in
                "SubState=failed Job=" | "SubState=dead Job=") break ;;
                esac
                sleep 0.1
            done
            systemctl --user is-failed "$0"
            while systemctl --user list-jobs | grep -q bellwether-failed; do sleep 0.1; done
            """
        let run = try manager.run(["sh", "-c", script, name])
        return [run.output.split(separator: "\n").first.map(String.init) ?? ""]
            + (try folder.read("called").split(separator: "\n").map(String.init))
    }

    @Test(arguments: [1, 3, 75]) func aFetchThatFailsIsTriedFourTimesAndThenSomebodyIsTold(code: Int) throws {
        let suffix = try UnitsTests.units(workspace: "/w").suffix
        let found = try runs(of: 0, exitingWith: code)
        #expect(
            found == ["failed"] + Array(repeating: "fetch --workspace /w", count: 4)
                + ["schedule failed bellwether-fetch-\(suffix) --workspace /w"])
    }

    @Test(arguments: [
        (0, "inactive", 1, false), (3, "inactive", 1, false), (1, "failed", 4, true), (2, "failed", 1, true),
    ])
    func aReportWithSourcesInTroubleIsASuccessAndOneNotHandedOverIsTriedAgain(
        code: Int, state: String, tries: Int, isTold: Bool
    ) throws {
        let suffix = try UnitsTests.units(workspace: "/w").suffix
        let words = "report weekly --missed --deliver --workspace /w"
        let found = try runs(of: 2, exitingWith: code)
        #expect(
            found == [state] + Array(repeating: ["fetch --workspace /w", words], count: tries).joined()
                + (isTold ? ["schedule failed bellwether-report-\(suffix) --workspace /w"] : []))
    }
}
