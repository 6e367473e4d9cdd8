/// Compares names. It keeps what a comparison needs from one to the next, and so belongs to one thread.
package final class NameMatcher {
    private let transliteration = Transliteration()
    private var alignment = Alignment()
    /// How many listed names have each word; nil: no list was read.
    package let rarity: WordRarity?

    package init(rarity: WordRarity? = nil) { self.rarity = rarity }

    package func parse(_ name: String, kind: NameKind = .unknown) -> ParsedName {
        ParsedName(name, kind: kind, transliteration, rarity: rarity)
    }

    /// The probability that two names are of one thing, by the names alone: from 0 to 1.
    package func score(_ asked: ParsedName, _ listed: ParsedName) -> Float {
        Calibration.probability(evidence(asked, listed).total)
    }

    /// What speaks for and against it, word by word.
    package func evidence(_ asked: ParsedName, _ listed: ParsedName) -> NameEvidence {
        guard asked.kind.agrees(with: listed.kind), !asked.isEmpty, !listed.isEmpty else { return NameEvidence() }
        alignment.align(asked, listed)
        return NameEvidence(asked, listed, alignment)
    }
}

/// A comparison of two names: which words match, what is left over, and the sum of it.
package struct NameEvidence: Sendable {
    package var matches: [WordMatch] = []
    /// From 0, nothing in common, to 1, the same in every letter.
    package var total: Float = 0
    /// What forbids a higher score; nil: nothing.
    package var limit: Limit?

    package enum Limit: String, Sendable {
        case numbers = "the numbers differ"
        case number = "one has a number"
        case oneWord = "one word only"
        case generations = "one is the elder, one the younger"
        case generic = "what they share is generic"
        case forms = "the legal forms differ"
    }

    init() {}

    init(_ asked: ParsedName, _ listed: ParsedName, _ alignment: Alignment) {
        matches = alignment.matches
        let isPerson =
            asked.kind == .person || listed.kind == .person
            || (asked.kind == .unknown && listed.kind == .unknown)
        let isCraft = asked.kind == .craft || listed.kind == .craft
        var sum = Sum()
        for match in matches { sum.add(match, asked, listed) }
        var left = Leftover()
        for index in asked.words.indices where !alignment.isAskedTaken[index] { left.asked(asked.words[index]) }
        for index in listed.words.indices where !alignment.isListedTaken[index] { left.listed(listed.words[index]) }
        // A name in front of all that is shared is another person's: the son of the one.
        let isLed =
            isPerson
            && (NameEvidence.isLed(asked, alignment.isAskedTaken) != NameEvidence.isLed(listed, alignment.isListedTaken))
        if asked.sound != 0, asked.sound == listed.sound, asked.numbers == listed.numbers {
            // The same letters, parted into words in another way.
            total = max(0.9, min(0.97, sum.matched / (max(asked.weight, listed.weight) + 0.01)))
            return
        }
        guard sum.matched > 0 else { return }

        let conflict = min(left.askedWeight, left.listedWeight)
        let extra = max(left.askedWeight, left.listedWeight) - conflict
        let isSubset = left.askedWeight == 0 || left.listedWeight == 0
        // What is left over on both sides contradicts; on one side it may have been left out.
        var against =
            Weights.conflict * conflict
            + (isCraft ? Weights.craftExtra : isPerson ? Weights.extra : Weights.organisationExtra) * extra
        // Where every word has its like, a slip is a slip; where words are missing as well, doubts add up.
        let doubts = conflict + extra > 0.01 ? Weights.partial : Weights.whole
        against += doubts.unlike * sum.unlike
        if isLed { against += Weights.led * min(extra, 1) }
        if extra > 0.2 || conflict > 0 || sum.unlike > 0 {
            against += doubts.doubt
            // What is not quite the same must be rare to convince.
            if isPerson { against += doubts.common * max(0, Weights.rare - sum.matched) }
        }
        if left.askedForm != 0, left.listedForm != 0 { against += Weights.forms }
        total = sum.matched / (sum.matched + against)
        if sum.swaps, !isPerson { total *= 0.97 }
        cap(sum, left, asked, listed, isPerson: isPerson, isSubset: isSubset)
        // Within what is surely the same, more evidence is more certain.
        total -= 0.02 / (1 + sum.matched)
    }

    private static func isLed(_ name: ParsedName, _ isTaken: [Bool]) -> Bool {
        guard let first = name.words.indices.first(where: { name.words[$0].isDistinctive }) else { return false }
        return !isTaken[first] && name.words[first].role == .name
    }

    private mutating func cap(
        _ sum: Sum, _ left: Leftover, _ asked: ParsedName, _ listed: ParsedName, isPerson: Bool, isSubset: Bool
    ) {
        func limit(_ most: Float, _ reason: Limit) {
            if total > most { (total, self.limit) = (most, reason) }
        }
        if left.askedNumbers > 0 && left.listedNumbers > 0 { limit(0.3, .numbers) }
        if left.askedNumbers + left.listedNumbers > 0, !isPerson || sum.words < 2 { limit(0.5, .number) }
        if left.askedNumbers + left.listedNumbers > 0, isPerson { limit(0.62, .number) }
        if left.generations == 2 { limit(0.4, .generations) }
        if left.generations == 1 { total *= 0.9 }
        let most = max(asked.distinctive, listed.distinctive)
        if most > 0, sum.distinctive == 0 { limit(0.3, .generic) }
        if sum.distinctive == 1, sum.initials == 0, most > 1 { limit(isPerson ? 0.5 : 0.72, .oneWord) }
        if sum.distinctive <= 1, sum.initials > 0, sum.words < 2 { limit(0.55, .oneWord) }
        if sum.distinctive == 1, most == 1, sum.least < 0.9, min(asked.words.count, listed.words.count) == 1 {
            limit(0.68, .oneWord)
        }
        if left.askedForm != 0, left.listedForm != 0 { limit(0.8, .forms) }
    }

    /// What the words that match add up to.
    private struct Sum {
        var matched: Float = 0
        /// How far the matched words are from being the same.
        var unlike: Float = 0
        var words = 0
        var distinctive = 0
        var initials = 0
        var least: Float = 1
        var swaps = false
        private var last = -1

        mutating func add(_ match: WordMatch, _ asked: ParsedName, _ listed: ParsedName) {
            let (a, b) = (asked.words[match.asked], listed.words[match.listed])
            let (x, y) = (a.reduce(0) { $0 + $1.weight }, b.reduce(0) { $0 + $1.weight })
            // An initial says no more than an initial does.
            let weight = match.isInitial ? min(x, y) : (x + y) / 2
            guard weight > 0 else { return }
            matched += weight * match.alike
            unlike += weight * (1 - match.alike)
            words += max(a.count, b.count)
            if match.isInitial { initials += 1 }
            if match.isAcronym {
                (matched, distinctive, words) = (max(x, y) * match.alike, 2, 2)
                return
            }
            if a.contains(where: \.isDistinctive) || b.contains(where: \.isDistinctive) {
                distinctive += match.isInitial ? 0 : max(a.count, b.count)
                least = min(least, match.alike)
            }
        }
    }

    /// What nothing stands for on the other side.
    private struct Leftover {
        var askedWeight: Float = 0
        var listedWeight: Float = 0
        var askedNumbers = 0
        var listedNumbers = 0
        var askedForm: UInt16 = 0
        var listedForm: UInt16 = 0
        var generations = 0

        mutating func asked(_ word: NameWord) {
            switch word.role {
            case .number: askedNumbers += 1
            case .generation: generations += 1
            case .legalForm: askedForm = word.meaning
            default: askedWeight += word.weight
            }
        }

        mutating func listed(_ word: NameWord) {
            switch word.role {
            case .number: listedNumbers += 1
            case .generation: generations += 1
            case .legalForm: listedForm = word.meaning
            default: listedWeight += word.weight
            }
        }
    }
}

/// How much each kind of evidence weighs; fitted on the bench (Benchmarks/names).
enum Weights {
    static let conflict: Float = 1.5
    static let extra: Float = 0.42
    static let organisationExtra: Float = 0.5
    static let craftExtra: Float = 1
    static let whole: (unlike: Float, doubt: Float, common: Float) = (1.4, 0.28, 0.5)
    static let partial: (unlike: Float, doubt: Float, common: Float) = (2.2, 0.42, 1.2)
    static let rare: Float = 1.7
    static let forms: Float = 0.15
    static let led: Float = 0.7
}
