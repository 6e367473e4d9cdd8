internal import CommandLine
internal import Store
internal import Tables
internal import Vocabulary

extension Table {
    /// What became of runs: the columns of `fetch`, `import` and `accept`.
    static func runs(_ runs: [Run]) -> Table {
        Table(
            "runs",
            columns: [
                Column("run", .word), Column("feed", .word), Column("outcome", .word), Column("http", .code),
                Column("bytes", .number), Column("sha256", .word), Column("published", .day), Column("rows", .number),
                Column("changes", .number), Column("message"),
            ],
            rows: runs.map { run in
                [
                    .text(run.id), .text(run.feed), .text(run.outcome.rawValue), Cell(run.http), .integer(run.bytes),
                    Cell(run.sha256.isEmpty ? nil : run.sha256), Cell(run.published), .integer(run.rows),
                    .integer(run.changes), Cell(run.message.isEmpty ? nil : run.message),
                ]
            })
    }

    /// The same for a person: the digests stay in CSV and JSON.
    static func runsForPeople(_ runs: [Run]) -> Table {
        Table(
            "runs",
            columns: [
                Column("feed", .word), Column("outcome", .word), Column("published", .day), Column("rows", .number),
                Column("changes", .number), Column("run", .word),
            ],
            rows: runs.map { run in
                [
                    .text(run.feed), .text(run.outcome.rawValue), Cell(run.published), .integer(run.rows),
                    .integer(run.changes), .text(run.id),
                ]
            })
    }
}

extension Invocation {
    /// Prints runs, and the messages of those that need a person; answers the exit code they make together.
    func print(_ runs: [Run]) throws -> ExitCode {
        for run in runs {
            console.keep(
                "\(run.feed) \(run.outcome.rawValue) rows=\(run.rows) changes=\(run.changes) run=\(run.id)")
        }
        try console.print(format == .text ? .runsForPeople(runs) : .runs(runs), as: format)
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
