internal import CommandLine
internal import Compare
internal import Configuration
internal import Operations
internal import Store
internal import Vocabulary

extension Invocation {
    /// The events that `breaks` is asked to hold its breaks against; nil: none of the options of events was given.
    func breakCandidates(_ workspace: Workspace, _ ledger: any Ledger) throws -> BreakCandidates? {
        // Also refuses options of waves without --waves.
        let waves = try waves(workspace, ledger)
        let isNamed = value("events") != nil || !list("event").isEmpty
        guard waves != nil || isNamed || !list("tag").isEmpty else { return nil }
        let events =
            try waves.map { try chosen($0.map { $0.event(workspace.settings.watch) }) }
            ?? events(workspace, ledger, ledger.events(known: try knownOn()))
        if events.isEmpty { console.note("No event to hold the breaks against.") }
        return BreakCandidates(events, takesUnnamed: isNamed)
    }

    /// Of waves those that --event, --tag and the days choose.
    private func chosen(_ waves: [NewsEvent]) throws -> [NewsEvent] {
        let (ids, tags) = (list("event"), Set(list("tag")))
        if let unknown = ids.first(where: { id in !waves.contains { $0.id == id } }) {
            throw Fault(
                "usage", "there is no wave \(unknown)", remedy: "`bellwether events list --waves` lists them.")
        }
        let (from, to) = try days()
        return waves.filter { wave in
            (ids.isEmpty || ids.contains(wave.id)) && (tags.isEmpty || !tags.isDisjoint(with: wave.tags))
                && (from.map { $0 <= wave.date } ?? true) && (to.map { wave.date <= $0 } ?? true)
        }
    }
}
