internal import Tables

extension Option {
    /// Understood by every command, before or after its name.
    package static let global: [Option] = [
        Option(
            "workspace", valueName: "PATH", defaultValue: "$BELLWETHER_WORKSPACE, else the current folder",
            completion: .directory, help: "The folder with Config, Data and Reports."),
        Option(
            "now", valueName: "INSTANT",
            help: "Take this moment for the present, such as 2022-03-07T08:00:00Z: for repeating a run."),
        .flag("offline", help: "Never use the network."),
        .flag("quiet", short: "q", help: "Print results, warnings and errors only."),
        .flag("verbose", short: "v", help: "Say more about what is being done."),
        Option(
            "log", valueName: "FILE", completion: .file,
            help: "Append every message, and a line for each run, to this file; beyond 1 MB it becomes FILE.1."),
        .flag("version", help: "Print the version."),
        .flag("help", short: "h", help: "Print this help."),
    ]

    package static let format = Option(
        "format", valueName: "FORMAT", allowed: OutputFormat.allCases.map(\.rawValue),
        defaultValue: OutputFormat.text.rawValue, help: "How results are printed.")

    package static let knownOn = Option(
        "known-on", valueName: "DAY", defaultValue: "now",
        help: "As it was known at the end of that day, UTC.")

    package static let from = Option("from", valueName: "DAY", help: "The first day.")
    package static let to = Option("to", valueName: "DAY", help: "The last day, included.")

    /// What every command that reads the ledger takes.
    package static let reading: [Option] = [format, knownOn, from, to]
}
