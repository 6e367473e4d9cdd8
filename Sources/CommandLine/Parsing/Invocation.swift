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
