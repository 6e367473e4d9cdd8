import Schedule
import TestSupport
import Testing
import Vocabulary

/// With a real systemd: a user manager of its own, in a mount namespace of its own, with a private /run and a private
/// home. Nothing of the machine's own systemd, if it has one, is touched.
@Suite(.enabled(if: UserManager.canStart, "a private systemd needs root, unshare and systemd"))
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
        #expect(try folder.read("called") == "report\nweekly\n--workspace\n\(workspace)\n")

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
}

/// A systemd user manager for one test.
final class UserManager: Sendable {
    private let process: String
    private let home: String

    static var canStart: Bool {
        guard Execution.isInstalled("unshare"), Execution.isInstalled("nsenter"), Execution.isInstalled("systemctl")
        else { return false }
        // Root in a container may still not be allowed to mount.
        let probe = "test -x /lib/systemd/systemd && mount -t tmpfs tmpfs /run"
        do { return try Execution.run(["unshare", "--mount", "sh", "-c", probe]).status == 0 } catch { return false }
    }

    init(in home: String) throws {
        self.home = home
        let script = """
            mount -t tmpfs tmpfs /run
            mkdir -p /run/systemd/system /run/user/0
            export XDG_RUNTIME_DIR=/run/user/0 HOME='\(home)' TZ=UTC
            /lib/systemd/systemd --user >'\(home)/systemd.log' 2>&1 </dev/null &
            echo $!
            for i in $(seq 100); do
                systemctl --user is-system-running >'\(home)/state' 2>&1 && exit 0
                sleep 0.1
            done
            cat '\(home)/state' '\(home)/systemd.log' >&2
            exit 1
            """
        let run = try Execution.run(["unshare", "--mount", "bash", "-c", script])
        process = run.lines.first ?? ""
        if run.status != 0 { throw Mismatch("systemd did not start: \(run.errors)") }
    }

    /// Runs a program beside it.
    var run: CommandRunner {
        { [process, home] arguments in
            let inside = ["nsenter", "--mount=/proc/\(process)/ns/mnt", "env", "LC_ALL=C", "TZ=UTC"]
            let run = try Execution.run(
                inside + ["HOME=\(home)", "XDG_RUNTIME_DIR=/run/user/0"] + arguments)
            return CommandResult(status: run.status, output: run.output, errors: run.errors)
        }
    }

    deinit {
        do { _ = try Execution.run(["kill", process]) } catch { print("systemd \(process) may still run: \(error)") }
    }
}
