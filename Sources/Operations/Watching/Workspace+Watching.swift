internal import Configuration
internal import Rates
internal import Store
package import Vocabulary
internal import Zones

extension Workspace {
    /// The rules that hold now and did not when anything was last fetched before: each is told once until it clears.
    ///
    /// - Parameter previous: the fetch before this one; nil: this is the first.
    package func alarms(since previous: Instant?) throws -> [Alarm] {
        guard !settings.watch.rules.isEmpty else { return [] }
        let ledger = try ledger()
        let present = try watching(ledger, at: now)
        var past: (Watching, Day)?
        return try settings.watch.rules.compactMap { rule in
            guard let finding = try present.finding(rule, on: settings.workspace.zone.day(of: now)) else { return nil }
            if let previous {
                let before = try past ?? (watching(ledger, at: previous), settings.workspace.zone.day(of: previous))
                past = before
                if try before.0.held(rule, on: before.1) { return nil }
            }
            return Alarm(rule: rule, since: settings.workspace.zone.day(of: now), isStanding: true, finding: finding)
        }
    }

    private func watching(_ ledger: Ledger, at moment: Instant) throws -> Watching {
        let known = KnownOn(lastSecond: moment.seconds)
        return Watching(
            self, settings.watch, ledger, book: try SeriesBook(settings, ledger, known: known), known: known)
    }
}
