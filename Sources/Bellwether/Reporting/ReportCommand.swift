internal import Archive
internal import CommandLine
internal import Configuration
internal import FileSystem
internal import Findings
internal import Operations
internal import Report
internal import Reports
internal import Schedule
internal import Store
internal import Vocabulary
internal import Workspaces
internal import Zones

extension Command {
    static let report = Command(
        "report", abstract: "Write a weekly or daily report, or one of any days", group: Group.reporting,
        subcommands: [weekly, daily, range])

    private static let files = """
        The folder gets summary.txt for a terminal, report.html for a browser (one file, no network, no script), \
        indicators.csv, changes.csv, events.csv, comparison.csv, sources.csv, revisions.csv, claims.csv, names.csv and \
        alarms.csv for work, and manifest.json, which names the archived bytes behind every figure. Reports/index.html \
        lists all reports. The same ledger, configuration and arguments make the same bytes. A source that failed, was \
        held back or went stale is named at the top; the report is written all the same, and the exit code is 3.
        """

    private static let common: [Option] = [
        Option("country", valueName: "CODE", help: "One country of the watch list, such as SY; its own folder."),
        Option(
            "watch", valueName: "FILE", defaultValue: "Config/watch.toml", completion: .file,
            help: "Another watch list."),
        .knownOn,
        Option(
            "into", valueName: "PATH", defaultValue: "Reports", completion: .directory,
            help: "The folder in which the report's folder is made."),
        .flag("deliver", help: "Hand the report to the program of [delivery] in bellwether.toml, where there is one."),
    ]

    private static let weekly = Command(
        "weekly", abstract: "Write the report of an ISO week and print it",
        discussion: "Weeks are ISO weeks in the zone of bellwether.toml. " + files,
        examples: [
            .init("bellwether report weekly", "the last full week"),
            .init("bellwether report weekly --week 2022-W09 --known-on 2022-03-07", "a week as it was known then"),
            .init("bellwether report weekly --country RU", "one country, into Reports/<week>-RU"),
        ],
        options: [
            Option("week", valueName: "WEEK", defaultValue: "the last full week", help: "Such as 2022-W09."),
            .flag(
                "missed",
                help:
                    "Every week since the last one written, at most \(MissedWeeks.most), and what could not be handed over."
            ),
        ] + common
    ) { invocation in
        let (workspace, today) = try present(invocation)
        let last = Week(containing: today).previous
        guard invocation.flag("missed") else {
            return try write([ReportPeriod(try invocation.week("week") ?? last)], workspace, invocation)
        }
        if invocation.value("week") != nil { throw invocation.fault("--missed and --week do not go together") }
        let target = try ReportTarget(workspace, invocation)
        let weeks = try MissedWeeks.weeks(until: last, written: target.writtenWeeks, delivers: target.delivers) {
            target.folder(ReportPeriod($0))
        }
        if weeks.isEmpty { invocation.console.note("The report of \(last) is written already.") }
        return try write(weeks.map { ReportPeriod($0) }, workspace, invocation)
    }

    private static let daily = Command(
        "daily", abstract: "Write the report of a day and print it", discussion: files,
        examples: [.init("bellwether report daily --day 2022-03-01", "one day, into Reports/2022-03-01")],
        options: [Option("day", valueName: "DAY", defaultValue: "yesterday", help: "Such as 2022-03-01.")] + common
    ) { invocation in
        let (workspace, today) = try present(invocation)
        return try write([ReportPeriod(try invocation.day("day") ?? today - 1)], workspace, invocation)
    }

    private static let range = Command(
        "range", abstract: "Write the report of any days and print it", discussion: files,
        examples: [
            .init("bellwether report range --from 2022-02-01 --to 2022-03-31", "into Reports/2022-02-01_2022-03-31")
        ],
        options: [
            Option("from", valueName: "DAY", help: "The first day."),
            Option("to", valueName: "DAY", help: "The last day."),
        ] + common
    ) { invocation in
        let (workspace, _) = try present(invocation)
        guard let from = try invocation.day("from"), let to = try invocation.day("to") else {
            throw invocation.fault("--from and --to are needed")
        }
        guard from <= to else { throw invocation.fault("--from \(from) is after --to \(to)") }
        guard to - from < 36_600 else { throw invocation.fault("a report of more than a hundred years is none") }
        return try write([ReportPeriod(from...to)], workspace, invocation)
    }

