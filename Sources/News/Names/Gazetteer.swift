package import Configuration

/// The names of places, currencies, bodies and laws, made ready to be found in texts. Built once; safe to share.
package struct Gazetteer: Sendable {
    /// What a phrase of the gazetteer means.
    enum Meaning: Sendable {
        case country(Int, PlaceKind)
        case currency(Int)
        /// A noun that several currencies have.
        case currencyWord(String)
        case body(Int)
        case law(Int)
        /// Something else that holds a country's name.
        case nothing
    }
    enum PlaceKind: String, Sendable { case name, demonym, capital, metonym, city }

    let places: PlaceFile
    let bodies: BodyFile
    let exact: PhraseIndex<Meaning>
    let loose: PhraseIndex<Meaning>
    /// Currencies by their ambiguous nouns.
    let currencyWords: [String: [Int]]
    /// Of each country: what says that its name is something else.
    let against: [Marks]
    private let codes: [String: Int]

    package init(_ places: PlaceFile, _ bodies: BodyFile) {
        self.places = places
        self.bodies = bodies
        var exact = PhraseIndex<Meaning>()
        var loose = PhraseIndex<Meaning>()
        var words: [String: [Int]] = [:]
        for phrase in places.notPlaces { exact.add(phrase, isExact: true, .nothing) }
        for (index, law) in bodies.laws.enumerated() {
            for name in [law.name] + law.aliases { exact.add(name, isExact: true, .law(index)) }
        }
        for (index, body) in bodies.bodies.enumerated() {
            for name in [body.name] + body.aliases { exact.add(name, isExact: true, .body(index)) }
        }
        for (index, country) in places.countries.enumerated() {
            for name in country.names { exact.add(name, isExact: true, .country(index, .name)) }
            for name in country.demonyms { exact.add(name, isExact: true, .country(index, .demonym)) }
            for name in country.capital { exact.add(name, isExact: true, .country(index, .capital)) }
            for name in country.metonyms { exact.add(name, isExact: true, .country(index, .metonym)) }
            for name in country.cities { exact.add(name, isExact: true, .country(index, .city)) }
        }
        for (index, currency) in places.currencies.enumerated() {
            for name in currency.names { loose.add(name, isExact: false, .currency(index)) }
            for word in currency.words { words[word.lowercased(), default: []].append(index) }
        }
        for word in words.keys.sorted() { loose.add(word, isExact: false, .currencyWord(word)) }
        self.exact = exact
        self.loose = loose
        currencyWords = words
        against = places.countries.map { Marks($0.against, isExact: true) }
        codes = Dictionary(
            places.countries.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { a, _ in a })
    }

    func country(_ code: String) -> Int? { codes[code] }
}
