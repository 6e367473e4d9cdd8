internal import Tables

/// What `--help` prints for a command. It teaches: how to type it, what it does, examples, and how it ends.
struct HelpPage {
    private let command: Command
    private let path: [String]

    init(_ command: Command, path: [String]) {
        self.command = command
        self.path = path
    }

    var text: String {
        var lines = ["USAGE"] + usage.map { "  \($0)" } + [""]
        lines += wrapped("\(command.abstract).", width: 80)
        if !command.discussion.isEmpty { lines += [""] + wrapped(command.discussion, width: 80) }
        for section in commandSections { lines += [""] + section }
        if !command.arguments.isEmpty {
            lines += ["", "ARGUMENTS"] + aligned(command.arguments.map(HelpPage.row))
        }
        if !command.options.isEmpty { lines += ["", "OPTIONS"] + aligned(command.options.map(HelpPage.row)) }
        lines += ["", "OPTIONS OF EVERY COMMAND"] + aligned(Option.global.map(HelpPage.row))
        if !command.examples.isEmpty {
            lines += ["", "EXAMPLES"]
            for example in command.examples {
                lines += ["  \(example.line)"] + wrapped(example.explanation, width: 72).map { "      \($0)" }
            }
        }
        lines += ["", "EXIT CODES"] + aligned(ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning) })
        if !command.subcommands.isEmpty {
            lines += ["", "`\(path[0]) help COMMAND` says more about one of them."]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    var usage: [String] {
        let words = path.joined(separator: " ")
        let own = ([words] + command.arguments.map(\.usage) + ["[options]"]).joined(separator: " ")
        return (command.run == nil ? [] : [own]) + (command.subcommands.isEmpty ? [] : ["\(words) COMMAND [options]"])
    }

    private var commandSections: [[String]] {
        var groups: [String] = []
        for child in command.subcommands where !groups.contains(child.group) { groups.append(child.group) }
        // One alignment for all groups: the eye runs down a single column.
        let width = command.subcommands.map { displayWidth($0.name) }.max() ?? 0
        return groups.map { group in
            [group.isEmpty ? "COMMANDS" : group.uppercased()]
                + aligned(
                    command.subcommands.filter { $0.group == group }
                        .map { ($0.name.padded(to: width), $0.abstract) })
        }
    }

    private static func row(_ argument: Argument) -> (String, String) {
        (argument.usage, withValues(argument.help, argument.allowed, nil))
    }

    private static func row(_ option: Option) -> (String, String) {
        (term(option), withValues(option.help, option.allowed, option.defaultValue))
    }

    /// `-q, --quiet`, `    --on DAY`, `    --window W,...`
    static func term(_ option: Option) -> String {
        let short = option.short.map { "-\($0), " } ?? "    "
        switch option.kind {
        case .flag: return "\(short)--\(option.name)"
        case .single: return "\(short)--\(option.name) \(option.valueName)"
        case .list: return "\(short)--\(option.name) \(option.valueName),..."
        case .repeated: return "\(short)--\(option.name) \(option.valueName) ..."
        }
    }

    static func withValues(_ help: String, _ allowed: [String], _ defaultValue: String?) -> String {
        var notes: [String] = []
        if !allowed.isEmpty { notes.append(alternatives(allowed)) }
        if let defaultValue { notes.append("default: \(defaultValue)") }
        return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: "; ")))"
    }
}
