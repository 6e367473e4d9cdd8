internal import Formats
internal import Vocabulary

/// Keys for a list that has none (decision 0014).
///
/// The key is made of what makes an entry another one: the regulation's country, the kind, and the name, or a ship's IMO
/// number. What the publisher rewords is not in it: aliases, dates of birth, schedule and item, accents, case, marks,
/// blanks, the order of the names, what stands in parentheses.
struct CanadaKeys {
    /// The elements that the list uses.
    private(set) var names: Set<String> = []

    mutating func all(_ records: XMLRecords) throws -> [String?] {
        var keys: [String] = []
        var marks: [Mark] = []
        for index in records.records.indices {
            let record = CanadaRecord(try records.element(index))
            names.formUnion(record.elementNames)
            keys.append(try CanadaKeys.key(record))
            marks.append(Mark(record))
        }
        return CanadaKeys.apart(keys, marks)
    }

    /// What tells namesakes apart, whatever their order in the file.
    private struct Mark {
        let listed: String
        private let rest: [String]

        init(_ record: CanadaRecord) {
            listed = record["DateOfListing"]
            rest = [
                "DateOfBirthOrShipBuildDate", "LastName", "GivenName", "EntityOrShip", "Schedule", "TitleOrShip",
                "Aliases", "Item",
            ].map { record[$0] }
        }

        static func precedes(_ a: Mark, _ b: Mark) -> Bool {
            ([a.listed] + a.rest).lexicographicallyPrecedes([b.listed] + b.rest)
        }
    }

    /// Empty where the record has no country or name.
    private static func key(_ record: CanadaRecord) throws -> String {
        let country = words(record.country)
        let name = record.kind == "vessel" ? words(record["ShipIMONumber"]) : words(record.name)
        guard !country.isEmpty, !name.isEmpty else { return "" }
        let bytes = Array("\(country)|\(record.kind)|\(name)".utf8)
        return String(try Digest.hexadecimal(Digest.sha256(bytes.span)).prefix(12))
    }

    /// Of records with one key the first listed keeps it, so that a namesake who is added later changes nothing; the
    /// others get the day of their listing, and a number where that is one too.
    private static func apart(_ keys: [String], _ marks: [Mark]) -> [String] {
        var result = keys
        for (key, indices) in Dictionary(grouping: keys.indices, by: { keys[$0] }) where indices.count > 1 {
            let inOrder = indices.sorted { Mark.precedes(marks[$0], marks[$1]) }
            var taken: Set<String> = [key]
            for index in inOrder.dropFirst() where !key.isEmpty {
                let dated = "\(key)-\(marks[index].listed)"
                var name = dated
                var number = 2
                while !taken.insert(name).inserted {
                    name = "\(dated)-\(number)"
                    number += 1
                }
                result[index] = name
            }
        }
        return result
    }

    /// Letters and digits only, lower case, without accents, the words in alphabetical order.
    static func words(_ text: String) -> String {
        let outside = collapsed(withoutParentheses(text))
        let words = (outside.isEmpty ? text : outside).lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.map { String($0.map { plain[$0] ?? $0 }) }.sorted().joined(separator: " ")
    }

    private static func withoutParentheses(_ text: String) -> String {
        var depth = 0
        return String(
            text.filter { character in
                if character == "(" { depth += 1 }
                defer { if character == ")", depth > 0 { depth -= 1 } }
                return depth == 0
            })
    }

    private static let plain: [Character: Character] = {
        var plain: [Character: Character] = [:]
        for group in ["aàáâãäåāăą", "cçćčċ", "dďđ", "eèéêëēėęě", "gğģ", "iìíîïīįı", "lłľļ", "nñńňņ", "oòóôõöøōő"]
            + ["rřŕ", "sśšşș", "tťţț", "uùúûüūůűų", "yýÿ", "zźžż"]
        {
            for letter in group.dropFirst() { plain[letter] = group.first }
        }
        return plain
    }()
}
