internal import Vocabulary

extension Gatekeeper {
    /// When the publisher says the file is of.
    static let dateRules: [Rule] = [
        Rule(
            name: "date_ahead", incident: "a publication of the year 9999, after which every real one would be too old"
        ) { candidate in
            // A day of grace: a publisher may print tomorrow's date in the evening. When an imported file was seen is a
            // person's word, and may be a guess: only what is years ahead is impossible there.
            let grace = candidate.isFetched ? 1 : 3653
            guard let published = candidate.published, let seen = candidate.seen, published > seen + grace,
                published - seen > candidate.known.daysAhead ?? 0
            else { return nil }
            return "published \(published), which is after the \(seen) on which it was seen"
        },
        Rule(name: "date_back", incident: "2026-07-19: the EU list answered 200 with a file six weeks old") {
            candidate in
            guard candidate.isFetched, let now = candidate.published, let before = candidate.previousPublished,
                now < before
            else { return nil }
            return "published \(now), which is before the \(before) of the last good run"
        },
    ]
}
