internal import Vocabulary

/// Hands a text to a program of the user's choice: `[delivery]` in bellwether.toml.
///
/// The text is its standard input, the workspace its current folder; `BELLWETHER_TITLE` is a line that says what the text
/// is, `BELLWETHER_REPORT` the report's folder, and `BELLWETHER_WORKSPACE` the workspace.
package struct HandOff: Sendable {
    private let command: [String]
    private let timeout: Int64

    /// - Parameters:
    ///   - command: a program, found on PATH or from the workspace on, and its arguments; no shell reads them.
    ///   - timeout: seconds, after which the program and what it started are stopped.
    package init(command: [String], timeout: Int64) {
        self.command = command
        self.timeout = timeout
    }

    /// Runs the program to its end; whatever else than success is a fault in its own last words.
    ///
    /// - Parameter folder: the report's; empty where the text is about none.
    package func send(title: String, folder: String = "", workspace: String, input: [UInt8]) throws {
        let variables = ["TITLE": title, "REPORT": folder, "WORKSPACE": workspace]
        // `timeout` stops the whole process group, first gently; 124 and 137 are its answers for that, and may be the
        // program's own.
        let begun = ContinuousClock.now
        let result = try run(
            ["env", "--chdir=\(workspace)"] + variables.map { "BELLWETHER_\($0.key)=\($0.value)" }
                + ["timeout", "--kill-after=10s", "\(timeout)s"] + command, input: input)
        let isLate = ContinuousClock.now - begun >= .seconds(timeout)
        guard result.status != 0 else { return }
        let reason =
            switch result.status {
            case 124 where isLate, 137 where isLate: "it still ran after \(timeout) s and was stopped"
            case 126, 127: "it could not be started"
            case 129...: "signal \(result.status - 128) ended it"
            default: "it ended with exit code \(result.status)"
            }
        let words = [result.errors, result.output].lazy.compactMap { HandOff.lastLine($0) }.first
        throw Fault(
            "hand_off_failed", words.map { "\(reason): \($0)" } ?? reason, place: command.first ?? "[delivery]",
            remedy: "try the command of [delivery] in Config/bellwether.toml by hand, and repeat the run")
    }

    private static func lastLine(_ text: String) -> String? {
        text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
            .map { String($0.hasPrefix("timeout: ") ? $0.dropFirst(9) : $0) }
    }
}
