internal import Configuration
internal import Vocabulary

/// The organisations that a text names: those of the gazetteer, and those that their names say are one.
struct Organisations {
    private(set) var found: [(name: String, range: Range<Int>)] = []
    private(set) var taken: Set<Int> = []

    init(_ passage: Passage, _ places: Places, _ gazetteer: Gazetteer, publisher: String) {
        for (index, range) in places.bodies {
            found.append((gazetteer.bodies.bodies[index].name, range))
        }
        let words = passage.words
        for start in words.indices {
            let nationality = places.national[start]
            if nationality != nil, let end = ministry(words, start + 1) ?? press(words, start + 1) {
                found.append((passage.phrase(start..<end), start..<end))
            } else if let end = named(words, start, places.taken) {
                found.append((passage.phrase(start..<end), start..<end))
            }
        }
        for match in found { taken.formUnion(match.range) }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        found = found.uniqued { $0.name.lowercased() }.filter { $0.name != publisher }
    }

    /// After a nationality: Foreign Ministry, Central Bank, Ministry of Finance.
    private func ministry(_ words: [Word], _ start: Int) -> Int? {
        var index = start
        guard index < words.count, words[index].mark == 32 else { return nil }
        if words[index].text == "Ministry", index + 2 < words.count, words[index + 1].lower == "of",
            words[index + 2].isCapital
        {
            return index + 3
        }
        while index < words.count, index - start < 4, words[index].isCapital,
            words[index].mark == 32 || words[index].mark == 45
        {
            if ["Ministry", "Parliament", "Treasury", "Bank"].contains(words[index].text),
                index > start || words[index].text != "Bank"
            {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    /// After a nationality: state television, state media, news agency.
    private func press(_ words: [Word], _ start: Int) -> Int? {
        guard start + 1 < words.count, words[start].mark == 32, words[start + 1].mark == 32 else { return nil }
        let pair = (words[start].lower, words[start + 1].lower)
        switch pair {
        case ("state", "television"), ("state", "tv"), ("state", "media"), ("state", "radio"), ("state", "broadcaster"),
            ("news", "agency"),
            ("public", "broadcaster"):
            return start + 2
        case ("state", "news") where start + 2 < words.count && words[start + 2].lower == "agency": return start + 3
        default: return nil
        }
    }

    /// Words with capitals of which the last says what it is: Promsvyaz Bank, Ministry of Oil.
    private func named(_ words: [Word], _ start: Int, _ taken: Set<Int>) -> Int? {
        let first = words[start]
        guard first.isCapital, !taken.contains(start), !first.startsSentence || first.text != "The" else { return nil }
        if first.text == "Ministry", start + 2 < words.count, words[start + 1].lower == "of", words[start + 2].isCapital
        {
            return start + 3
        }
        if start > 0, words[start - 1].isCapital, first.mark == 32, !first.startsSentence { return nil }
        var index = start
        var end: Int?
        while index < words.count, index - start < 6, words[index].isCapital, index == start || words[index].mark == 32,
            !taken.contains(index)
        {
            if index > start, Organisations.kinds.contains(words[index].text),
                !Roles.never.contains(first.lower) || first.lower == "national"
            {
                end = index + 1
            }
            index += 1
        }
        return end
    }

    private static let kinds: Set<String> = [
        "Bank", "Corporation", "Corp", "Company", "Group", "Holding", "Holdings", "Institute", "University", "Ministry",
        "Agency", "Party",
        "Foundation", "Council", "Committee", "Commission", "Airlines", "Organization", "Organisation", "Centre",
        "Center", "Association", "Federation",
        "Authority", "Fund", "Front", "Exchange", "Court", "Industries", "Ltd", "LLC", "Inc", "Partners", "Capital",
        "Securities", "Research",
    ]
}
