package import Tables
package import Vocabulary

/// Results to standard output; faults, warnings and messages to standard error.
package struct Console: Sendable {
    package enum Level: Int, Sendable { case quiet, normal, verbose }

    package var output: Output
    package var errors: Output
    package var terminal: Terminal
    package var level: Level
    /// Begins every fault and warning.
    package var name: String
    /// Where every message is kept as well.
    package var log: LogFile?
    /// `report weekly`: begins what is kept; empty before the command line is understood.
    package var command = ""

    package init(
        output: Output = .standard, errors: Output = .errors, terminal: Terminal = .none, level: Level = .normal,
        name: String = "bellwether"
    ) {
        self.output = output
        self.errors = errors
        self.terminal = terminal
        self.level = level
        self.name = name
    }

    /// A result, exactly as it is: what comes from a publisher goes through `Sanitised` first.
    package func print(_ text: String) throws { try output.write(text) }

    /// A table as `--format` asks.
    package func print(_ table: Table, as format: OutputFormat) throws {
        var sink = TableSink(
            table.name, table.headings(for: format), as: format, paints: terminal.paintsOutput, to: output)
        try table.each(for: format) { try sink.write($0) }
        try sink.finish()
    }

    /// For rows that are made while they are printed.
    package func writer<Row>(_ name: String, _ columns: [Column<Row>], as format: OutputFormat) -> TableWriter<Row> {
        TableWriter(name, columns, as: format, paints: terminal.paintsOutput, to: output)
    }

    /// What a person may want to know; `-q` silences it.
    package func note(_ message: String) {
        keep("note: \(message)")
        if level != .quiet { say(message) }
    }

    /// What only `-v` asks for.
    package func detail(_ message: String) {
        guard level == .verbose else { return }
        keep("note: \(message)")
        say(message)
    }

    /// What happened, for the log alone: the result itself tells the person.
    package func keep(_ fact: String) {
        if let fault = log?.append("\(command.isEmpty ? name : command) \(fact)") {
            say("\(name): warning: ", fault, .doubtful)
        }
    }

    /// What a person has to know although the run goes on.
    package func warn(_ fault: Fault) {
        keep("warning: \(fault.line)")
        say("\(name): warning: ", fault, .doubtful)
    }
    package func warn(_ message: String) { warn(Fault("warning", message)) }

    /// Why the run, or one of its parts, failed.
    package func fail(_ fault: Fault) {
        keep("error: \(fault.line)")
        say("\(name): ", fault, .bad)
    }

    private func say(_ head: String, _ fault: Fault, _ ink: Ink) {
        let place = fault.place.isEmpty ? "" : "\(Sanitised.line(fault.place)): "
        let remedy = fault.remedy.isEmpty ? "" : "\n  \(Sanitised.line(fault.remedy))"
        tell(ink.on(head, if: terminal.paintsErrors) + place + Sanitised.line(fault.message) + remedy + "\n")
    }

    private func say(_ message: String) { tell(Sanitised.line(message) + "\n") }

    private func tell(_ text: String) {
        // A closed standard error must not stop a run that is otherwise doing its work: there is nobody left to tell.
        do { try errors.write(text) } catch {}
    }
}
