internal import Vocabulary

/// Reads the Global Knowledge Graph of GDELT 2.1 (27 columns, GKG Codebook V2.1): articles with a theme of sanctions or
/// of a currency.
enum GDELTKnowledge {
    static let width = 27

    /// Themes that are taken, and the tag that each is besides `gkg:` and its name.
    private static let themes = [
        ("SANCTIONS", "sanctions"), ("ECON_CURRENCY_EXCHANGE_RATE", "currency"), ("ECON_CURRENCY_RESERVES", "currency"),
        ("ECON_CENTRALBANK", "central_bank"),
    ]
    private static let marks = Marks(themes.map(\.0), isExact: true)
    /// Columns, counted from 0.
    private enum Column {
        static let seen = 1, source = 3, address = 4, themes = 7, places = 9, people = 11, bodies = 13, extras = 26
    }

    static func read(_ bytes: [UInt8], _ extractor: Extractor) throws -> [Extraction] {
        var rows = TabRows(bytes)
        var found: [Extraction] = []
        var broken = 0
        while rows.advance() {
            guard rows.columns.count == width else {
                if rows.columns.count > 1 || !rows.columns[0].isEmpty { broken += 1 }
                continue
            }
            guard rows.contains(Column.themes, marks) else { continue }
            let own = Set(rows.text(Column.themes).split(separator: ";").map(String.init))
            let taken = themes.filter { own.contains($0.0) }
            guard !taken.isEmpty else { continue }
            guard let seen = Stamp(gdelt: rows.text(Column.seen)) else {
                broken += 1
                continue
            }
            found.append(extraction(rows, taken, seen: seen, extractor: extractor))
        }
        if broken > 0, found.isEmpty {
            throw Fault(
                "wrong_columns",
                "\(broken) rows without the \(width) columns of GDELT's GKG 2.1, and none of our themes",
                remedy: "The file is cut, or is another of GDELT's.")
        }
        if broken > 0 { found[0].article.notes.append("\(broken) rows of the file cannot be read") }
        return found
    }

    private static func extraction(
        _ rows: TabRows, _ themes: [(String, String)], seen: Stamp, extractor: Extractor
    ) -> Extraction {
        var article = Article()
        let extras = rows.text(Column.extras)
        article.title = Headline.cleaned(Entities.decoded(element("PAGE_TITLE", extras)))
        article.publisher = rows.text(Column.source)
        article.address = rows.text(Column.address)
        article.pageSeen = seen.day
        if let stated = Stamp(gdelt: element("PAGE_PRECISEPUBTIMESTAMP", extras)), stated.day <= seen.day + 1 {
            article.published = FoundDate(
                stated, source: "feed", rule: "GKG PAGE_PRECISEPUBTIMESTAMP", phrase: article.address)
        } else if let day = AddressDate.day(article.address), day <= seen.day + 1 {
            article.published = FoundDate(day: day, source: "url", rule: "the address", phrase: article.address)
        } else {
            article.published = FoundDate(
                seen, source: "feed", rule: "GKG DATE: when GDELT found it", phrase: rows.text(Column.seen))
        }
        // Type#name#country#…: the name ends in that of its country.
        let places = rows.text(Column.places).split(separator: ";").compactMap { place in
            place.split(separator: "#", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
        }
        var named = Article()
        named.title = ([article.title] + places.uniqued()).joined(separator: "; ")
        var found = extractor.extract(named)
        found.article = article
        found.people = names(rows.text(Column.people))
        found.organisations = names(rows.text(Column.bodies))
        let date = article.published
        found.event.date = date?.day ?? seen.day
        (found.event.time, found.event.precision, found.event.dateSource) = (
            date?.instant, date?.precision ?? "day", date?.source ?? "feed"
        )
        (found.event.title, found.event.source, found.event.url) = (article.title, article.publisher, article.address)
        found.event.actors = found.people + found.organisations
        found.event.tags = (themes.map(\.1) + themes.map { "gkg:\($0.0)" }).uniqued()
        found.event.direction = ""
        found.event.confidence =
            date?.source == "url" ? "medium" : date?.rule.hasPrefix("GKG DATE") == true ? "low" : "high"
        found.event.id = found.event.identifier()
        found.laws = []
        found.claims = []
        found.evidence = themes.map {
            Evidence("tags", "gkg:\($0.0)", phrase: $0.0, offset: nil, part: "row", note: "V1THEMES")
        }
        return found
    }

    private static func element(_ name: String, _ extras: String) -> String {
        guard let start = extras.firstRange(of: "<\(name)>"),
            let end = extras[start.upperBound...].firstRange(of: "</\(name)>")
        else { return "" }
        return String(extras[start.upperBound..<end.lowerBound])
    }

    /// GDELT prints names in small letters.
    private static func names(_ list: String) -> [String] {
        list.split(separator: ";").map { name in
            name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
        }.uniqued()
    }
}
