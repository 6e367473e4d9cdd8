import Schedule
import TestSupport

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
