internal import Vocabulary

extension [EntryChange] {
    /// More namesakes than this in one step cannot be told apart by a name.
    private static var mostNamesakes: Int { 20 }

    /// An entity that goes and comes in one step under another key is one change, where nobody else could be meant.
    mutating func pairRekeyed() {
        let gone = Dictionary(grouping: indices.filter { self[$0].kind == .removed }) {
            self[$0].before?.namesake ?? ""
        }
        let come = Dictionary(grouping: indices.filter { self[$0].kind == .added || self[$0].kind == .returned }) {
            self[$0].after?.namesake ?? ""
        }
        var former: [Int: Int] = [:]
        for (name, namesakes) in gone {
            var (olds, news) = (namesakes, come[name] ?? [])
            guard Swift.max(olds.count, news.count) <= Self.mostNamesakes else { continue }
            // The same to the letter goes before what only agrees.
            for fits in [{ $0.attributes == $1.attributes }, { $0.isSameEntity(as: $1) }] as [Fit] {
                let pairs = unique(olds, news, fits)
                for (old, new) in pairs { former[new] = old }
                olds.removeAll { old in pairs.contains { $0.old == old } }
                news.removeAll { new in pairs.contains { $0.new == new } }
            }
        }
        for (new, old) in former {
            self[new].kind = .rekeyed
            self[new].formerID = self[old].id
            self[new].before = self[old].before
        }
        let paired = Set(former.values)
        self = enumerated().filter { !paired.contains($0.offset) }.map(\.element)
    }

    private typealias Fit = (Designation, Designation) -> Bool

    /// The pairs in which each fits nobody but the other.
    private func unique(_ olds: [Int], _ news: [Int], _ fits: Fit) -> [(old: Int, new: Int)] {
        let pairs = olds.flatMap { old in
            news.compactMap { new -> (old: Int, new: Int)? in
                guard let before = self[old].before, let after = self[new].after, fits(before, after) else {
                    return nil
                }
                return (old, new)
            }
        }
        return pairs.filter { pair in pairs.count { $0.old == pair.old || $0.new == pair.new } == 1 }
    }
}

extension Designation {
    /// Kind and primary name without case, white space and punctuation: what all names of one entity share.
    fileprivate var namesake: String {
        let scalars = name.lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return "\(kind) " + String(String.UnicodeScalarView(scalars))
    }

    /// Whether a namesake is the same entity: a birth date or an identifier agrees, or a programme does and neither
    /// a birth date nor an identifier of one type says otherwise.
    fileprivate func isSameEntity(as other: Designation) -> Bool {
        let (births, others) = (values(.birthDate), other.values(.birthDate))
        if births.contains(where: { birth in others.contains { birth.hasPrefix($0) || $0.hasPrefix(birth) } }) {
            return true
        }
        let (own, theirs) = (identifiers, other.identifiers)
        if !own.isDisjoint(with: theirs) { return true }
        guard births.isEmpty || others.isEmpty, Set(own.map(\.type)).isDisjoint(with: theirs.map(\.type)) else {
            return false
        }
        return !Set(programmes).isDisjoint(with: other.programmes)
    }

    private struct Identifier: Hashable {
        var type: String
        var value: String
    }
    private var identifiers: Set<Identifier> {
        Set(
            attributes.filter { $0.field == .identifier }
                .map { Identifier(type: $0.qualifiers.first ?? "", value: $0.value) })
    }
}
