/// The programs that reports, and word of a failure, are handed to: each a program and its arguments, without a shell.
package struct DeliverySettings: Sendable, Hashable {
    /// Gets each report that `--deliver` hands over; empty: there is no such program.
    package var report: [String] = []
    /// Gets word of a scheduled run that failed; empty: there is no such program.
    package var failure: [String] = []
    /// After it, a program that still runs is stopped.
    package var timeout = Interval(seconds: 120)

    /// What holds without a table in the file.
    package init() {}

    init(_ table: Section) {
        report = DeliverySettings.command("report", table)
        failure = DeliverySettings.command("failure", table)
        if let value = table.value("timeout", .interval) { timeout = value }
        table.close()
    }

    private static func command(_ key: String, _ table: Section) -> [String] {
        guard let words = table.list(key, .word) else { return [] }
        if words.first?.isEmpty ?? true {
            table.refuse(
                key, "`\(key)` names no program",
                remedy: "expected: [\"program\", \"argument\", …]; without the key nothing is handed over")
        }
        return words
    }
}

extension Form<String> {
    /// A word of a command: scripts for `sh -c` have many lines, and only a NUL cannot be handed over.
    fileprivate static var word: Form {
        Form("a text without a NUL", text: { $0.utf8.contains(0) ? nil : $0 })
    }
}
