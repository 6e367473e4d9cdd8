internal import Configuration

/// Reads quantitative claims about currencies and economies from sentences: subject, verb, percentage.
struct ClaimReader {
    private let passage: Passage
    private let places: Places
    private let gazetteer: Gazetteer
    /// Names and where they stand, for who is speaking.
    private let speakers: [(name: String, range: Range<Int>)]

    init(_ passage: Passage, _ places: Places, _ gazetteer: Gazetteer, speakers: [(name: String, range: Range<Int>)]) {
        self.passage = passage
        self.places = places
        self.gazetteer = gazetteer
        self.speakers = speakers
    }

    func claims() -> [StatedClaim] {
        var claims: [StatedClaim] = []
        for index in passage.words.indices where isPercentage(index) && ["body", "title"].contains(passage.part(index))
        {
            if let claim = claim(at: index), !claims.contains(where: { $0.quote == claim.quote }) {
                claims.append(claim)
            }
        }
        return claims
    }

    private func word(_ index: Int) -> String {
        passage.words.indices.contains(index) ? passage.words[index].lower : ""
    }

    private func byte(after index: Int) -> UInt8 {
        let end = passage.words[index].end
        return end < passage.text.count ? passage.text[end] : 0
    }

    /// `80%`, `80 percent`, `80 per cent`.
    private func isPercentage(_ index: Int) -> Bool {
        guard passage.words[index].text.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return false }
        return byte(after: index) == UInt8(ascii: "%") || word(index + 1) == "percent"
            || word(index + 1) == "per" && word(index + 2) == "cent"
            || word(index + 1) == "pct"
    }

    /// The number that ends there: `12.5`, `1,200`.
    private func number(endingAt index: Int) -> (value: Double, first: Int)? {
        var text = passage.words[index].text
        var first = index
        if index > 0, [46, 44].contains(passage.words[index].mark), !passage.words[index].isApart,
            passage.words[index - 1].text.utf8.allSatisfy({ $0 &- 48 < 10 })
        {
            text = passage.words[index - 1].text + (passage.words[index].mark == 46 ? "." : "") + text
            first = index - 1
        }
        return Double(text).map { ($0, first) }
    }

    private func claim(at index: Int) -> StatedClaim? {
        guard let number = number(endingAt: index) else { return nil }
        let sentence = passage.sentence(index)
        guard let subject = subject(before: number.first, in: sentence),
            let verb = (subject.range.upperBound..<number.first).last(where: { sign(word($0)) != nil }),
            let sign = sign(word(verb))
        else { return nil }
        var end = byte(after: index) == UInt8(ascii: "%") ? index + 1 : word(index + 1) == "per" ? index + 3 : index + 2
        for tail in [
            ["of", "its", "value"], ["of", "their", "value"], ["against", "the", "dollar"], ["to", "the", "dollar"],
            ["against", "the", "euro"], ["in", "value"],
        ]
        where tail.indices.allSatisfy({ word(end + $0) == tail[$0] }) {
            end += tail.count
            break
        }
        let period = period(from: end, in: sentence)
        if let period, period.lowerBound == end { end = period.upperBound }
        let range = subject.range.lowerBound..<end
        var quote = passage.phrase(range)
        if end == index + 1, byte(after: index) == UInt8(ascii: "%") { quote += "%" }
        var claim = StatedClaim(
            quote: quote, number: sign * number.value, unit: "%", subject: subject.name, range: range)
        claim.isImplied = subject.isImplied
        claim.period = period.map { passage.phrase($0) } ?? ""
        claim.speaker = speaker(in: sentence, outside: range)
        return claim
    }

    private struct Subject {
        var name: String
        var isImplied: Bool
        var range: Range<Int>
    }

    /// What the sentence is about before the number: the nearest noun that is one of ours.
    private func subject(before end: Int, in sentence: Range<Int>) -> Subject? {
        for index in (sentence.lowerBound..<end).reversed() {
            let start =
                index > sentence.lowerBound && ["the", "its", "their", "annual", "consumer"].contains(word(index - 1))
                ? index - 1 : index
            if word(index) == "currency" {
                guard let code = implied() else { return nil }
                let first = places.national[index - 1] != nil ? start - 1 : start
                return Subject(
                    name: code, isImplied: places.national[index - 1] == nil,
                    range: max(first, sentence.lowerBound)..<index + 1)
            }
            if let name = ClaimReader.subjects[word(index)] {
                return Subject(name: name, isImplied: false, range: start..<index + 1)
            }
            for match in gazetteer.loose.found(in: Array(passage.words[index..<min(index + 3, end)]))
            where match.range.lowerBound == 0 {
                let range = start..<index + match.range.upperBound
                switch match.meaning {
                case .currency(let number):
                    return Subject(name: gazetteer.places.currencies[number].code, isImplied: false, range: range)
                case .currencyWord(let noun):
                    // "against the dollar" is what it is measured in.
                    guard !["against", "to", "per"].contains(word(start - 1)) else { continue }
                    let codes = (gazetteer.currencyWords[noun] ?? []).map { gazetteer.places.currencies[$0] }
                    if let code = places.countries.lazy.compactMap({ country in
                        codes.first { $0.countries.contains(country) }?.code
                    }).first {
                        return Subject(name: code, isImplied: true, range: range)
                    }
                default: continue
                }
            }
        }
        return nil
    }

    /// The currency of the country that the text is most about.
    private func implied() -> String? {
        guard let country = places.countries.first, let index = gazetteer.country(country) else { return nil }
        return gazetteer.places.countries[index].currency.first
    }

    private func sign(_ verb: String) -> Double? {
        ClaimReader.falls.contains(verb) ? -1 : ClaimReader.rises.contains(verb) ? 1 : nil
    }

    /// `since January`, `in the past year`, `over three months`, `this year`.
    private func period(from end: Int, in sentence: Range<Int>) -> Range<Int>? {
        for index in end..<max(end, min(end + 12, sentence.upperBound)) {
            let units: Set<String> = [
                "year", "years", "month", "months", "week", "weeks", "day", "days", "quarter", "decade",
            ]
            if word(index) == "since" {
                return
                    index..<min(
                        index
                            + (passage.words[min(index + 2, passage.words.count - 1)].text.first?.isNumber ?? false
                                ? 3 : 2),
                        sentence.upperBound)
            }
            if ["this", "last"].contains(word(index)), units.contains(word(index + 1)) { return index..<index + 2 }
            if ["in", "over", "within", "during", "from"].contains(word(index)),
                let unit = (index + 1..<min(index + 6, sentence.upperBound)).first(where: { units.contains(word($0)) })
            {
                return index..<unit + 1
            }
        }
        return nil
    }

    /// The name beside a verb of speech in the sentence.
    private func speaker(in sentence: Range<Int>, outside claim: Range<Int>) -> String {
        for (name, range) in speakers where sentence.overlaps(range) && !claim.overlaps(range) {
            let near = max(sentence.lowerBound, range.lowerBound - 3)..<min(sentence.upperBound, range.upperBound + 10)
            if near.contains(where: { Roles.speech.contains(word($0)) && !claim.contains($0) }) { return name }
            if range.lowerBound >= 2, word(range.lowerBound - 1) == "to", word(range.lowerBound - 2) == "according" {
                return name
            }
        }
        return ""
    }

    private static let subjects = [
        "inflation": "inflation", "gdp": "gdp", "economy": "gdp", "reserves": "reserves", "exports": "exports",
        "imports": "imports",
        "unemployment": "unemployment", "prices": "prices",
    ]
    private static let falls: Set<String> = [
        "lost", "lose", "loses", "losing", "shed", "fell", "fallen", "fall", "falls", "falling", "plunged", "plummeted",
        "dropped", "drop", "slid",
        "slumped", "sank", "sunk", "tumbled", "declined", "crashed", "collapsed", "weakened", "depreciated", "devalued",
        "shrank", "shrunk",
        "contracted", "contract", "down", "weaker", "slipped",
    ]
    private static let rises: Set<String> = [
        "rose", "risen", "rise", "rises", "gained", "gain", "gains", "climbed", "jumped", "surged", "soared", "grew",
        "grown", "grow", "increased",
        "strengthened", "appreciated", "up", "hit", "reached", "topped", "accelerated", "exceeded", "running",
        "recovered", "above", "was", "is",
    ]
}
