package import Lists
package import Vocabulary

/// Entries added and removed over a range of days, for one list or one part of it.
package struct DesignationsNet: Sendable, Hashable {
    /// What is counted of a list: all of it, a programme, a family of programmes, or a country.
    package enum Scope: Sendable, Hashable, Comparable {
        case list
        case programme(String)
        case family(String)
        case country(String)

        /// As it stands in a series name; empty for the whole list.
        package var name: String {
            switch self {
            case .list: ""
            case .programme(let tag): "programme:\(tag)"
            case .family(let name): "family:\(name)"
            case .country(let code): "country:\(code)"
            }
        }
    }

    package var list: String
    package var scope: Scope
    /// Distinct entries that came at least once.
    package var added: Int
    /// Distinct entries that went at least once.
    package var removed: Int
    /// Of those removed, the ones taken off because of a death; they are not in `removed`.
    package var deceased: Int
    /// Entries there at the end less entries there before, deaths left out: one that went and returned counts zero.
    package var net: Int

    /// Counts the changes of a range, per list, programme, family and country, in this order.
    package static func count(_ changes: [ListingChange], programmes: Programmes, in days: ClosedRange<Day>)
        -> [DesignationsNet]
    {
        var tallies: [Place: Tally] = [:]
        let ordered = changes.filter { days.contains($0.day) }.enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        for (_, change) in ordered where change.kind != .sameEntry {
            let (before, after) = (scopes(change, before: true, programmes), scopes(change, before: false, programmes))
            for scope in before.subtracting(after) {
                let kind = change.kind == .deceased ? Move.deceased : .removed
                tallies[Place(list: change.list, scope: scope), default: Tally()].record(kind, change.entry)
            }
            for scope in after.subtracting(before) {
                tallies[Place(list: change.list, scope: scope), default: Tally()].record(.added, change.entry)
            }
        }
        return tallies.map { place, tally in
            DesignationsNet(
                list: place.list, scope: place.scope, added: tally.added.count, removed: tally.removed.count,
                deceased: tally.deceased.count, net: tally.states.values.reduce(0) { $0 + $1.last - $1.first })
        }.sorted { ($0.list, $0.scope) < ($1.list, $1.scope) }
    }

    private static func scopes(_ change: ListingChange, before: Bool, _ programmes: Programmes) -> Set<Scope> {
        let isListed =
            switch change.kind {
            case .added: !before
            case .removed, .deceased: before
            case .modified: true
            case .sameEntry: false
            }
        guard isListed else { return [] }
        let tags = before ? change.programmesBefore : change.programmesAfter
        // A corrected nationality designates nobody: countries move only with the entry itself.
        return Set([.list] + change.countries.map(Scope.country))
            .union(tags.map { .programme(programmes.current($0, list: change.list)) })
            .union(tags.compactMap { programmes.countedFamily(of: $0, list: change.list).map(Scope.family) })
    }
}

private struct Place: Hashable {
    var list: String
    var scope: DesignationsNet.Scope
}

private enum Move { case added, removed, deceased }

private struct Tally {
    var added: Set<String> = []
    var removed: Set<String> = []
    var deceased: Set<String> = []
    /// Per entry whether it was there before its first move and after its last one.
    var states: [String: (first: Int, last: Int)] = [:]

    mutating func record(_ move: Move, _ entry: String) {
        switch move {
        case .added: added.insert(entry)
        case .removed: removed.insert(entry)
        case .deceased:
            // The entry is gone, but nobody was let off.
            deceased.insert(entry)
            return
        }
        let after = move == .added ? 1 : 0
        states[entry] = (states[entry]?.first ?? 1 - after, after)
    }
}

extension DesignationsNet {
    /// The row of `indicators`: the value is the net count, the note tells added and removed apart.
    package func indicatorValue(in days: ClosedRange<Day>, knownOn: Day?) -> IndicatorValue {
        let deaths = deceased == 0 ? "" : ", \(deceased) after a death"
        return IndicatorValue(
            series: scope == .list ? list : "\(list):\(scope.name)", indicator: Indicator.designationsNet.id,
            date: days.upperBound, baseDate: days.lowerBound, value: Double(net), unit: "entries", observedOn: nil,
            ageDays: nil, knownOn: knownOn, note: "added \(added), removed \(removed)\(deaths)", inputs: [])
    }
}
