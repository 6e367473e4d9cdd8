internal import Archive
internal import Store
internal import Vocabulary

extension Intake {
    /// Applies what the journal holds and the ledger does not: after a crash that is the last run or two.
    ///
    /// - Parameter publications: by feed, for a run that was fetched and never judged.
    package func catchUp(_ publications: (String) throws -> Publication?) throws {
        let from = try ledger.journalBytes
        try journal.require(from)
        guard try journal.length() > from else { return }
        let records = try journal.records(from: from)
        guard !records.isEmpty else { return }
        var open: [JournalRecord.Fetched] = []
        for (record, end) in records {
            try ledger.transaction {
                try replay(record, open: &open)
                // An unjudged run stays in front of the mark until someone judged it.
                if open.isEmpty { try ledger.advance(journalBytes: end) }
            }
        }
        for fetched in open {
            guard let publication = try publications(fetched.feed) else { continue }
            _ = try judge(fetched, of: publication)
        }
    }

    /// Fills an empty ledger from the journal and the archive: verdicts are replayed, never judged again.
    package func rebuild(progress: (Int, Int) -> Void = { _, _ in }) throws {
        let records = try journal.records()
        remember(records.map(\.record))
        try ledger.transaction {
            var open: [JournalRecord.Fetched] = []
            for (index, (record, end)) in records.enumerated() {
                try replay(record, open: &open)
                try ledger.advance(journalBytes: end)
                progress(index + 1, records.count)
            }
        }
    }

    private func replay(_ record: JournalRecord, open: inout [JournalRecord.Fetched]) throws {
        switch record {
        case .fetched(let fetched):
            if !open.contains(where: { $0.run == fetched.run }) { open.append(fetched) }
        case .event(let edit): _ = try apply(edit)
        case .configured(let item): try ledger.configure(item.file, sha256: item.sha256, at: item.at)
        case .accepted(let decision): try ledger.accept(decision.run, at: decision.at)
        // The verdict behind it says what became of the run.
        case .rejected: break
        case .judged(let verdict): try replay(verdict, open: &open)
        }
    }

    private func replay(_ verdict: JournalRecord.Judged, open: inout [JournalRecord.Fetched]) throws {
        let fetched =
            if let index = open.firstIndex(where: { $0.run == verdict.run }) {
                open.remove(at: index)
            } else {
                try self.fetched(verdict.run)
            }
        let isRead = [.stored, .reread, .held, .rejected].contains(verdict.outcome) && !fetched.parts.isEmpty
        _ = try apply(Attempt(fetched, verdict: verdict, reading: isRead ? try read(fetched) : nil))
    }

    private func read(_ fetched: JournalRecord.Fetched) throws -> Reading {
        guard let reader = readers(fetched.reader) else {
            throw Fault(
                "unknown_reader", "run \(fetched.run) was read by \(fetched.reader), which this program does not have",
                place: journal.path, remedy: "Install the bellwether that wrote this workspace.")
        }
        return try reader.read(try snapshot(fetched, for: reader))
    }
}
