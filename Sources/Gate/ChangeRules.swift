internal import Vocabulary

extension Gatekeeper {
    /// What the publication would take away and bring.
    static let changeRules: [Rule] = [
        Rule(
            name: "removals",
            incident: "2024-05-05: the US Consolidated Screening List lost 15,000 of 20,000 entries for two days"
        ) { candidate in
            let (removed, before, limits) = (candidate.effect.removed, candidate.effect.before, candidate.limits)
            let limit = most(limits.removed, percent: limits.removedPercent, of: before) * Double(candidate.years)
            // Twenty of thirty are not many, and most of the list.
            let half = max(50, limits.removedPercent) / 100 * Double(before)
            let isOverHalf = candidate.kind == .list && before >= 4 && Double(removed) > half
            guard Double(removed) > limit || isOverHalf else { return nil }
            let what = candidate.kind == .rates ? "values withdrawn" : "entries removed"
            return "\(removed) of \(before) \(what), more than \(whole(Double(removed) > limit ? limit : half))"
                + among(candidate.effect.removedExamples) + largest("programme", candidate.effect.removedByProgramme)
                + largest("source", candidate.effect.removedBySource)
        },
        Rule(
            name: "programmes",
            incident: "2024-05-05: the same list lost SSI whole; alone, 290 of 20,000 would be 1.5 % and pass"
        ) { candidate in
            let removed = candidate.effect.removedByProgramme.merging(candidate.effect.removedBySource) { max($0, $1) }
            let gone = removed.largestFirst().filter { isGone($0.key, $0.value, candidate) }
            guard !gone.isEmpty else { return nil }
            let words = gone.prefix(5).map { tag, removed in
                "\(removed) of \(candidate.effect.programmesBefore[tag] ?? 0) under \(tag)"
            }
            return "entries removed: " + words.joined(separator: ", ")
        },
        Rule(
            name: "additions",
            incident: "2024-05-07: the 15,000 came back onto 5,000: whoever had believed the loss was asked once more"
        ) { candidate in
            guard let added = additions(candidate),
                Double(added)
                    > most(candidate.limits.added, percent: candidate.limits.addedPercent, of: candidate.effect.before)
                    * Double(candidate.years)
            else { return nil }
            return surge(candidate)
        } warning: { candidate in
            // Fewer than ten are no surge, however short the list.
            guard let added = additions(candidate), added >= 10, added * 10 > candidate.effect.before else {
                return nil
            }
            return surge(candidate)
        },
    ]

    /// Most of what a programme had has left the list, and nothing says that it was to end.
    private static func isGone(_ tag: String, _ removed: Int, _ candidate: Candidate) -> Bool {
        let before = candidate.effect.programmesBefore[tag] ?? 0
        let known = candidate.programmes[tag]
        // What came back under the tag that took its place did not leave.
        let moved = known?.renamedTo.flatMap { candidate.effect.addedByProgramme[$0] } ?? 0
        let limit = candidate.limits.programmeRemovedPercent / 100 * Double(before)
        // Over years a programme may end without anybody's noting it.
        guard candidate.years == 1 else { return false }
        guard before >= 20, Double(removed - moved) > limit else { return false }
        if let until = known?.until, let day = candidate.day, until <= day { return false }
        return true
    }

    /// Nil for what has nothing to be more than.
    private static func additions(_ candidate: Candidate) -> Int? {
        candidate.kind == .list && !candidate.effect.isBaseline ? candidate.effect.added : nil
    }

    private static func surge(_ candidate: Candidate) -> String {
        let (added, before) = (candidate.effect.added, candidate.effect.before)
        return "\(added) entries added to \(before) (\(Wording.share(added, of: before)))"
            + among(candidate.effect.addedExamples) + largest("programme", candidate.effect.addedByProgramme)
            + largest("source", candidate.effect.addedBySource)
    }
}
