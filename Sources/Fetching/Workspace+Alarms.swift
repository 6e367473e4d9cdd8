internal import Configuration
internal import Findings
internal import Rates
internal import Store
internal import Vocabulary
internal import Workspaces

extension Workspace {
    /// The rules that hold now and did not when anything was last fetched before: each is told once until it clears.
    ///
    /// - Parameter previous: the fetch before this one; nil: this is the first.
    func alarms(_ ledger: Ledger, since previous: Instant?) throws -> [Alarm] {
        guard !settings.watch.rules.isEmpty else { return [] }
        let present = try watching(ledger, at: now)
        let today = settings.workspace.day(of: now)
        var past: (Watching, Day)?
        return try settings.watch.rules.compactMap { rule in
            guard let finding = try present.finding(rule, on: today) else { return nil }
            if let previous {
                let before = try past ?? (watching(ledger, at: previous), settings.workspace.day(of: previous))
                past = before
                if try before.0.held(rule, on: before.1) { return nil }
            }
            return Alarm(rule: rule, since: today, isStanding: true, finding: finding)
        }
    }

    private func watching(_ ledger: Ledger, at moment: Instant) throws -> Watching {
        let known = KnownOn(lastSecond: moment.seconds)
        return Watching(
            settings, settings.watch, ledger, book: try SeriesBook(settings, ledger, known: known), known: known)
    }
}
