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
