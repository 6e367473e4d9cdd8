package import Compare
internal import Tables
internal import Vocabulary

/// What lies near the breaks, for people: nearness in time, measured against chance; no event is claimed as a reason.
package enum BreakWords {
    /// The lines below a table of breaks, for a terminal; empty where no event goes with any of the series.
    package static func lines(_ rows: [SeriesBreak], width: Int = 80) -> [String] {
        var lines: [String] = []
        var tests = 0
        for group in groups(rows) {
            guard let match = group[0].match else { continue }
            // Of the others there is nothing that chance could match.
            if match.inside > 0, group[0].number > 0 { tests += 1 }
            if !lines.isEmpty { lines.append("") }
            lines += wrapped(Sanitised.line(sentence(group, match)), width: width)
            for found in group where !found.events.isEmpty {
                guard let day = found.firstOfNext else { continue }
                let names = wrapped(Sanitised.line(found.events.joined(separator: ", ")), width: width - 19)
                for (place, line) in names.enumerated() {
                    lines.append((place == 0 ? "  near \(day): " : String(repeating: " ", count: 19)) + line)
                }
            }
        }
        return tests == 0 ? lines : lines + [""] + wrapped(caution(tests), width: width)
    }

    private static func groups(_ rows: [SeriesBreak]) -> [[SeriesBreak]] {
        rows.reduce(into: []) { groups, row in
            if row.number <= 1 || groups.isEmpty { groups.append([]) }
            groups[groups.count - 1].append(row)
        }
    }

    private static func sentence(_ group: [SeriesBreak], _ match: BreakMatch) -> String {
        let breaks = group.count { $0.number > 0 }
        let matched = group.count { !$0.events.isEmpty }
        let head = "\(group[0].series) in \(group[0].numeraire), \(group[0].kind.rawValue): "
        guard let p = match.p else {
            return head
                + (match.outside == 1
                    ? "the one event lies outside its days."
                    : "all \(match.outside) events lie outside its days.")
        }
        let outside =
            match.outside == 0
            ? "" : " \(Wording.count(match.outside, "more event lies", "more lie")) outside its days."
        let all = match.inside == 1 ? "the one event" : Wording.count(match.inside, "event")
        guard breaks > 0 else {
            return "\(head)no break that \(match.inside == 1 ? all : "the " + all) could lie near.\(outside)"
        }
        let covered = " Within reach are \(Wording.percent(100 * match.covered, decimals: 0)) of the rows."
        guard match.score > 0 else {
            let which = breaks == 1 ? "the break" : "any of the \(breaks) breaks"
            return
                "\(head)\(match.inside == 1 ? "the one event is not" : "none of the \(all) is") within reach of \(which)."
                + covered + outside
        }
        let subject =
            breaks == 1 ? "the break has" : "\(matched) of \(breaks) breaks \(Wording.noun(matched, "has", "have"))"
        let events = match.inside == 1 ? all : "\(match.score) of the \(all)"
        let chance =
            p <= 0.05
            ? "more than rotations usually match, which is still no proof of a cause"
            : "not distinguishable from chance"
        return
            "\(head)\(subject) \(events) within reach. Of \(BreakMatch.rotations) rotations of the same events along "
            + "the series, \(match.asMany) match as many or more (p \(Wording.fixed(Double(match.asMany + 1) / 1000, 3))): \(chance)."
            + covered + outside
    }

    private static func caution(_ tests: Int) -> String {
        let reach = BreakMatch.reach
        let several =
            tests > 1 ? " Of \(tests) such sentences some may fall below p 0.05 by chance alone." : ""
        return
            "Within reach: \(reach.around) rows on either side of a break, or \(reach.beyond) rows beyond its interval. "
            + "This is nearness in time, no cause; what lies near one break is listed, none of it chosen.\(several)"
    }
}
