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