    private static func present(_ invocation: Invocation) throws -> (Workspace, today: Day) {
        let workspace = try invocation.workspace()
        return (workspace, workspace.settings.workspace.day(of: workspace.now))
    }

    private static func write(
        _ periods: [ReportPeriod], _ workspace: Workspace, _ invocation: Invocation
    ) throws -> ExitCode {
        let target = try ReportTarget(workspace, invocation)
        var (code, refusal): (ExitCode, Fault?) = (.done, nil)
        for period in periods {
            let (written, hasTrouble) = try target.write(period, invocation)
            try invocation.console.print(written.summary)
            invocation.console.note("\(target.folder(period))/report.html, \(written.names.count - 1) files beside it")
            if hasTrouble { code = .partly }
            guard target.delivers else { continue }
            // One that cannot be handed over does not keep the next from being written.
            do { try target.deliver(written, period) } catch let fault as Fault {
                invocation.console.fail(fault)
                refusal = fault
            }
        }
        if !periods.isEmpty { invocation.console.note("\(target.parent)/index.html lists all reports") }
        let own = ["known-on", "watch"].filter { invocation.value($0) != nil }.map { "--\($0)" }.joined(
            separator: " and ")
        if !own.isEmpty, invocation.value("into") == nil {
            invocation.console.note(
                "It stands where the report without \(own) would; --into FOLDER keeps the two apart.")
        }
        return refusal == nil ? code : .failed
    }
}

/// Where reports go, and whose they are.
private struct ReportTarget {
    let workspace: Workspace
    let scope: ReportScope
    let parent: String
    let delivers: Bool

    init(_ workspace: Workspace, _ invocation: Invocation) throws {
        self.workspace = workspace
        let watch = try invocation.value("watch").map { try workspace.settings.watchList(Invocation.absolute($0)) }
        scope = try ReportScope(watch ?? workspace.settings.watch, country: invocation.value("country"))
        parent = try invocation.value("into").map { try Invocation.absolute($0) } ?? "\(workspace.root)/Reports"
        delivers = invocation.flag("deliver") && !workspace.settings.workspace.delivery.report.isEmpty
    }

    func folder(_ period: ReportPeriod) -> String { "\(parent)/\(period.name)\(scope.suffix)" }

    /// Weeks that have a report of this scope.
    var writtenWeeks: Set<Week> {
        let names = Files.names(in: parent).filter { name in
            name.hasSuffix(scope.suffix) && Files.exists("\(parent)/\(name)/manifest.json")
        }
        return Set(names.compactMap { Week(iso: String($0.dropLast(scope.suffix.utf8.count))) })
    }

    /// The report is let go with the return: nobody waits for the program that it is handed to.
    func write(
        _ period: ReportPeriod, _ invocation: Invocation
    ) throws -> (ReportFolder.Written, hasTrouble: Bool) {
        let report = try ReportFolder(
            workspace, period, scope, known: try invocation.knownOn(),
            program: "\(invocation.program.name) \(invocation.program.version)")
        return (try report.write(in: parent), report.hasTrouble)
    }

    func deliver(_ written: ReportFolder.Written, _ period: ReportPeriod) throws {
        let delivery = workspace.settings.workspace.delivery
        let mark = DeliveryMark(folder: folder(period))
        try mark.wait()
        try HandOff(command: delivery.report, timeout: delivery.timeout.seconds)
            .send(
                title: written.title, folder: folder(period), workspace: workspace.root,
                input: Array(written.summary.utf8))
        try mark.deliver(at: workspace.now)
    }
}
