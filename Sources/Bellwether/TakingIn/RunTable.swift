internal import CommandLine
internal import Store
internal import Tables
internal import Vocabulary

extension Table {
    /// What became of runs: the columns of `fetch`, `import` and `accept`. A person is spared the digests.
    static func runs(_ runs: [Run]) -> Table {
        Table(
            "runs", runs,
            [
                Column("run", .word, for: .programs) { .text($0.id.text) },
                Column("feed", .word) { .text($0.feed) },
                Column("outcome", .word) { .text($0.outcome.rawValue) },
                Column("http", .code, for: .programs) { Cell($0.http) },
                Column("bytes", .number, for: .programs) { .integer($0.bytes) },
                Column("sha256", .word, for: .programs) { Cell(filled: $0.sha256) },
                Column("published", .day) { Cell($0.published) },
                Column("rows", .number) { .integer($0.rows) },
                Column("changes", .number) { .integer($0.changes) },
                Column("message", for: .programs) { Cell(filled: $0.message) },
                Column("run", .word, for: .people) { .text($0.id.text) },
            ])
    }
}

extension Invocation {
    /// Prints runs, and the messages of those that need a person; answers the exit code they make together.
    func print(_ runs: [Run]) throws -> ExitCode {
        for run in runs {
            console.keep(
                "\(run.feed) \(run.outcome.rawValue) rows=\(run.rows) changes=\(run.changes) run=\(run.id)")
        }
        try console.print(.runs(runs), as: format)
        for run in runs where run.outcome == .failed || run.outcome == .held {
            let remedy =
                run.outcome == .held
                ? "nothing of it was recorded; see `bellwether quarantine \(run.id)`, then `accept` or `reject` it"
                : ""
            console.fail(
                .init(
                    run.code ?? run.outcome.rawValue, "\(run.outcome.rawValue): \(run.message)", place: run.feed,
                    remedy: remedy))
        }
        for run in runs where run.outcome == .stored && !run.warning.isEmpty {
            console.warn(Fault("warning", run.warning, place: run.feed))
        }
        for run in runs where run.outcome == .stored && !run.message.isEmpty {
            console.detail("\(run.feed): \(run.message)")
        }
        return runs.contains { $0.outcome == .failed || $0.outcome == .held } ? .partly : .done
    }
}
