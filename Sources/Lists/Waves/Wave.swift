package import Configuration
internal import Store
package import Vocabulary

/// Entries that a list gained, or lost, between two looks at it, all under one programme.
package struct Wave: Sendable, Hashable {
    package enum Direction: String, Sendable { case tighten, ease }

    /// `us-ofac-sdn-2022-02-24-RUSSIA-EO14024`; `-ease` follows for removals.
    package var id: String
    package var list: String
    /// What sentences call the list.
    package var title: String
    /// Today's tag; empty for entries without a programme.
    package var programme: String
    package var direction: Direction
    /// The published day where the publisher states one, else the day of `seen` where the publisher is.
    package var day: Day
    package var isDayPublished: Bool
    /// It happened after this look at the list, which did not show it yet.
    package var notBefore: Instant
    /// It had happened by this look at the list.
    package var seen: Instant
    /// The country that the programme is about, else those of the entries, the most frequent first.
    package var countries: [String]
    /// As they came or as they were last seen, by key.
    package var entries: [Designation]

    /// Below so many entries it is the daily upkeep of a list: what lists of waves leave out unless asked.
    package static let usualMinimum = 3

    /// How far its time is known: the longer the list had not been looked at, the less.
    package var precision: String {
        let seconds = seen.seconds - notBefore.seconds
        // Daily fetches are never a day apart to the second; a wave of Friday evening seen on Monday is the week's.
        let limits: [(Int64, String)] = [(60, "minute"), (3600, "hour"), (129_600, "day"), (604_800 + 43_200, "week")]
        return limits.first { seconds <= $0.0 }?.1 ?? "month"
    }
}

extension Wave {
    /// The wave as an event that rates can be compared with, in the currencies of the watched countries that it is about.
    package func event(_ watch: WatchList) -> NewsEvent {
        var event = NewsEvent(id: id, date: day)
        event.precision = precision
        event.dateSource = isDayPublished ? "official" : "seen"
        event.title = headline
        event.countries = countries
        event.currencies = concerned.compactMap { watch.country($0)?.currency }
        event.programmes = programme.isEmpty ? [] : [programme]
        event.tags = ["sanctions", "designation"]
        event.direction = direction.rawValue
        event.source = "\(title), the snapshots seen \(notBefore) and \(seen)"
        event.measure = "listing"
        event.stage = "in_force"
        event.notBefore = notBefore
        event.notAfter = seen
        return event
    }

    /// One Venezuelan among a hundred drug traffickers makes no news of Venezuela.
    private var concerned: [String] {
        guard countries.count > 1 else { return countries }
        let counts = Wave.counts(entries)
        return countries.filter { 4 * counts[$0, default: 0] >= entries.count }
    }

    /// `OFAC SDN adds 67 entries under RUSSIA-EO14024 (RU 41, CY 3)`
    private var headline: String {
        let verb = direction == .tighten ? "adds" : "removes"
        let under = programme.isEmpty ? "without a programme" : "under \(programme)"
        let places = StepStretch.leading(Wave.counts(entries), most: 3) { "\($0) \($1)" }.map { " (\($0))" } ?? ""
        let interval = ["week", "month"].contains(precision) ? ", some time from \(notBefore.day) to \(seen.day)" : ""
        return
            "\(title) \(verb) \(Wording.count(entries.count, "entry")) \(under)\(places)\(interval)"
    }
}

extension Wave {
    /// The waves of steps as they were known: one for each programme that a step added entries to or removed them from.
    ///
    /// A first snapshot makes none, nor does what nobody decided that day: another key, another reading, a source list
    /// that was missing and is back, a death.
    package static func all(_ steps: [Step], names: ListNames) -> [Wave] {
        var taken: [String: Int] = [:]
        return steps.flatMap { step -> [Wave] in
            guard let notBefore = step.previousSeen else { return [] }
            let came = step.changes.filter(\.isComing).compactMap(\.after)
            let went = step.changes.filter(\.isEasing).compactMap(\.before)
            return [(Direction.tighten, came), (.ease, went)].flatMap { direction, entries in
                groups(entries, names).map { programme, entries in
                    var wave = Wave(
                        id: "", list: step.run.feed, title: names.title(step.run.feed), programme: programme,
                        direction: direction, day: step.run.day, isDayPublished: step.run.published != nil,
                        notBefore: notBefore, seen: step.run.seen,
                        countries: countries(programme, step.run.feed, entries: entries, names: names), entries: entries
                    )
                    let stem = wave.stem
                    taken[stem, default: 0] += 1
                    // A list may be published twice in a day.
                    wave.id = taken[stem] == 1 ? stem : "\(stem)-\(taken[stem] ?? 0)"
                    return wave
                }
            }
        }
    }

    /// By programme, the largest first; an entry under two is in both.
    private static func groups(
        _ entries: [Designation], _ names: ListNames
    ) -> [(programme: String, entries: [Designation])] {
        var groups: [String: [Designation]] = [:]
        for entry in entries {
            let programmes = names.programmes.countedTags(of: entry)
            for programme in programmes.isEmpty ? [""] : programmes { groups[programme, default: []].append(entry) }
        }
        return groups.largestFirst { $0.count }
            .map { (programme: $0.key, entries: $0.value) }
    }

    private static func countries(
        _ programme: String, _ list: String, entries: [Designation], names: ListNames
    ) -> [String] {
        if let own = names.programmes.country(ofProgramme: programme, list: list) { return [own] }
        return counts(entries).largestFirst().map(\.key)
    }

    /// Entries by country; one of two countries counts in both.
    static func counts(_ entries: [Designation]) -> [String: Int] {
        entries.flatMap(\.countries).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// Tags have spaces and slashes, which an id on a command line has better not.
    private var stem: String {
        let words = programme.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_")) }
        return
            ([list, day.description] + (words.isEmpty ? ["none"] : words.map(String.init))
            + (direction == .ease ? ["ease"] : [])).joined(separator: "-")
    }
}
