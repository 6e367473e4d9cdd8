extension Wording {
    /// `1 value`, `2 values`, `1,200 entries`.
    package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(whole(number)) \(noun(number, one, many))"
    }

    /// The form of a noun or a verb that goes with a number: `value`, `values`; `is`, `are`.
    package static func noun(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        number == 1 ? one : many ?? plural(one)
    }

    /// `entries`, `stretches`, `days`, `series`.
    static func plural(_ noun: String) -> String {
        if noun.hasSuffix("series") { return noun }
        if ["s", "x", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
        let endsInVowelAndY = ["ay", "ey", "oy", "uy"].contains(where: noun.hasSuffix)
        return noun.hasSuffix("y") && !endsInVowelAndY ? noun.dropLast() + "ies" : noun + "s"
    }

    /// `and 3 more`, `and 3 more lists`; nothing where nothing is left.
    package static func more(_ rest: Int, _ what: String? = nil) -> String {
        rest > 0 ? "and \(whole(rest)) more" + (what.map { " " + $0 } ?? "") : ""
    }

    /// `And 3 more: claims.csv has them all.`; nil where nothing is left.
    package static func more(_ rest: Int, in file: String) -> String? {
        rest > 0 ? "And \(whole(rest)) more: \(file) has them all." : nil
    }

    /// `a, b and 3 more`; `a; b; and 3 more`, for items with commas of their own.
    package static func list(
        _ items: [String], most: Int, of count: Int? = nil, separator: String = ", ", what: String? = nil
    ) -> String {
        let shown = items.prefix(most).joined(separator: separator)
        let rest = more((count ?? items.count) - min(most, items.count), what)
        return rest.isEmpty ? shown : shown + (separator == ", " ? " " : separator) + rest
    }
}

extension Dictionary where Key: Comparable {
    /// The largest count first, equal ones by name.
    package func largestFirst(by count: (Value) -> Int) -> [(key: Key, value: Value)] {
        sorted { (count($1.value), $0.key) < (count($0.value), $1.key) }
    }
}

extension Dictionary where Key: Comparable, Value == Int {
    /// The largest count first, equal ones by name.
    package func largestFirst() -> [(key: Key, value: Int)] { largestFirst { $0 } }
}
