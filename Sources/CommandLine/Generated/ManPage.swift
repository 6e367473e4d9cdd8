/// The manual page in man(7) macros, one page for all commands.
struct ManPage {
    private let program: Program

    init(_ program: Program) { self.program = program }

    var text: String {
        let root = program.root
        var lines = [
            ".TH \(root.name.uppercased()) 1 \(program.released) \"\(root.name) \(program.version)\" \"User Commands\"",
            ".SH NAME", "\(root.name) \\- \(escaped(root.abstract))",
            ".SH SYNOPSIS", ".B \(root.name)", ".I COMMAND", "[\\fIoptions\\fR]",
            ".SH DESCRIPTION",
        ]
        lines += prose("\(root.abstract).")
        if !root.discussion.isEmpty { lines += [".PP"] + prose(root.discussion) }
        lines += [".SH COMMANDS"]
        for (path, command) in root.leaves { lines += section(path, command) }
        lines += [".SH \"OPTIONS OF EVERY COMMAND\""] + Option.global.flatMap(entry)
        lines += [".SH \"EXIT STATUS\""]
        for code in ExitCode.allCases { lines += [".TP", ".B \(code.rawValue)", escaped("\(code.meaning).")] }
        lines += [
            ".SH ENVIRONMENT", ".TP", ".B BELLWETHER_WORKSPACE", "The workspace where \\-\\-workspace is not given.",
            ".TP", ".B NO_COLOR", "Not empty: no colour, even on a terminal.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ path: [String], _ command: Command) -> [String] {
        let name = path.dropFirst().joined(separator: " ")
        var lines = [".SS \"\(escaped(name))\"", "\\fB\(literal(path.joined(separator: " ")))\\fR"]
        lines += [
            (command.arguments.map { "\\fI\(literal($0.usage))\\fR" } + ["[\\fIoptions\\fR]"]).joined(separator: " "),
            ".PP",
        ]
        lines += prose("\(command.abstract).")
        if !command.discussion.isEmpty { lines += [".PP"] + prose(command.discussion) }
        for argument in command.arguments {
            let help = HelpPage.withValues(argument.help, argument.allowed, nil)
            lines += [".TP", ".I \(literal(argument.usage))", escaped(help)]
        }
        lines += command.options.flatMap(entry)
        for example in command.examples {
            lines += [".PP", escaped(example.explanation), ".PP", ".RS", ".nf", literal(example.line), ".fi", ".RE"]
        }
        return lines
    }

    private func entry(_ option: Option) -> [String] {
        var names = "\\fB\(literal("--\(option.name)"))\\fR"
        if let short = option.short { names = "\\fB\(literal("-\(short)"))\\fR, " + names }
        if option.takesValue {
            let more = option.kind == .list ? ",..." : option.kind == .repeated ? " ..." : ""
            names += " \\fI\(literal(option.valueName + more))\\fR"
        }
        return [".TP", names, escaped(HelpPage.withValues(option.help, option.allowed, option.defaultValue))]
    }

    /// Paragraphs; lines that begin with a space are samples and stay as they are.
    private func prose(_ text: String) -> [String] {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n\n") {
            if !lines.isEmpty { lines.append(".PP") }
            var isSample = false
            for line in paragraph.split(separator: "\n") {
                if (line.first == " ") != isSample {
                    lines.append(isSample ? ".fi" : ".nf")
                    isSample.toggle()
                }
                lines.append(isSample ? literal(String(line)) : escaped(String(line)))
            }
            if isSample { lines.append(".fi") }
        }
        return lines
    }

    /// What a person copies: its dashes must stay dashes, which troff would otherwise set as hyphens.
    private func literal(_ text: String) -> String {
        escaped(text).split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\\-")
    }

    private func escaped(_ text: String) -> String {
        var result = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "\"": result += "\\(dq"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "~": result += "\\(ti"
            case "^": result += "\\(ha"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u\(String(repeating: "0", count: max(0, 4 - hex.utf8.count)))\(hex)]"
            }
        }
        return result
    }
}
