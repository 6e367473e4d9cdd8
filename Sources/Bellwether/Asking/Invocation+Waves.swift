internal import CommandLine
internal import Findings
internal import Lists
internal import Store
internal import Vocabulary
internal import Workspaces

extension Option {
    /// For commands that take waves where they take events.
    static let waves: [Option] = [
        .flag("waves", help: "Designation waves of the lists instead of recorded events."),
        Option("list", .list, valueName: "LIST", help: "With --waves: only those of these lists."),
        Option(
            "min-entries", valueName: "N", defaultValue: String(Wave.usualMinimum),
            help: "With --waves: only those of so many entries or more."),
    ]
}

extension Invocation {
    /// The waves that `--waves` asks for; nil without it.
    func waves(_ workspace: Workspace, _ ledger: Ledger) throws -> [Wave]? {
        guard flag("waves") else {
            if let stray = ["list", "min-entries"].first(where: { value($0) != nil || !list($0).isEmpty }) {
                throw fault("--\(stray) goes with --waves")
            }
            return nil
        }
        let fewest = try integer("min-entries") ?? Wave.usualMinimum
        return try ledger.waves(workspace.settings, lists: list("list"), known: try knownOn())
            .filter { $0.entries.count >= fewest }
    }
}
