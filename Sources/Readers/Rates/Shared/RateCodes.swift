internal import Vocabulary

/// Where a value goes: a series of the collector, or nowhere, and the units that it is printed for.
struct RateTarget {
    /// Nil: the value is left out, as the layout says.
    var index: Int?
    var nominal: Int64 = 1
}

/// What the names in a row stand for.
struct RateCodes {
    private let layout: RateLayout
    private let part: String

    init(_ layout: RateLayout, part: String) {
        self.layout = layout
        self.part = part
    }

    func target(
        base: String?, quote: String?, area: String?, measure: String?, word: String?, in collector: inout RateCollector
    ) throws -> RateTarget {
        guard let measure = try self.measure(measure, word) else { return RateTarget() }
        if let indicator = layout.indicator.name {
            guard let area = try self.area(area) else { return RateTarget() }
            return RateTarget(
                index: collector.index(
                    of: .init(first: area, second: "", measure: layout.measureColumn == nil ? indicator : measure)))
        }
        guard let first = try code(base, layout.currency.baseCode, &collector),
            let second = try code(quote, layout.currency.quoteCode, &collector)
        else {
            return RateTarget()
        }
        // A name may say by itself which way round its quote is.
        let turned = first.quote != nil ? first : second.quote != nil ? second : nil
        let (below, above) = turned.map { ($0.code, $0.quote ?? "") } ?? (first.code, second.code)
        // The price of a currency in itself is no rate.
        guard below != above else { return RateTarget() }
        let units = layout.number.nominals[below] ?? 1
        return RateTarget(
            index: collector.index(
                of: .init(first: below, second: above, measure: first.measure ?? second.measure ?? measure)),
            nominal: Int64(units) * Int64(first.nominal))
    }

    /// Nil: left out.
    private func code(_ text: String?, _ fixed: String?, _ collector: inout RateCollector) throws -> QuotedCode? {
        if text == nil, let fixed { return QuotedCode(code: fixed == "{part}" ? part.uppercased() : fixed) }
        guard let text else { throw Fault("bad_currency", "there is no currency") }
        if let known = layout.codes[text] { return QuotedCode(known) }
        let code = layout.currency.isKnownOnly ? text.uppercased() : text
        if layout.currency.isKnownOnly, !CurrencyCodes.all.contains(code) {
            collector.unknownCodes.insert(text)
            return nil
        }
        guard SeriesKey.isCurrencyCode(code) else {
            throw Fault(
                "bad_currency", "\"\(text.shown)\" is no currency that the feed knows",
                remedy: "If it is a new one of the publisher's, name it under [layout.codes] in the feed file.")
        }
        return QuotedCode(code: code)
    }

    private func area(_ text: String?) throws -> String? {
        if let fixed = layout.indicator.areaCode { return fixed }
        guard let text else { throw Fault("bad_area", "there is no country") }
        if let known = layout.codes[text] { return known.isEmpty ? nil : known }
        guard text.utf8.count == 2, text.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw Fault("bad_area", "\"\(text.shown)\" is no country code of two letters")
        }
        guard Countries.isCode(text) else {
            throw Fault(
                "bad_area", "\"\(text)\" is no country's code in ISO 3166-1",
                remedy: "If it is a group of countries, leave it out: \"\(text)\" = \"\" under [layout.codes].")
        }
        return text
    }

    private func measure(_ fixed: String?, _ word: String?) throws -> String? {
        guard layout.measureColumn != nil || fixed == nil else { return fixed }
        guard let word else { throw Fault("bad_measure", "nothing says which rate it is") }
        guard let known = layout.measures[word] else {
            throw Fault(
                "bad_measure", "\"\(word.shown)\" is no kind of rate that the feed knows",
                remedy: "If it is a new one of the publisher's, name it under [layout.measures] in the feed file.")
        }
        return known.isEmpty ? nil : known
    }
}
