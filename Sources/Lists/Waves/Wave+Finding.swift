internal import Store
package import Vocabulary

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
                        countries: countries(programme, step.run.feed, entries, names), entries: entries)
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
        _ programme: String, _ list: String, _ entries: [Designation], _ names: ListNames
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
