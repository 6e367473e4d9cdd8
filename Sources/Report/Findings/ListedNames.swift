internal import Operations
internal import Store
internal import Vocabulary

/// Names in the period's news, screened against the lists as they stood at its end.
struct ListedNames {
    let names: [String]
    let rows: [NameScreening.Row]
    let looked: [String]
    /// Lists of which no snapshot had been seen by then: nothing is known of them.
    let unknown: [String]

    /// Events that people wrote have actors; stories have the people and organisations that were found in them.
    init(_ events: [NewsEvent], _ ledger: any Ledger, _ day: Day, _ known: KnownOn) throws {
        var seen: Set<String> = []
        names = events.flatMap { event in
            event.actors
                + event.evidence.compactMap { EvidenceLine($0) }
                .filter { $0.field == "people" || $0.field == "organisations" }.map(\.value)
        }.filter { !$0.isEmpty && seen.insert($0).inserted }
        // Lists are read whole for this: not without a name.
        guard !names.isEmpty else {
            (rows, looked, unknown) = ([], [], [])
            return
        }
        let screening = try NameScreening(ledger, on: day, known: known)
        rows = screening.rows(names).filter { $0.status == .listed }
        (looked, unknown) = (screening.looked, screening.unknown)
    }
}
