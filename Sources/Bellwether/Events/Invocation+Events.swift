internal import Archive
internal import CommandLine
internal import Configuration
internal import FileSystem
internal import Findings
internal import Lists
internal import Operations
internal import Readers
internal import Store
internal import Vocabulary
internal import Workspaces

extension Option {
    /// For commands that take events.
    static let events: [Option] =
        [
            Option("events", valueName: "CSV", completion: .file, help: "A file of events instead of the ledger's."),
            Option("event", .list, valueName: "ID", help: "Events of the ledger."),
            Option("tag", .list, valueName: "TAG", help: "Events of the ledger with any of these tags."),
        ] + waves
}

extension Invocation {
    /// The events that the options choose: of a file, of the ledger, or waves of its lists.
    ///
    /// - Parameters:
    ///   - areBounded: whether --from and --to bound their dates.
    ///   - keepsUnwatched: whether waves of no watched country, which name no currency, stay.
    func events(
        _ workspace: Workspace, _ ledger: Ledger, keepsUnwatched: Bool, areBounded: Bool = true
    ) throws -> [NewsEvent] {
        let (from, to) = areBounded ? try days() : (nil, nil)
        let tags = Set(list("tag"))
        let ids = list("event")
        let all: [NewsEvent]
        if flag("waves"), value("events") != nil { throw fault("--events and --waves do not go together") }
        if let waves = try waves(workspace, ledger) {
            let events = waves.map { $0.event(workspace.settings.watch) }
            let canMove = keepsUnwatched ? events : events.filter { !$0.currencies.isEmpty }
            if canMove.count < events.count {
                console.note(
                    "\(Wording.count(events.count - canMove.count, "wave of no watched country is", "waves of no watched country are")) left out"
                )
            }
            all = canMove
        } else if let path = value("events") {
            guard let reader = ReaderCatalogue.named("events-csv") else { return [] }
            let snapshot = Snapshot(
                feed: "events", source: "file", parts: [.init(name: "main", bytes: try Files.read(path))])
            do {
                guard case .events(let read) = try reader.read(snapshot).content else { return [] }
                all = read
            } catch let fault as Fault where fault.code == "no_rows" {
                console.warn(fault.at(path))
                all = []
            } catch let fault as Fault {
                throw fault.at(path)
            }
        } else if !ids.isEmpty {
            let known = try ledger.events(EventQuery { $0.ids = Set(ids) }, known: try knownOn())
            let others = Set(ids).subtracting(known.map(\.id))
            let waves = others.isEmpty ? [] : try ledger.waves(workspace.settings, known: try knownOn())
            all = known + waves.map { $0.event(workspace.settings.watch) }.filter { ids.contains($0.id) }
        } else {
            var query = EventQuery(.reviewed) { ($0.from, $0.to) = (from, to) }
            query.require(.tag, anyOf: tags)
            let bounded = try ledger.events(query, known: try knownOn())
            (query.from, query.to) = (nil, nil)
            // Whether no event has the tag is asked of all days.
            all = bounded.isEmpty && !tags.isEmpty ? try ledger.events(query, known: try knownOn()) : bounded
        }
        if let unknown = ids.first(where: { id in !all.contains { $0.id == id } }) {
            throw Fault(
                "usage", "there is no event \(unknown)",
                remedy: "`bellwether events list` lists them, with `--waves` those of the lists.")
        }
        if !tags.isEmpty, !all.contains(where: { !tags.isDisjoint(with: $0.tags) }) {
            console.warn("no event has the tag \(tags.sorted().joined(separator: " or "))")
        }
        let waiting =
            ids.isEmpty && value("events") == nil && !flag("waves")
            ? try ledger.unreviewedCount(known: try knownOn()) : 0
        if waiting > 0 {
            console.note(
                "\(Wording.count(waiting, "story that nobody has reviewed is", "stories that nobody has reviewed are")) left out: `bellwether events review`"
            )
        }
        return all.filter { event in
            (ids.contains(event.id) || !event.isUnreviewed) && (ids.isEmpty || ids.contains(event.id))
                && (tags.isEmpty || !tags.isDisjoint(with: event.tags))
                && (from.map { $0 <= event.date } ?? true) && (to.map { event.date <= $0 } ?? true)
        }
    }
}
