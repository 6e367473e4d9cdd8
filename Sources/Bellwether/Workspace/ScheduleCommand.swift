internal import CommandLine
internal import FoundationEssentials
internal import Schedule
internal import Tables
internal import Vocabulary

extension Command {
    static let schedule = Command(
        "schedule", abstract: "Fetch daily and report weekly by timer",
        discussion: """
            Two systemd user timers are written: they start once what was missed, and spread the load of publishers. A \
            run that fails is tried four times, a quarter of an hour apart; then `schedule failed` tells you. A report \
            writes the weeks before it that are missing. A machine without systemd takes the lines that --cron prints: \
            cron starts nothing that it missed, tries nothing again, and keeps messages in Data/bellwether.log.

            Times are those of this machine's own zone. On the day that skips the hour, systemd starts nothing and cron \
            soon after it; an hour that comes twice counts once. Weeks are ISO weeks in the zone of bellwether.toml. Two \
            runs at once are harmless: the second to write ends with 75, and systemd tries it again.
            """,
        group: Group.reporting, subcommands: [scheduleInstall, scheduleShow, scheduleRemove, scheduleFailed])

    private static let times = [
        Option("fetch-at", valueName: "HH:MM", defaultValue: "06:30", help: "When the daily fetch runs, local time."),
        Option("report-on", valueName: "WEEKDAY", defaultValue: "Mon", help: "When the weekly report is written."),
        Option("report-at", valueName: "HH:MM", defaultValue: "08:00", help: "At what time of that day."),
        Option.flag("cron", help: "Print lines for a crontab instead, and install nothing."),
    ]

    private static let scheduleInstall = Command(
        "install", abstract: "Write the timers and start them",
        examples: [
            .init("bellwether schedule install --fetch-at 06:30", "daily at half past six, reports on Mondays"),
            .init("bellwether schedule install --cron", "lines for `crontab -e`, for a machine without systemd"),
        ],
        options: times
    ) { invocation in
        _ = try invocation.workspace()
        let units = try units(invocation)
        if invocation.flag("cron") {
            try invocation.console.print(units.cronLines.joined(separator: "\n") + "\n")
            return .done
        }
        let outcome = try installer().install(units)
        for file in outcome.files { invocation.console.note(file) }
        for notice in outcome.notices { invocation.console.warn(notice) }
        return outcome.isInForce ? .done : .partly
    }

    private static let scheduleShow = Command(
        "show", abstract: "Say what is installed and when it runs next",
        examples: [.init("bellwether schedule show", "the timers of this workspace")],
        options: [.format, times[3]]
    ) { invocation in
        let units = try units(invocation, withTimes: false)
        if invocation.flag("cron") {
            try invocation.console.print(units.cronLines.joined(separator: "\n") + "\n")
            return .done
        }
        let (timers, notices) = try installer().show(units)
        try invocation.console.print(
            Table(
                "timers", timers,
                [
                    Column("timer", .word) { .text($0.name) },
                    Column("installed", .boolean) { .boolean($0.isInstalled) },
                    Column("calendar", .word) { .text($0.calendar) },
                    Column("active", .word) { .text($0.activity) },
                    Column("next", .word) { .text($0.next) },
                    Column("last", .word) { .text($0.last) },
                ]), as: invocation.format)
        if timers.contains(where: \.isInstalled) {
            invocation.console.note(
                "Timers go by this machine's own zone, weeks by the zone of bellwether.toml. What was missed while the "
                    + "machine was off is started once; at an hour that summer time skips, nothing starts that day.")
        }
        for notice in notices { invocation.console.warn(notice) }
        return .done
    }

    private static let scheduleRemove = Command(
        "remove", abstract: "Stop the timers and remove them",
        examples: [.init("bellwether schedule remove", "what was fetched stays")],
        options: []
    ) { invocation in
        let outcome = try installer().remove(try units(invocation, withTimes: false))
        for file in outcome.files { invocation.console.note("removed \(file)") }
        if outcome.files.isEmpty { invocation.console.note("No timer was installed for this workspace.") }
        for notice in outcome.notices { invocation.console.warn(notice) }
        return .done
    }

    private static func installer() throws -> ScheduleInstaller {
        ScheduleInstaller(folder: try UnitFolder(environment: ProcessInfo.processInfo.environment))
    }

    private static func units(_ invocation: Invocation, withTimes: Bool = true) throws -> ScheduleUnits {
        func time(_ name: String, _ usual: String) throws -> TimeOfDay {
            guard withTimes else { return .midnight }
            let given = try invocation.read(name, "a time such as 06:30") { TimeOfDay($0) }
            return given ?? TimeOfDay(usual) ?? .midnight
        }
        let day = withTimes ? try invocation.read("report-on", "a weekday such as Mon") { Weekday($0) } : nil
        return try ScheduleUnits(
            program: FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            workspace: invocation.workspaceFolder(), fetchAt: time("fetch-at", "06:30"), reportOn: day ?? .monday,
            reportAt: time("report-at", "08:00"))
    }
}
