internal import Vocabulary

/// The published series that a rate nobody published is computed from.
enum CrossLegs {
    /// `C/A` and `C/B` for A/B.
    case commonBase(base: SeriesKey, quote: SeriesKey)
    /// `A/C` and `B/C` for A/B.
    case commonQuote(base: SeriesKey, quote: SeriesKey)
    /// `B/A` for A/B.
    case inverse(SeriesKey)

    var keys: [SeriesKey] {
        switch self {
        case .commonBase(let base, let quote), .commonQuote(let base, let quote): [base, quote]
        case .inverse(let key): [key]
        }
    }
}

/// The series of one kind and one source by their currencies: the one place that knows how a cross is found.
struct PairIndex {
    struct Name: Hashable {
        var measure: String
        var source: String
    }

    private var byQuote: [String: [String: SeriesKey]] = [:]
    private var byBase: [String: [String: SeriesKey]] = [:]

    static func all(_ keys: some Sequence<SeriesKey>) -> [Name: PairIndex] {
        var found: [Name: PairIndex] = [:]
        for key in keys {
            guard let pair = key.pair else { continue }
            let name = Name(measure: key.measure, source: key.source)
            found[name, default: PairIndex()].byQuote[pair.quote, default: [:]][pair.base] = key
            found[name, default: PairIndex()].byBase[pair.base, default: [:]][pair.quote] = key
        }
        return found
    }

    /// The published series of a pair.
    subscript(base: String, quote: String) -> SeriesKey? { byQuote[quote]?[base] }

    /// Of several common currencies the first in the alphabet.
    func legs(_ base: String, _ quote: String) -> CrossLegs? {
        if let inverse = self[quote, base] { return .inverse(inverse) }
        func common(_ side: [String: [String: SeriesKey]]) -> (SeriesKey, SeriesKey)? {
            guard let first = side[base], let second = side[quote],
                let code = first.keys.filter({ second[$0] != nil }).min(), let a = first[code], let b = second[code]
            else { return nil }
            return (a, b)
        }
        if let (a, b) = common(byQuote) { return .commonBase(base: a, quote: b) }
        return common(byBase).map { .commonQuote(base: $0, quote: $1) }
    }
}
