package import Vocabulary

/// The systemd user units, or the crontab lines, that fetch a workspace daily and report it weekly.
package struct ScheduleUnits: Sendable, Hashable {
    package let program: String
    package let workspace: String
    package let fetchAt: TimeOfDay
    package let reportOn: Weekday
    package let reportAt: TimeOfDay

    /// Paths must be absolute: a timer has no current folder that anybody chose.
    package init(
        program: String, workspace: String, fetchAt: TimeOfDay, reportOn: Weekday, reportAt: TimeOfDay
    ) throws {
        self.program = try ScheduleUnits.absolute(program, "the program")
        // systemd 252 answers "Executable name contains special characters" however they are quoted.
        if program.utf8.contains(where: { "\"'\\".utf8.contains($0) }) {
            throw Fault(
                "special_character", "systemd starts no program with a quote or a backslash in its path",
                place: program, remedy: "install it in another folder")
        }
        self.workspace = try ScheduleUnits.absolute(workspace, "the workspace")
        self.fetchAt = fetchAt
        self.reportOn = reportOn
        self.reportAt = reportAt
    }

    /// Tells the units of several workspaces on one machine apart, and is the same whenever it is asked.
    package var suffix: String {
        // FNV-1a, 32 bits: a name is wanted, not a secret, and Swift's own hashes change with every run.
        let hash = workspace.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    package var timers: [String] { [timer(fetchName), timer(reportName)] }

    /// What goes into systemd's folder of user units.
    package var files: [(name: String, content: String)] {
        [
            ("\(fetchName).service", fetchService),
            (timer(fetchName), timerUnit("daily fetch", at: "*-*-* \(fetchAt):00", jitter: "30min")),
            ("\(reportName).service", reportService),
            (
                timer(reportName),
                timerUnit("weekly report", at: "\(reportOn.short) *-*-* \(reportAt):00", jitter: "10min")
            ),
            ("\(failedName)@.service", failedService),
        ]
    }

    /// The same two runs for machines without systemd. cron can neither catch up nor spread its load, and has no journal.
    package var cronLines: [String] {
        let head = Quoting.cron(program)
        let log = Quoting.cron("\(workspace)/Data/bellwether.log")
        let tail = "--quiet --workspace \(Quoting.cron(workspace)) --log \(log)"
        let report = ScheduleUnits.report.joined(separator: " ")
        return [
            "\(fetchAt.minute) \(fetchAt.hour) * * * \(head) fetch \(tail)",
            "\(reportAt.minute) \(reportAt.hour) * * \(reportOn.rawValue) \(head) \(report) \(tail)",
        ]
    }

    /// Timers that were off for weeks elapse once: the report itself knows which weeks it has not written.
    static let report = ["report", "weekly", "--missed", "--deliver"]

    var fetchName: String { "bellwether-fetch-\(suffix)" }
    var reportName: String { "bellwether-report-\(suffix)" }
    var failedName: String { "bellwether-failed-\(suffix)" }
    private func timer(_ name: String) -> String { "\(name).timer" }

    /// The path without empty, `.` and `..` parts, so that two spellings of a workspace are one schedule.
    private static func absolute(_ path: String, _ what: String) throws -> String {
        guard path.hasPrefix("/") else {
            throw Fault("relative_path", "\(what) of a schedule needs an absolute path", place: path)
        }
        guard path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7f }) else {
            throw Fault(
                "control_character", "\(what) of a schedule has a control character in its path",
                remedy: "give the folder a name that fits on one line")
        }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}

/// What stands in each unit file.
extension ScheduleUnits {
    /// Running again asks only the feeds that are still due, so a run that met a network not yet up is repeated; so is one
    /// that found another run writing (exit code 75).
    var fetchService: String {
        """
        [Unit]
        Description=bellwether: fetch what is due for \(Quoting.specifiers(workspace))
        \(onFailure)

        [Service]
        Type=oneshot
        ExecStart=\(command(["fetch"]))
        \(again)
        Nice=10

        """
    }

    /// A report is written even where a source failed, and says so at its top; one that could not be written or handed
    /// over is worth another try.
    var reportService: String {
        """
        [Unit]
        Description=bellwether: weekly report of \(Quoting.specifiers(workspace))
        After=\(fetchName).service
        \(onFailure)

        [Service]
        Type=oneshot
        # After weeks without power the report's timer may come first. What cannot be fetched, the report names.
        ExecStartPre=-\(command(["fetch"]))
        ExecStart=\(command(ScheduleUnits.report))
        # The report names sources in trouble: that is what it is for.
        SuccessExitStatus=3
        \(again)
        Nice=10

        """
    }

    /// Tells that a service failed. Its instance is that service's name; it has no OnFailure= of its own.
    var failedService: String {
        """
        [Unit]
        Description=bellwether: say that %i failed for \(Quoting.specifiers(workspace))
        StartLimitIntervalSec=6h
        StartLimitBurst=4

        [Service]
        Type=oneshot
        ExecStart=\(command(["schedule", "failed", "%i"]))
        \(again)

        """
    }

    func timerUnit(_ what: String, at calendar: String, jitter: String) -> String {
        """
        [Unit]
        Description=bellwether: \(what) of \(Quoting.specifiers(workspace))

        [Timer]
        # By the clock of this machine's own zone.
        OnCalendar=\(calendar)
        # A run missed while the machine was off is made up for, once.
        Persistent=true
        # Publishers are not asked by everybody in the same second, and here always with the same delay.
        RandomizedDelaySec=\(jitter)
        FixedRandomDelay=true

        [Install]
        WantedBy=timers.target

        """
    }

    /// Of services that are tried again: a person is told once, when nothing is left to try.
    private var onFailure: String {
        """
        # Four tries, a quarter of an hour apart; OnFailure= comes when they are used up, and not for each.
        StartLimitIntervalSec=6h
        StartLimitBurst=4
        OnFailure=\(failedName)@%N.service
        """
    }

    private var again: String {
        """
        Restart=on-failure
        RestartSec=15min
        # The command line was not understood: the next try would not be either.
        RestartPreventExitStatus=2
        """
    }

    private func command(_ words: [String]) -> String {
        ([":" + Quoting.systemd(program)] + words + ["--workspace", Quoting.systemd(workspace)])
            .joined(separator: " ")
    }
}
