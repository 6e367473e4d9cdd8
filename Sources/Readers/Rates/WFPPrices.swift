internal import Formats
internal import Vocabulary

/// Food prices of the World Food Programme as HDX publishes them for a country; of all commodities the exchange rate
/// on the street, per market and month, dated the 15th.
///
/// Columns by name; the price is units of the local currency for one dollar, whatever `unit` says ("USD/LCU"). Some files
/// have a second row of HXL tags (`#date`). Each market is a series; so are the month's median over its markets, its
/// lowest and highest, how many markets quoted, and how many had quoted by then. The publisher's own `usdprice` rests on another rate,
/// which jumped five-fold in August 2023: it is not read.
enum WFPPrices {
    static let reader = Reader(name: "wfp-csv", version: 1, kind: .rates) { snapshot in
        let bytes = try snapshot.required("main")
        try ReceivedForm.require("CSV", bytes.span)
        var rows = CSVScanner(try StrictText.start(bytes.span)..<bytes.count)
        guard try rows.next(bytes.span) else { throw Fault("empty_file", "the file has no header") }
        let columns = try Columns(rows, bytes.span)
        var collector = RateCollector()
        let bounds = DayBounds(seen: snapshot.seen)
        var months: [String: [Day: [PublishedNumber]]] = [:]
        var firstQuoted: [String: [String: Day]] = [:]
        while try rows.next(bytes.span) {
            func cell(_ name: String) throws -> String {
                try StrictText.string(
                    bytes.span, Whitespace.trimmed(rows.fields[try columns.at(name)].range, bytes.span))
            }
            guard rows.fields.count == columns.count else {
                throw Fault(
                    "wrong_columns", "\(rows.fields.count) columns; the header has \(columns.count)",
                    place: "line \(rows.line)", remedy: "The file is probably cut; fetch it again.")
            }
            if try cell("date").hasPrefix("#") { continue }
            guard try cell("commodity") == "Exchange rate (unofficial)" else { continue }
            let (text, price, currency) = (try cell("date"), try cell("price"), try cell("currency"))
            guard let day = Day(iso: text) else {
                throw Fault("bad_day", "\"\(text)\" is no day", place: "line \(rows.line), column date")
            }
            try bounds.require(day, printed: text, place: "line \(rows.line), column date")
            guard let number = PublishedNumber(printed: price), number.digits > 0 else {
                throw Fault("bad_rate", "\"\(price)\" is no positive rate", place: "line \(rows.line), column price")
            }
            guard SeriesKey.isCurrencyCode(currency), currency != "USD" else {
                throw Fault(
                    "bad_currency", "\"\(currency)\" is no local currency", place: "line \(rows.line), column currency")
            }
            let market = place(try cell("market"))
            collector.add(
                number, on: day,
                to: collector.index(of: .init(first: "USD", second: currency, measure: "parallel@\(market)")))
            months[currency, default: [:]][day, default: []].append(number)
            let earlier = firstQuoted[currency, default: [:]][market] ?? day
            firstQuoted[currency, default: [:]][market] = min(earlier, day)
        }
        for (currency, days) in months {
            for (day, numbers) in days {
                summarise(numbers, of: currency, on: day, in: &collector)
                let known = firstQuoted[currency, default: [:]].values.count { $0 <= day }
                count(known, "markets.known", of: currency, on: day, in: &collector)
            }
        }
        var layout = RateLayout()
        layout.period = .monthly
        layout.units = ["markets": "markets", "markets.known": "markets"]
        var reading = try collector.reading(source: snapshot.source, layout: layout)
        reading.leftovers = columns.strange
        return reading
    }

    /// The month over all of its markets. ISO 4217: the first two letters of a currency are its country's.
    private static func summarise(
        _ numbers: [PublishedNumber], of currency: String, on day: Day, in collector: inout RateCollector
    ) {
        let sorted = numbers.sorted { $0.value < $1.value }
        let middle = sorted.count / 2
        let median = sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1].mean(with: sorted[middle])
        for (measure, value) in [
            ("parallel", median), ("parallel.min", sorted[0]), ("parallel.max", sorted[sorted.count - 1]),
        ] {
            collector.add(
                value, on: day, to: collector.index(of: .init(first: "USD", second: currency, measure: measure)))
        }
        count(numbers.count, "markets", of: currency, on: day, in: &collector)
    }

    private static func count(
        _ count: Int, _ measure: String, of currency: String, on day: Day, in collector: inout RateCollector
    ) {
        collector.add(
            PublishedNumber(digits: Int64(count), decimals: 0), on: day,
            to: collector.index(of: .init(first: String(currency.prefix(2)), second: "", measure: measure)))
    }

    /// A market's name as part of a series key: no blank, colon, comma or slash.
    private static func place(_ name: String) -> String {
        String(name.map { " :,/".contains($0) ? "-" : $0 })
    }

    private struct Columns {
        private var indices: [String: Int] = [:]
        let count: Int
        private(set) var strange: [String: Int] = [:]

        /// Where a market is, what else is sold there and in which kind of shop says nothing about the rate.
        private static let known: Set<String> = [
            "countryiso3", "date", "admin1", "admin2", "market", "market_id", "latitude", "longitude", "category",
            "commodity", "commodity_id", "unit", "priceflag", "pricetype", "currency", "price", "usdprice",
        ]

        init(_ rows: CSVScanner, _ bytes: Span<UInt8>) throws {
            count = rows.fields.count
            for (index, field) in rows.fields.enumerated() {
                let name = try StrictText.string(bytes, Whitespace.trimmed(field.range, bytes))
                if !Columns.known.contains(name) { strange[name] = 1 }
                guard indices.updateValue(index, forKey: name) == nil else {
                    throw Fault("wrong_header", "the column \"\(name)\" stands there twice", place: "line 1")
                }
            }
            for name in ["date", "market", "commodity", "currency", "price"] { _ = try at(name) }
        }

        func at(_ name: String) throws -> Int {
            guard let index = indices[name] else {
                throw Fault(
                    "wrong_columns",
                    "no column \"\(name)\"; there are: \(indices.keys.sorted().joined(separator: ", "))",
                    place: "line 1", remedy: "The publisher may have changed the layout; nothing was changed.")
            }
            return index
        }
    }
}
