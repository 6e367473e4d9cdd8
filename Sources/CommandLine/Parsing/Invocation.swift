package import Tables
package import Vocabulary

/// A command line that was understood: the command, and the values given to it.
package struct Invocation: Sendable {
    package let program: Program
    package let command: Command
    /// `["bellwether", "report", "weekly"]`
    package let path: [String]
    package let global: GlobalOptions
    /// Where results and messages go.
    package let console: Console
    let options: [String: [String]]
    let arguments: [String: [String]]

    package func flag(_ name: String) -> Bool { values(name) != nil }

    package func value(_ name: String) -> String? { values(name)?.last }

    /// The values of an option that takes several, in the order given; empty where it was not given.
    package func list(_ name: String) -> [String] { values(name) ?? [] }

    /// The value of an argument that may stand once; nil where an optional one was left out.
    package func argument(_ name: String) -> String? { arguments(name).first }

    /// The values of an argument, in the order given.
    package func arguments(_ name: String) -> [String] {
        precondition(command.arguments.contains { $0.name == name }, "\(path) declares no argument \(name)")
        return arguments[name] ?? []
    }

    /// A value that the command cannot do without.
    package func required(_ name: String) throws -> String {
        guard let value = value(name) else { throw fault("--\(name) is missing") }
        return value
    }

    /// A usage fault with a pointer to this command's help: the run ends with exit code 2.
    package func fault(_ message: String, remedy: String = "") -> Fault {
        Fault.usage(message, remedy: remedy, path: path)
    }

    private func values(_ name: String) -> [String]? {
        precondition(command.options.contains { $0.name == name }, "\(path) declares no option --\(name)")
        return options[name]
    }
}

extension Fault {
    /// What the user typed was not understood.
    static func usage(_ message: String, remedy: String = "", path: [String]) -> Fault {
        let pointer = "see `\(path.joined(separator: " ")) --help`"
        return Fault("usage", message, remedy: remedy.isEmpty ? pointer : "\(remedy); \(pointer)")
    }
}

extension Invocation {
    /// `--format`, text where it was not given.
    package var format: OutputFormat {
        value("format").flatMap(OutputFormat.init(rawValue:)) ?? .text
    }

    package func day(_ name: String) throws -> Day? {
        try read(name, "a day such as 2022-02-24") { Day(iso: $0) }
    }

    package func instant(_ name: String) throws -> Instant? {
        try read(name, "a moment such as 2022-02-24T14:30:00Z") { Instant(iso: $0) }
    }

    package func week(_ name: String) throws -> Week? {
        try read(name, "an ISO week such as 2022-W09") { Week(iso: $0) }
    }

    package func number(_ name: String) throws -> Double? {
        try read(name, "a number such as 2.5") { Double($0).flatMap { $0.isFinite ? $0 : nil } }
    }

    package func integer(_ name: String) throws -> Int? {
        try read(name, "a whole number") { Int($0) }
    }

    /// A span of time in seconds: `90s`, `30m`, `36h`, `7d`, `2w`.
    package func duration(_ name: String) throws -> Int? {
        try read(name, "a time such as 90s, 30m, 36h, 7d or 2w") { text in
            guard let unit = text.last, let seconds = Invocation.units[unit], let count = Int(text.dropLast()),
                (0...1_000_000).contains(count)
            else { return nil }
            return count * seconds
        }
    }

    /// `--from` and `--to`, refused where they are the wrong way round.
    package func days() throws -> (from: Day?, to: Day?) {
        let (from, to) = (try day("from"), try day("to"))
        if let from, let to, from > to { throw fault("--from \(from) is after --to \(to)") }
        return (from, to)
    }

    /// Any value of an option through the caller's own grammar: `wants` names it in the fault.
    package func read<Value>(_ name: String, _ wants: String, _ reading: (String) -> Value?) throws -> Value? {
        guard let text = value(name) else { return nil }
        guard let value = reading(text) else { throw fault("--\(name) wants \(wants), not “\(text)”") }
        return value
    }

    private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
}
