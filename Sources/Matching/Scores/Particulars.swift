/// What is known of somebody besides the name.
package struct Particulars: Sendable, Hashable {
    /// Days, months or years: `1952-10-07`, `1952-10`, `1952`.
    package var births: [String]
    package var countries: [String]
    package var identifiers: [String]

    package init(births: [String] = [], countries: [String] = [], identifiers: [String] = []) {
        (self.births, self.countries) = (births, countries.map { $0.uppercased() })
        self.identifiers = identifiers.map(Particulars.plain).filter { $0.count >= 4 }
    }

    /// An identifier without spaces, dots and capitals.
    package static func plain(_ identifier: String) -> String {
        String(identifier.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    }

    /// The score of names, raised and lowered by what agrees and what contradicts; and each in words.
    package func judge(_ score: Float, against listed: Particulars) -> (score: Float, why: [String]) {
        if let shared = identifiers.first(where: { listed.identifiers.contains($0) }) {
            return (1, ["identifier \(shared) agrees"])
        }
        // Of two people of one name all but one are somebody else: no name is beyond what a birth date says.
        var odds = min(19, score / max(0.000_1, 1 - score))
        var why: [String] = []
        if !births.isEmpty, !listed.births.isEmpty {
            let nearest = births.flatMap { mine in listed.births.map { Particulars.years(mine, $0) } }.min() ?? 0
            if births.contains(where: { mine in listed.births.contains { $0.hasPrefix(mine) || mine.hasPrefix($0) } }) {
                odds *= 6
                why.append("birth date agrees")
            } else if nearest <= 1 {
                why.append("birth year is near")
            } else {
                odds *= 0.12
                why.append("birth date contradicts: \(listed.births.joined(separator: ", "))")
            }
        }
        if !countries.isEmpty, !listed.countries.isEmpty {
            let agrees = !Set(countries).isDisjoint(with: listed.countries)
            odds *= agrees ? 1.6 : 0.6
            why.append(agrees ? "country agrees" : "country differs: \(listed.countries.joined(separator: ", "))")
        }
        return (odds / (1 + odds), why)
    }

    /// Years between two birth dates, as far as they are printed.
    private static func years(_ one: String, _ other: String) -> Int {
        guard let a = Int(one.prefix(4)), let b = Int(other.prefix(4)) else { return 0 }
        return abs(a - b)
    }
}
