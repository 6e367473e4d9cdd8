package import Vocabulary

/// The economies that reports are about: `Config/watch.toml`.
package struct WatchList: Sendable, Hashable {
    /// In the order of reports.
    package var countries: [Country]
    /// Thresholds that `fetch` and reports tell of.
    package var rules: [WatchRule] = []

    /// Economies, and what is told of them.
    package init(countries: [Country], rules: [WatchRule] = []) {
        self.countries = countries
        self.rules = rules
    }

    /// An economy with its currency and what is watched of it.
    package struct Country: Sendable, Hashable {
        /// ISO 3166-1 alpha-2.
        package var code: String
        /// For people.
        package var name: String
        /// ISO 4217.
        package var currency: String
        /// Official and reference rates; the first is the headline.
        package var official: [SeriesKey] = []
        /// Street and black-market rates; the first is the headline.
        package var parallel: [SeriesKey] = []
        /// Tags as the lists print them, or families of `programs.csv` such as `RU.main`.
        package var programmes: [String] = []
        /// Tags of events that concern it besides those that name the country.
        package var tags: [String] = []
        /// Values lost are also counted from here: what people compare with, such as the last day before a war.
        package var baseDay: Day?
        /// What a reader must know before believing a figure.
        package var note = ""
    }

    /// The economy with that ISO 3166-1 code.
    package func country(_ code: String) -> Country? { countries.first { $0.code == code } }

    /// Reads the file strictly. `sources`, `programmes` and `feeds`, where given, are what keys, tags and rules must name.
    package static func decode(
        _ file: ConfigFile, sources: Set<String>? = nil, programmes: Programmes? = nil, feeds: Set<String>? = nil
    ) -> Checked<WatchList> {
        ConfigFile.decode(file) { root in
            var seen: Set<String> = []
            let countries = root.sections("country").compactMap { table -> Country? in
                let country = Country(table, sources, programmes)
                if let code = country?.code, !seen.insert(code).inserted {
                    table.refuse(
                        "code", "the country \(code) stands here for the second time", remedy: "keep one of the two",
                        code: "duplicate_country")
                }
                return country
            }
            let names = WatchNames(
                sources: sources, programmes: programmes, feeds: feeds, countries: Set(countries.map(\.code)))
            var ids: Set<String> = []
            let rules = root.sections("rule").compactMap { table -> WatchRule? in
                let rule = WatchRule(table, names)
                if let id = rule?.id, !ids.insert(id).inserted {
                    table.refuse(
                        "id", "the rule \(id) stands here for the second time", remedy: "give it another id",
                        code: "duplicate_rule")
                }
                return rule
            }
            return WatchList(countries: countries, rules: rules)
        }
    }
}

extension WatchList.Country {
    init?(_ table: Section, _ sources: Set<String>?, _ known: Programmes?) {
        let code = table.required("code", .country)
        let name = table.required("name", .text)
        let currency = table.required("currency", .currency)
        let official = table.list("official", .series, single: true) ?? []
        let parallel = table.list("parallel", .series, single: true) ?? []
        let programmes = table.list("programmes", .text) ?? []
        let tags = table.list("tags", .text) ?? []
        let baseDay = table.value("base_date", .day)
        let note = table.value("note", .prose) ?? ""
        table.close()
        if let sources {
            table.requireSources("official", official, sources)
            table.requireSources("parallel", parallel, sources)
        }
        if let known {
            for programme in programmes where !known.knows(programme) {
                let names = known.families + known.tags
                table.refuse(
                    "programmes", "Config/programs.csv has no tag or family \"\(programme)\"",
                    remedy: "add a row for it\(Suggestion.clause(programme, among: names, quote: "\""))",
                    code: "unknown_programme")
            }
        }
        guard let code, let name, let currency else { return nil }
        self.init(
            code: code, name: name, currency: currency, official: official, parallel: parallel,
            programmes: programmes, tags: tags, baseDay: baseDay, note: note)
    }
}

extension Section {
    /// Notes every key whose source no feed has: it would never get a value.
    func requireSources(_ key: String, _ keys: [SeriesKey], _ sources: Set<String>) {
        for series in keys where !sources.contains(series.source) {
            refuse(
                key, "no feed has the source \"\(series.source)\" of \(series.text)",
                remedy: "sources: \(sources.sorted().joined(separator: ", "))"
                    + Suggestion.clause(series.source, among: sources, quote: "\""),
                code: "unknown_source")
        }
    }
}
