internal import Configuration
internal import Vocabulary

/// The countries and currencies that a text speaks of.
struct Places {
    /// ISO 3166-1 alpha-2, the one named most often first.
    private(set) var countries: [String] = []
    private(set) var currencies: [String] = []
    private(set) var evidence: [Evidence] = []
    /// Words that belong to a name of the gazetteer: no person's name holds them.
    private(set) var taken: Set<Int> = []
    private(set) var bodies: [(body: Int, range: Range<Int>)] = []
    private(set) var laws: [(law: Int, range: Range<Int>)] = []
    /// Words that are a country's name or adjective, with its code.
    private(set) var national: [Int: String] = [:]

    init(_ passage: Passage, _ gazetteer: Gazetteer) {
        let found = gazetteer.exact.found(in: passage.words)
        var mentions: [Int: [(kind: Gazetteer.PlaceKind, range: Range<Int>, isSure: Bool)]] = [:]
        for match in found {
            taken.formUnion(match.range)
            switch match.meaning {
            case .country(let index, let kind):
                let country = gazetteer.places.countries[index]
                let isSure = !country.needsContext.contains(passage.phrase(match.range))
                mentions[index, default: []].append((kind, match.range, isSure))
                national[match.range.lowerBound] = country.code
            case .body(let index):
                bodies.append((index, match.range))
                if let country = gazetteer.country(gazetteer.bodies.bodies[index].country),
                    passage.part(match.range.lowerBound) != "byline"
                {
                    mentions[country, default: []].append(
                        (.metonym, match.range, gazetteer.bodies.bodies[index].kind == "authority"))
                }
            case .law(let index): laws.append((index, match.range))
            case .currency, .currencyWord, .nothing: break
            }
        }
        let money = gazetteer.loose.found(in: passage.words)
        var named: [(code: String, range: Range<Int>)] = []
        for match in money {
            guard case .currency(let index) = match.meaning else { continue }
            named.append((gazetteer.places.currencies[index].code, match.range))
        }
        decide(mentions, passage, gazetteer: gazetteer, currencies: Set(named.map(\.code)))
        // A noun such as pound is the money of the country that the text is most about.
        for match in money {
            guard case .currencyWord(let word) = match.meaning, let code = meaning(word, gazetteer) else { continue }
            named.append((code, match.range))
        }
        // "Against the dollar" says in what the money of the story is measured.
        let defaults = Set(gazetteer.places.currencies.filter(\.isDefault).map(\.code))
        if named.contains(where: { !defaults.contains($0.code) }) {
            named.removeAll { defaults.contains($0.code) && !countries.isEmpty && !isOwn($0.code, gazetteer) }
        }
        for (code, range) in codes(passage, gazetteer) { named.append((code, range)) }
        currencies = named.sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.code).uniqued()
        for code in currencies {
            if let first = named.first(where: { $0.code == code }) {
                evidence.append(passage.evidence("currencies", code, first.range))
            }
        }
    }

    private mutating func decide(
        _ mentions: [Int: [(kind: Gazetteer.PlaceKind, range: Range<Int>, isSure: Bool)]], _ passage: Passage,
        gazetteer: Gazetteer, currencies: Set<String>
    ) {
        var counted: [(code: String, count: Int, first: Int)] = []
        for (index, all) in mentions.sorted(by: { $0.key < $1.key }) {
            let country = gazetteer.places.countries[index]
            var kept = all
            if !all.contains(where: \.isSure) {
                let isAgainst = gazetteer.against[index].occur(in: passage.text)
                guard !isAgainst, !currencies.isDisjoint(with: country.currency) else { continue }
            }
            kept.sort { $0.range.lowerBound < $1.range.lowerBound }
            counted.append((country.code, kept.count, kept[0].range.lowerBound))
            for mention in kept.prefix(3) {
                let note =
                    [.capital, .metonym, .city].contains(mention.kind) ? mention.kind == .city ? "city" : "metonym" : ""
                evidence.append(passage.evidence("countries", country.code, mention.range, note: note))
            }
        }
        countries = counted.sorted { ($1.count, $0.first) < ($0.count, $1.first) }.map(\.code)
    }

    /// Whether it is the money of the country that is named most.
    private func isOwn(_ code: String, _ gazetteer: Gazetteer) -> Bool {
        guard let first = countries.first, let index = gazetteer.country(first) else { return false }
        return gazetteer.places.countries[index].currency.first == code
    }

    private func meaning(_ word: String, _ gazetteer: Gazetteer) -> String? {
        let possible = (gazetteer.currencyWords[word] ?? []).map { gazetteer.places.currencies[$0] }
        for country in countries {
            if let one = possible.first(where: { $0.countries.contains(country) && !$0.isDefault }) { return one.code }
            if possible.contains(where: { $0.isDefault && $0.countries.contains(country) }) { break }
        }
        return possible.first(where: \.isDefault)?.code
    }

    /// Codes such as RUB, where a number or another code stands beside them: TRY and ALL are words.
    private func codes(_ passage: Passage, _ gazetteer: Gazetteer) -> [(String, Range<Int>)] {
        let known = Set(gazetteer.places.currencies.map(\.code))
        func isMoney(_ index: Int) -> Bool {
            guard passage.words.indices.contains(index) else { return false }
            return passage.words[index].text.first?.isNumber ?? false || known.contains(passage.words[index].text)
        }
        return passage.words.indices.filter {
            known.contains(passage.words[$0].text) && (isMoney($0 - 1) || isMoney($0 + 1))
        }
        .map { (passage.words[$0].text, $0..<$0 + 1) }
    }
}
