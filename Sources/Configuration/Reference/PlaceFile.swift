internal import Vocabulary

/// Countries and currencies by the names that news gives them: `Config/places.toml`.
package struct PlaceFile: Sendable, Hashable {
    /// In the order of the file.
    package var countries: [Country]
    package var currencies: [Currency]
    /// Phrases that hold a country's name and are something else: Latin American, Washington Post.
    package var notPlaces: [String]

    package struct Country: Sendable, Hashable {
        /// ISO 3166-1 alpha-2.
        package var code: String
        package var names: [String]
        package var demonyms: [String]
        /// Also a name of the government.
        package var capital: [String]
        /// Other names of the government: Kremlin.
        package var metonyms: [String]
        package var cities: [String]
        /// ISO 4217.
        package var currency: [String]
        /// Those of its names that are other words too, and count only beside other evidence.
        package var needsContext: [String]
        /// Phrases around such a name that say it is not the country.
        package var against: [String]
    }

    package struct Currency: Sendable, Hashable {
        /// ISO 4217.
        package var code: String
        /// Phrases that mean no other currency.
        package var names: [String]
        /// Nouns that mean it where one of its countries is what the text is about.
        package var words: [String]
        package var countries: [String]
        /// Whether its nouns mean it where no country of the text has a currency of that name.
        package var isDefault: Bool
    }

    /// Reads the file strictly.
    package static func decode(_ file: ConfigFile) -> Checked<PlaceFile> {
        ConfigFile.decode(file) { root in
            _ = root.required("version", .integer(1...1))
            return PlaceFile(
                countries: root.sections("country").compactMap { Country($0) },
                currencies: root.sections("currency").compactMap { Currency($0) },
                notPlaces: root.list("not_places", .text) ?? [])
        }
    }
}

extension PlaceFile.Country {
    init?(_ table: Section) {
        guard let code = table.required("code", .country), let names = table.list("names", .text) else {
            table.close()
            return nil
        }
        func list(_ key: String) -> [String] { table.list(key, .text) ?? [] }
        self.init(
            code: code, names: names, demonyms: list("demonyms"), capital: list("capital"), metonyms: list("metonyms"),
            cities: list("cities"), currency: table.list("currency", .currency) ?? [],
            needsContext: list("needs_context"),
            against: list("against"))
        table.close()
    }
}

extension PlaceFile.Currency {
    init?(_ table: Section) {
        guard let code = table.required("code", .currency) else {
            table.close()
            return nil
        }
        self.init(
            code: code, names: table.list("names", .text) ?? [], words: table.list("words", .text) ?? [],
            countries: table.list("countries", .country) ?? [],
            isDefault: table.value("default_word", .boolean) ?? false)
        table.close()
    }
}
