internal import CommandLine
internal import Compare
internal import Findings
internal import Store
internal import Vocabulary
internal import Workspaces

extension Invocation {
    /// The events that `breaks` is asked to hold its breaks against; nil: none of the options of events was given.
    func breakCandidates(_ workspace: Workspace, _ ledger: Ledger) throws -> BreakCandidates? {
        let isNamed = value("events") != nil || !list("event").isEmpty
        guard isNamed || !list("tag").isEmpty || flag("waves") else {
            // Refuses options of waves without --waves.
            _ = try waves(workspace, ledger)
            return nil
        }
        let events = try events(workspace, ledger, keepsUnwatched: true)
        if events.isEmpty { console.note("No event to hold the breaks against.") }
        return BreakCandidates(events, takesUnnamed: isNamed)
    }
}
