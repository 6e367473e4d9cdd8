internal import CommandLine
internal import Findings
internal import Operations
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Program {
    /// The commands, in the order in which a newcomer needs them.
    static let bellwether = Program(
        Command(
            "bellwether", abstract: "Track sanctions lists, currencies and dated news",
            discussion: """
                bellwether keeps three records on one timeline - rates, designations on sanctions lists, and dated news \
                events - and says what moved around which event. Nothing is overwritten: every figure can be asked as it \
                was known on an earlier day, and leads back to archived bytes.

                Begin with `bellwether init PATH`, then `fetch`, then `report weekly`.
                """,
            subcommands: [
                .initialise, .config, .feeds, .fetch, .import, .read, .status, .quarantine, .accept, .reject, .verify,
                .rebuild, .rates, .units, .indicators, .entries, .search, .screen, .changes, .programmes, .events,
                .compare,
                .breaks,
                .report,
                .schedule,
            ]),
        version: "0.1.0", released: Day(number: 20_781))
}

/// Headings of the program's help.
enum Group {
    static let workspace = "Workspace"
    static let taking = "Taking in"
    static let asking = "Asking"
    static let reporting = "Reporting"
}
