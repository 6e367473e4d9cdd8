internal import Archive
internal import CommandLine
internal import Configuration
internal import Operations
internal import Report
internal import Vocabulary
internal import Zones

extension Command {
    static let report = Command(
        "report", abstract: "Write the weekly report", group: Group.reporting, subcommands: [weekly])

    private static let weekly = Command(
        "weekly", abstract: "Write the report of an ISO week and print it",
        discussion: """
            The folder Reports/<week> gets summary.txt for reading, indicators.csv, changes.csv, events.csv, \
            comparison.csv and sources.csv for work, and manifest.json, which names the archived bytes behind every \
            figure. Weeks are ISO weeks in the zone of bellwether.toml. A source that failed, was held back or went \
            stale is named at the top; the report is written all the same, and the exit code is 3.
            """,
        examples: [
            .init("bellwether report weekly", "the last full week"),
            .init("bellwether report weekly --week 2022-W09 --known-on 2022-03-07", "a week as it was known then"),
        ],
        options: [
            Option("week", valueName: "WEEK", defaultValue: "the last full week", help: "Such as 2022-W09."),
            .knownOn,
            Option(
                "into", valueName: "PATH", defaultValue: "Reports", completion: .directory,
                help: "The folder in which the week's folder is made."),
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let today = workspace.settings.workspace.zone.day(of: workspace.now)
        let week = try invocation.week("week") ?? Week(containing: today).previous
        let report = try WeeklyReport(workspace, week: week, known: try invocation.knownOn())
        let parent = try invocation.value("into").map { try Invocation.absolute($0) } ?? "\(workspace.root)/Reports"
        let folder = "\(parent)/\(week)"
        let names = try ReportFolder(report, program: "\(invocation.program.name) \(invocation.program.version)")
            .write(to: folder)
        try invocation.console.print(try report.document().text())
        for name in names { invocation.console.note("\(folder)/\(name)") }
        return report.hasTrouble ? .partly : .done
    }
}
