internal import Configuration

/// The laws that a text names: those of the gazetteer by any of their names, and acts by their numbers.
package struct Acts {
    package struct Law: Sendable, Hashable {
        package var name: String
        package var phrase: String
        /// What stands for it among an event's programmes.
        package var program: String
        /// yyyy-MM or a day: when the text says that it took effect.
        package var inForce = ""
    }
    private(set) var laws: [(law: Law, range: Range<Int>, about: [String], country: String)] = []

    init(_ passage: Passage, _ places: Places, _ gazetteer: Gazetteer) {
        for (index, range) in places.laws {
            let law = gazetteer.bodies.laws[index]
            add(
                Law(name: law.name, phrase: passage.phrase(range), program: law.program), range, about: law.about,
                country: law.country)
        }
        let words = passage.words
        func lower(_ index: Int) -> String { words.indices.contains(index) ? words[index].lower : "" }
        func number(_ index: Int) -> String? {
            guard words.indices.contains(index), words[index].text.allSatisfy(\.isNumber) else { return nil }
            return words[index].text
        }
        for index in words.indices {
            switch words[index].lower {
            case "executive":
                if lower(index + 1) == "order",
                    let order = number(index + 2) ?? (lower(index + 2) == "no" ? number(index + 3) : nil),
                    order.utf8.count == 5
                {
                    let end = number(index + 2) == nil ? index + 4 : index + 3
                    add(
                        Law(
                            name: "Executive Order \(order)", phrase: passage.phrase(index..<end), program: "EO\(order)"
                        ), index..<end, about: [], country: "US")
                }
            case "resolution":
                if let one = number(index + 1), let value = Int(one), (100...3000).contains(value), index > 0,
                    ["council", "un", "unsc"].contains(lower(index - 1)) || places.taken.contains(index - 1)
                {
                    add(
                        Law(
                            name: "UN Security Council resolution \(one)", phrase: passage.phrase(index..<index + 2),
                            program: "UNSCR\(one)"), index..<index + 2, about: [], country: "")
                }
            case "regulation", "decision":
                let isRegulation = lower(index) == "regulation"
                let near = index + 1..<min(index + 6, words.count)
                guard near.contains(where: { ["eu", "ec", "cfsp"].contains(lower($0)) }),
                    let first = near.first(where: { number($0) != nil }), let a = number(first),
                    let b = number(first + 1), words[first + 1].mark == 47
                else { continue }
                // Until 2014 regulations were numbered number/year, since then year/number.
                let (year, serial) =
                    a.utf8.count == 4 && (1990...2100).contains(Int(a) ?? 0)
                        && !(b.utf8.count == 4 && isRegulation && (Int(b) ?? 0) < 2015 && (Int(b) ?? 0) > 1990)
                    ? (a, b) : (b, a)
                add(
                    Law(
                        name: passage.phrase(index..<first + 2), phrase: passage.phrase(index..<first + 2),
                        program: "EU\(year)/\(serial)"), index..<first + 2, about: [], country: "EU")
            default: continue
            }
        }
        laws.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func add(_ law: Law, _ range: Range<Int>, about: [String], country: String) {
        guard !laws.contains(where: { $0.law.name == law.name }) else { return }
        laws.append((law, range, about, country))
    }

    mutating func setInForce(_ index: Int, _ value: String) { laws[index].law.inForce = value }
}
