internal import Vocabulary

extension Gatekeeper {
    /// Whether a source's rates are in the unit and the direction that others print them in.
    static let rateRules: [Rule] = [
        Rule(
            name: "swapped",
            incident: "2026-04-10: an aggregator had a central bank's base and quote swapped, 15,548 rows"
        ) { candidate in
            let swapped = candidate.neighbours.filter(\.isSwapped)
            guard swapped.count >= Neighbour.fewestSwapped, let first = swapped.first else { return nil }
            return "\(swapped.count) rates are what one divided by them is elsewhere, among them \(first.words): "
                + "base and quote swapped?"
        },
        Rule(
            name: "units",
            incident: "2026-01-01: the Syrian pound lost two zeros under its code, each source on its own day"
        ) { candidate in
            let isSwapped = candidate.neighbours.count(where: \.isSwapped) >= Neighbour.fewestSwapped
            let found = candidate.neighbours.filter { $0.power != nil && !(isSwapped && $0.isSwapped) }
            guard let first = found.first else { return nil }
            let words = "\(first.words): \(first.question)"
            return Wording.list([words], most: 1, of: found.count, separator: "; ", what: "such rates")
        },
    ]
}
