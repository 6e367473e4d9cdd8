internal import Vocabulary

/// Reads a claim from an English sentence.
package enum ClaimSentence {
    /// The forms that are understood, for whoever wrote another one.
    package static let forms = """
        Understood are: lost (fell, plunged, depreciated by) 80 % of its value; the rate rose (is up) 30 %; halved; fell \
        to a third; lost three quarters; 5 times weaker; tenfold; from 47 to 230 per dollar.
        """

    /// A fault of usage where there is no figure.
    package static func read(_ sentence: String) throws -> Claim {
        let tokens = ClaimToken.tokens(sentence)
        if let verb = tokens.compactMap(\.word).first(where: { gains.contains($0) }) {
            throw Fault(
                "usage", "“\(sentence)” tells of a gain in value (“\(verb)”)",
                remedy: "Only losses of value and rises of the rate are tested. \(forms)")
        }
        var claim = Claim()
        claim.rates = rates(tokens)
        claim.figure = percentage(tokens) ?? fraction(tokens) ?? multiple(tokens)
        claim.furtherFigures = max(0, tokens.indices.count { isPercentage(tokens, $0) } - 1)
        (claim.period, claim.unreadPeriod) = ClaimPeriod.read(tokens)
        guard claim.figure != nil || claim.rates != nil else {
            throw Fault("usage", "“\(sentence)” holds no figure that is understood", remedy: forms)
        }
        if let figure = claim.figure, !(figure.percent > 0) {
            throw Fault("usage", "“\(sentence)” states no change", remedy: forms)
        }
        return claim
    }

    private static let fallen: Set<String> = [
        "lost", "lose", "loses", "losing", "loss", "shed", "fell", "fall", "falls", "fallen", "plunged", "plunge",
        "plummeted", "dropped", "drop", "slid", "slumped", "slump", "sank", "tumbled", "declined", "decline", "crashed",
        "collapsed", "collapse", "weakened", "weaker", "depreciated", "depreciation", "devalued", "devaluation",
        "wiped", "erased", "down", "cheaper", "worth",
    ]
    private static let risen: Set<String> = [
        "rose", "rise", "rises", "risen", "up", "increased", "increase", "climbed", "jumped", "surged", "soared",
        "higher", "dearer",
    ]
    /// Read as a loss or as a rise of the rate they would say the opposite.
    private static let gains: Set<String> = [
        "gained", "gain", "gains", "regained", "strengthened", "stronger", "appreciated", "appreciation", "recovered",
    ]

    private static func isPercentage(_ tokens: [ClaimToken], _ index: Int) -> Bool {
        tokens[index].number != nil && index + 1 < tokens.count && tokens[index + 1] == .percent
    }

    /// What the nearest verb says: before the figure, else after it. Of a currency a bare figure is a loss.
    private static func measure(_ tokens: [ClaimToken], at index: Int) -> Claim.Measure {
        let near = Array(tokens[..<index].reversed()) + Array(tokens[index...])
        for token in near {
            guard let word = token.word else { continue }
            if fallen.contains(word) { return .valueLost }
            if risen.contains(word) { return .rateChange }
        }
        return .valueLost
    }

    private static func percentage(_ tokens: [ClaimToken]) -> Claim.Figure? {
        guard let index = tokens.indices.first(where: { isPercentage(tokens, $0) }), let value = tokens[index].number
        else { return nil }
        let measure = measure(tokens, at: index)
        // “Fell to 20 % of its value” tells what is left.
        let isRemainder = index > 0 && tokens[index - 1] == .word("to") && measure == .valueLost && value < 100
        return Claim.Figure(measure, isRemainder ? 100 - value : value)
    }

    private static let parts: [String: Double] = [
        "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8,
        "ninth": 9, "tenth": 10, "hundredth": 100,
    ]

    private static let ordinals: Set<String> = ["the", "last", "past", "this", "first", "second", "each", "every"]

    private static func fraction(_ tokens: [ClaimToken]) -> Claim.Figure? {
        if tokens.contains(.word("halved")) { return Claim.Figure(.valueLost, 50, isPercentage: false) }
        for (index, token) in tokens.enumerated() {
            guard let word = token.word,
                let part = parts[word] ?? parts[String(word.dropLast(word.hasSuffix("s") ? 1 : 0))]
            else { continue }
            // “The last quarter” is a time and “the third time” a place in a row.
            if index > 0, let before = tokens[index - 1].word, ordinals.contains(before) { continue }
            var start = index
            var count = 1.0
            if start > 0, let value = tokens[start - 1].number {
                count = value
                start -= 1
            }
            while start > 0, ["a", "an", "about", "almost", "nearly", "just"].contains(tokens[start - 1].word) {
                start -= 1
            }
            let share = 100 * count / part
            let measure = measure(tokens, at: start)
            guard share < 100 else { continue }
            let isRemainder = start > 0 && tokens[start - 1] == .word("to") && measure == .valueLost
            return Claim.Figure(measure, isRemainder ? 100 - share : share, isPercentage: false)
        }
        return nil
    }

    private static let multiples: [String: Double] = ["doubled": 2, "trebled": 3, "tripled": 3, "quadrupled": 4]

    private static func multiple(_ tokens: [ClaimToken]) -> Claim.Figure? {
        for (index, token) in tokens.enumerated() {
            if let word = token.word, let times = multiples[word] {
                return Claim.Figure(.rateChange, 100 * (times - 1), isPercentage: false)
            }
            guard let times = token.number, times > 1, index + 1 < tokens.count,
                [.word("times"), .word("fold"), .word("x")].contains(tokens[index + 1])
            else { continue }
            switch measure(tokens, at: index) {
            case .valueLost: return Claim.Figure(.valueLost, 100 * (1 - 1 / times), isPercentage: false)
            case .rateChange: return Claim.Figure(.rateChange, 100 * (times - 1), isPercentage: false)
            }
        }
        return nil
    }

    /// “From 47 to 230”, a few words in between; years are a period and no rates.
    private static func rates(_ tokens: [ClaimToken]) -> Claim.Rates? {
        for (index, token) in tokens.enumerated() where token == .word("from") {
            let rest = tokens[(index + 1)...].prefix(8)
            guard let s0 = rest.first?.number, let to = rest.firstIndex(of: .word("to")), to + 1 < tokens.count,
                let s1 = tokens[to + 1].number, s0 > 0, s1 > 0
            else { continue }
            let isPercentage = isPercentage(tokens, index + 1) || isPercentage(tokens, to + 1)
            let years = 1900.0...2100
            let isYears =
                years.contains(s0) && years.contains(s1)
                && !tokens[(to + 1)...].contains { ["per", "dollar", "euro", "dollars"].contains($0.word) }
            if !isPercentage, !isYears { return Claim.Rates(s0: s0, s1: s1) }
        }
        return nil
    }
}
