/// A command as a value: parsing, help, the manual page and completions are all read off it.
package struct Command: Sendable {
    package var name: String
    /// One line, as lists of commands show it: a verb first, no full stop.
    package var abstract: String
    /// What a person must know to use it well; paragraphs parted by an empty line.
    package var discussion: String
    /// The heading under which the program's help lists it; commands of one group stand together.
    package var group: String
    package var examples: [Example]
    package var arguments: [Argument]
    package var options: [Option]
    /// Known by their names before any argument is: a command may run by itself and have commands below it.
    package var subcommands: [Command]
    /// Nil where only subcommands do anything.
    package var run: Run?

    package typealias Run = @Sendable (Invocation) async throws -> ExitCode

    package init(
        _ name: String, abstract: String, discussion: String = "", group: String = "", examples: [Example] = [],
        arguments: [Argument] = [], options: [Option] = [], subcommands: [Command] = [], run: Run? = nil
    ) {
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
        self.group = group
        self.examples = examples
        self.arguments = arguments
        self.options = options
        self.subcommands = subcommands
        self.run = run
    }

    /// A line that a person could type, and what it does.
    package struct Example: Sendable {
        package var line: String
        package var explanation: String

        package init(_ line: String, _ explanation: String) {
            self.line = line
            self.explanation = explanation
        }
    }

    package func subcommand(_ name: String) -> Command? { subcommands.first { $0.name == name } }

    /// Every command below this one that can be run, with the words that lead to it.
    package var leaves: [(path: [String], command: Command)] {
        (run == nil ? [] : [([name], self)])
            + subcommands.flatMap { child in child.leaves.map { ([name] + $0.path, $0.command) } }
    }
}

extension Command {
    /// What is wrong with the declarations themselves, for a test to show: nothing here depends on what a user types.
    package var flaws: [String] { flaws(path: name) }

    private func flaws(path: String) -> [String] {
        var found: [String] = []
        if abstract.isEmpty { found.append("\(path) has no abstract") }
        if abstract.hasSuffix(".") || abstract.utf8.count > 58 {
            found.append("\(path): an abstract is one line of at most 58 bytes without a full stop")
        }
        if run == nil, subcommands.isEmpty { found.append("\(path) neither runs nor has subcommands") }
        if run == nil, !arguments.isEmpty { found.append("\(path) has arguments and does not run") }
        if run != nil, examples.isEmpty { found.append("\(path) has no example") }
        for example in examples where !example.line.hasPrefix(path.prefix { $0 != " " } + " ") {
            found.append("\(path): the example “\(example.line)” is not a line for this program")
        }
        found += repeated(subcommands.map(\.name)).map { "\(path) has two commands \($0)" }
        let all = options + Option.global
        found += repeated(all.map(\.name)).map { "\(path) has two options --\($0)" }
        found += repeated(all.compactMap(\.short).map(String.init)).map { "\(path) has two options -\($0)" }
        for option in options { found += flaws(of: option).map { "\(path) --\(option.name): \($0)" } }
        for argument in arguments where argument.help.isEmpty { found.append("\(path) \(argument.name) has no help") }
        for (index, argument) in arguments.enumerated() where argument.takesMany && index + 1 < arguments.count {
            found.append("\(path) \(argument.name): only the last argument can take many values")
        }
        return found + subcommands.flatMap { $0.flaws(path: "\(path) \($0.name)") }
    }

    private func flaws(of option: Option) -> [String] {
        var found: [String] = []
        if option.help.isEmpty { found.append("has no help") }
        if option.takesValue == option.valueName.isEmpty { found.append("a value has a name, and a flag has none") }
        // A token such as -5:-1 is a value: digits can never be short options.
        if option.short?.isNumber == true { found.append("a short option cannot be a digit") }
        return found
    }

    private func repeated(_ names: [String]) -> Set<String> {
        var seen: Set<String> = []
        return Set(names.filter { !seen.insert($0).inserted })
    }
}
