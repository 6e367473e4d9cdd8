package import Vocabulary

/// A threshold of `watch.toml`, told of once when it is passed and not again until it clears.
package struct WatchRule: Sendable, Hashable {
    package enum Condition: Sendable, Hashable {
        /// More than this percentage of value lost over some days.
        case valueLost(SeriesKey, percent: Double, days: Int)
        /// The street rate of a country, ISO 3166-1 alpha-2, more than this percentage above its official one.
        case premium(country: String, percent: Double)
        /// More than this many entries came, or went, over some days: of one list or all, of one programme or family or
        /// all.
        case listings(list: String?, programme: String?, isRemoval: Bool, count: Int, days: Int)
        /// No success of a feed for longer than this.
        case stale(feed: String, Interval)
    }

    /// What messages call it.
    package var id: String
    /// When it holds.
    package var condition: Condition

    /// Whether a report on one country alone has to do with it.
    package func concerns(_ country: WatchList.Country) -> Bool {
        switch condition {
        case .valueLost(let key, _, _): (country.official + country.parallel).contains(key)
        case .premium(let code, _): code == country.code
        case .listings(_, let programme, _, _, _): programme.map { country.programmes.contains($0) } ?? false
        case .stale: true
        }
    }
}

extension WatchRule {
    private static let kinds = ["value_lost", "premium", "additions", "removals", "stale"]

    /// Nil, with a finding, where the table is no rule.
    init?(_ table: Section, _ names: WatchNames) {
        let id = table.required("id", .identifier)
        let given = WatchRule.kinds.filter { table.has($0) }
        guard let kind = given.first, given.count == 1 else {
            table.refuse(
                given.last ?? "id", "a rule has one of the keys \(WatchRule.kinds.joined(separator: ", "))",
                remedy: given.isEmpty ? "add one, such as value_lost = 10" : "write a rule for each", code: "bad_rule")
            return nil
        }
        let condition: Condition?
        switch kind {
        case "value_lost": condition = WatchRule.valueLost(table, names)
        case "premium": condition = WatchRule.premium(table, names)
        case "stale": condition = WatchRule.stale(table, names)
        default: condition = WatchRule.listings(table, kind, names)
        }
        table.close()
        guard let id, let condition else { return nil }
        self.init(id: id, condition: condition)
    }

    private static func valueLost(_ table: Section, _ names: WatchNames) -> Condition? {
        let key = table.required("series", .series)
        let percent = table.required("value_lost", .number(0...100))
        let days = table.value("days", .integer(1...3660)) ?? 7
        guard let key, let percent else { return nil }
        if let sources = names.sources { table.requireSources("series", [key], sources) }
        return .valueLost(key, percent: percent, days: days)
    }

    private static func premium(_ table: Section, _ names: WatchNames) -> Condition? {
        let country = table.required("country", .country)
        let percent = table.required("premium", .number(0...1_000_000))
        guard let country, let percent else { return nil }
        if !names.countries.contains(country) {
            table.refuse(
                "country", "no [[country]] above has the code \(country)", remedy: "watch it, or name another",
                code: "unknown_country")
        }
        return .premium(country: country, percent: percent)
    }

    private static func listings(_ table: Section, _ kind: String, _ names: WatchNames) -> Condition? {
        let count = table.required(kind, .integer(0...1_000_000))
        let list = table.value("list", .identifier)
        let programme = table.value("programme", .text)
        let days = table.value("days", .integer(1...3660)) ?? 7
        if let list { names.requireFeed(list, "list", table) }
        if let programme, let known = names.programmes, !known.knows(programme) {
            table.refuse(
                "programme", "Config/programs.csv has no tag or family \"\(programme)\"", remedy: "add a row for it",
                code: "unknown_programme")
        }
        return count.map {
            .listings(list: list, programme: programme, isRemoval: kind == "removals", count: $0, days: days)
        }
    }

    private static func stale(_ table: Section, _ names: WatchNames) -> Condition? {
        let feed = table.required("feed", .identifier)
        let limit = table.required("stale", .interval)
        guard let feed, let limit else { return nil }
        names.requireFeed(feed, "feed", table)
        return .stale(feed: feed, limit)
    }
}

/// What keys of a rule may name; nil where it could not be read.
struct WatchNames {
    var sources: Set<String>?
    var programmes: Programmes?
    var feeds: Set<String>?
    var countries: Set<String> = []

    func requireFeed(_ id: String, _ key: String, _ table: Section) {
        guard let feeds, !feeds.contains(id) else { return }
        table.refuse(
            key, "there is no feed \(id)",
            remedy: "Config/feeds has a file for each\(Suggestion.clause(id, among: feeds, quote: "\""))",
            code: "unknown_feed")
    }
}
