internal import CommandLine
internal import Configuration
internal import Findings
internal import Operations
internal import Schedule
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let scheduleFailed = Command(
        "failed", abstract: "Say what is wrong after a scheduled run failed",
        discussion: """
            systemd calls it when a run has failed and will not be tried again. It prints a line for each feed that \
            failed, was held back or is stale, and hands the same text to the program of `failure` in [delivery] of \
            bellwether.toml, if there is one. It exits with 1 where that program fails.
            """,
        examples: [
            .init("bellwether schedule failed by-hand", "what you would be told: a test of [delivery]")
        ],
        arguments: [Argument("UNIT", help: "What failed, such as the name of a systemd unit.")], options: []
    ) { invocation in
        let unit = Sanitised.line(invocation.argument("UNIT") ?? "")
        let root = try invocation.workspaceFolder()
        let title = "bellwether: \(unit) failed"
        let text =
            ([title, "workspace: \(Sanitised.line(root))"] + troubles(invocation, unit)).joined(separator: "\n") + "\n"
        try invocation.console.print(text)
        // Read by itself: a mistake in another file may be the very reason for the failure.
        let file = try ConfigFile(name: "Config/bellwether.toml", path: "\(root)/Config/bellwether.toml")
        let delivery = try WorkspaceConfig.decode(file).get().delivery
        if !delivery.failure.isEmpty {
            try HandOff(command: delivery.failure, timeout: delivery.timeout.seconds)
                .send(title: title, workspace: root, input: Array(text.utf8))
        }
        return .done
    }

    /// A line for each thing that is wrong; where nothing is, where else to look.
    private static func troubles(_ invocation: Invocation, _ unit: String) -> [String] {
        do {
            let lines = try invocation.workspace().health().compactMap(\.complaint).map(Sanitised.line)
            return lines.isEmpty
                ? ["no feed is in trouble; `journalctl --user --unit \(unit)` says what failed"] : lines
        } catch let fault as Fault {
            return [Sanitised.line(fault.line)]
        } catch {
            return [Sanitised.line("\(error)")]
        }
    }
}
