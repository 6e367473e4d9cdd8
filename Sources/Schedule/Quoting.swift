/// How one argument is written in each of the files that start programs.
enum Quoting {
    /// For ExecStart= behind the prefix `:`, which keeps dollars literal: systemd.service(5), "Command lines", and
    /// systemd.syntax(7), "Quoting". A percent sign begins a specifier: systemd.unit(5).
    static func systemd(_ argument: String) -> String {
        "\""
            + specifiers(argument).reduce(into: "") { result, character in
                if character == "\"" || character == "\\" { result.append("\\") }
                result.append(character)
            } + "\""
    }

    /// For settings that are text: only specifiers are expanded.
    static func specifiers(_ text: String) -> String {
        text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    }

    /// For a crontab line: quoted for sh, and every percent sign escaped, which cron turns into a line end
    /// otherwise: crontab(5).
    static func cron(_ argument: String) -> String {
        let isPlain = argument.utf8.allSatisfy { plain.contains($0) }
        let quoted =
            "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        return (isPlain ? argument : quoted).split(separator: "%", omittingEmptySubsequences: false)
            .joined(separator: "\\%")
    }

    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,:@".utf8)
}
