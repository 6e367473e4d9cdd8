extension Command {
    /// `completion`: read off the declarations, so that it can never lag behind them.
    static let completion = Command(
        "completion", abstract: "Print the completion script of a shell",
        discussion: """
            The script completes commands, options and the values that options and arguments allow.
            """,
        group: "Setting up",
        examples: [
            Example(
                "bellwether completion bash > ~/.local/share/bash-completion/completions/bellwether",
                "For bash, from the next shell on."),
            Example(
                "bellwether completion zsh > ~/.zfunc/_bellwether",
                "For zsh; ~/.zfunc must be in fpath before compinit runs."),
            Example(
                "bellwether completion fish > ~/.config/fish/completions/bellwether.fish", "For fish, at once."),
        ],
        arguments: [Argument("SHELL", allowed: Shell.allCases.map(\.rawValue), help: "The shell.")]
    ) { invocation in
        let shell = invocation.argument("SHELL").flatMap(Shell.init(rawValue:)) ?? .bash
        try invocation.console.print(shell.script(for: invocation.program.root))
        return .done
    }

    /// `man`: the whole program's manual page.
    static let man = Command(
        "man", abstract: "Print the manual page",
        discussion: "One page for all commands, in the man macros of troff.",
        group: "Setting up",
        examples: [
            Example("bellwether man | man -l -", "Read it."),
            Example("bellwether man > ~/.local/share/man/man1/bellwether.1", "Let `man bellwether` find it."),
        ]
    ) { invocation in
        try invocation.console.print(ManPage(invocation.program).text)
        return .done
    }
}

/// The shells that completions are made for.
package enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish

    package func script(for root: Command) -> String {
        switch self {
        case .bash: BashCompletion(root).text
        case .zsh: ZshCompletion(root).text
        case .fish: FishCompletion(root).text
        }
    }
}

/// A text between single quotes for a POSIX shell.
func shellQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
