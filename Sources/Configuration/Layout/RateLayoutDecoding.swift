internal import Formats
internal import Vocabulary

extension RateLayout {
    /// Reads the table `[layout]` of a feed file; nil where there is none.
    static func decode(_ feed: Section, reader: String?) -> RateLayout? {
        guard let table = feed.section("layout", moved: MovedWords(places: placesOfOldWords)) else { return nil }
        var layout = RateLayout()
        let words =
            Array(placesOfOldWords.values) + [
                "number.power", "number.nominal_default", "where.comment", "where.arrays", "where.page", "where.pages",
                "day.calendar", "day.pivot", "day.columns", "day.published",
            ]
        func group(_ name: String, _ read: (Section) -> Void) {
            guard let group = table.section(name) else { return }
            read(group)
            group.close(elsewhere: words)
        }
        group("where") { layout.where.read($0) }
        group("day") { layout.day.read($0) }
        group("currency") { layout.currency.read($0) }
        group("indicator") { layout.indicator.read($0) }
        group("number") { layout.number.read($0) }
        layout.readMeanings(table)
        layout.check(table, reader: reader)
        table.close(elsewhere: words)
        return layout
    }

    /// Before there were groups all words stood in `[layout]` itself.
    private static let placesOfOldWords = [
        "records": "where.records", "root": "where.root", "members": "where.members", "unwrap": "where.unwrap",
        "header": "where.header", "title": "where.title", "table": "where.table", "separator": "where.separator",
        "encoding": "where.encoding", "day": "day.column", "day_form": "day.form", "day_input": "day.input",
        "day_seen": "day.seen", "day_columns": "day.in_header", "last_of_day": "day.last",
        "offset_minutes": "day.offset_minutes", "base": "currency.base", "base_code": "currency.base_code",
        "quote": "currency.quote", "quote_code": "currency.quote_code", "known_only": "currency.known_only",
        "indicator": "indicator.name", "area": "indicator.area", "area_code": "indicator.area_code",
        "decimal": "number.decimal", "thousands": "number.thousands", "absent": "number.absent",
        "zero_absent": "number.zero_absent", "factor": "number.factor", "nominal": "number.nominal",
        "nominals": "number.nominals",
    ]

    private mutating func readMeanings(_ table: Section) {
        let isRate = indicator.name == nil
        values = table.names("values", isRate ? .rateMeasure : .measure)
        measure = table.value("measure", .rateMeasure)
        measureColumn = table.value("measure_column", .text)
        measures = table.names("measures", .orNothing(isRate ? .rateMeasure : .measure))
        columns = table.value("columns", .columnPattern)
        for (name, parts) in table.section("mids")?.namedLists(
            "a measure", isName: { !$0.isEmpty }, Form<String>.rateMeasure) ?? []
        {
            mids[name] = parts
        }
        codes = table.names("codes", isRate ? .quotedCode : .orNothing(.country))
        unit = table.value("unit", .text)
        units = table.names("units", .text)
        period = table.value("period", Form(Period.allCases.map(\.rawValue)) { Period(rawValue: $0) })
        only = table.names("only", .text)
        must = table.names("must", .text)
        ignore = table.list("ignore", .text, single: true) ?? []
    }
}

extension RateLayout.Where {
    fileprivate mutating func read(_ table: Section) {
        records = table.list("records", .optionalText, single: true) ?? []
        root = table.value("root", .text)
        hasMembers = table.value("members", .boolean) ?? false
        unwrap = table.value(
            "unwrap",
            Form(
                "\"outer/element\", whose text is the document",
                text: {
                    $0.split(separator: "/", omittingEmptySubsequences: false).map(\.count).allSatisfy { $0 > 0 }
                        && $0.count(where: { $0 == "/" }) == 1 ? $0 : nil
                }))
        header = table.value("header", .text)
        title = table.value("title", .text)
        comment = table.value("comment", .text)
        arrays = table.list("arrays", .text)
        page = table.value("page", .text)
        pages = table.value("pages", .text)
        self.table = table.value("table", .integer(1...100))
        separator = table.value("separator", .separator)
        encoding = table.value(
            "encoding",
            Form(
                "an encoding that iconv knows, such as \"windows-1251\"",
                text: { (try? LegacyText.utf8([UInt8]().span, from: $0)) == nil ? nil : $0 }))
    }
}

extension RateLayout.DayOfValue {
    fileprivate mutating func read(_ table: Section) {
        column = table.value("column", .text)
        form = table.value("form", .dayForm)
        input = table.value("input", .text)
        isSeen = table.value("seen", .boolean) ?? false
        isInHeader = table.value("in_header", .boolean) ?? false
        isLast = table.value("last", .boolean) ?? false
        offsetMinutes = table.value("offset_minutes", .integer(-840...840))
        calendar = table.value(
            "calendar",
            Form(RateLayout.OtherCalendarName.allCases.map(\.rawValue)) { RateLayout.OtherCalendarName(rawValue: $0) })
        pivot = table.value("pivot", .integer(1800...2100))
        columns = table.list("columns", .text)
        published = table.value("published", .text)
    }
}

extension RateLayout.Currency {
    fileprivate mutating func read(_ table: Section) {
        base = table.value("base", .text)
        baseCode = table.value("base_code", .codeOrPart)
        quote = table.value("quote", .text)
        quoteCode = table.value("quote_code", .codeOrPart)
        isKnownOnly = table.value("known_only", .boolean) ?? false
    }
}

extension RateLayout.Indicator {
    fileprivate mutating func read(_ table: Section) {
        name = table.value("name", .measure)
        area = table.value("area", .text)
        areaCode = table.value("area_code", .country)
    }
}

extension RateLayout.Number {
    fileprivate mutating func read(_ table: Section) {
        decimal = table.value("decimal", .mark)
        thousands = table.value("thousands", .mark)
        absent = table.list("absent", .text, single: true) ?? []
        isZeroAbsent = table.value("zero_absent", .boolean) ?? false
        factor = table.value(
            "factor",
            Form("10, 100, 1000 or another power of ten") { node in
                guard case .integer(let value) = node.content else { return .wrongType }
                return String(value).first == "1" && String(value).dropFirst().allSatisfy { $0 == "0" }
                    ? .value(Int(value)) : .refused("")
            })
        nominal = table.value("nominal", .text)
        nominalDefault = table.value("nominal_default", .integer(1...1_000_000_000))
        nominals = table.names("nominals", .integer(1...1_000_000_000), isName: { SeriesKey.isCurrencyCode($0) })
        power = table.value("power", .text)
        if NumberForm(decimal: decimal ?? ".", thousands: thousands) == nil {
            table.refuse("thousands", "`thousands` and `decimal` are the same mark", remedy: "give each its own")
        }
    }
}

extension Section {
    /// A table whose keys are names of the publisher's.
    fileprivate func names<Value>(
        _ key: String, _ form: Form<Value>, isName: ((String) -> Bool)? = nil
    ) -> [String: Value] {
        guard let table = section(key) else { return [:] }
        let pairs = table.named(
            isName == nil ? "any text" : "a currency code such as \"RUB\"", isName: isName ?? { !$0.isEmpty }, form)
        return Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
    }
}

extension Form<String> {
    fileprivate static var mark: Form {
        Form(
            "one mark of ASCII that stands in no number by itself, such as \",\" or a blank",
            text: { $0.utf8.count == 1 && $0.utf8.allSatisfy { " ,.'_;:/|`~^*".utf8.contains($0) } ? $0 : nil })
    }
    fileprivate static var separator: Form {
        Form(
            "one mark of ASCII, such as \";\" or \"\\t\"",
            text: { $0.utf8.count == 1 && $0.utf8.allSatisfy { "\t ,;:|~^/!#&".utf8.contains($0) } ? $0 : nil })
    }
    /// A form, or "" where what it stands for is left out.
    fileprivate static func orNothing(_ form: Form) -> Form {
        Form("\(form.expected); or \"\" to leave it out") { node in
            if case .text("") = node.content { .value("") } else { form.read(node) }
        }
    }
    fileprivate static var dayForm: Form {
        Form(
            "a form of days such as \"dd.MM.yyyy\", or iso-time, period, unix, unix-ms",
            text: { text in
                var conventions = DayForm.Conventions()
                conventions.pivot = 1970
                return DayForm(text, conventions) == nil ? nil : text
            })
    }
    fileprivate static var codeOrPart: Form {
        Form(
            "a currency code such as \"RUB\", or \"{part}\" for the part's own name",
            text: { SeriesKey.isCurrencyCode($0) || $0 == "{part}" ? $0 : nil })
    }
    /// The middle of a series key, of a rate or of an indicator.
    fileprivate static var measure: Form {
        Form(
            "a name of a-z, 0-9, _ and points, and @ before a place",
            text: { SeriesKey("XX:\($0):a") == nil || $0.utf8.contains(32) ? nil : $0 })
    }
    fileprivate static var rateMeasure: Form {
        Form(
            "a kind (\(SeriesKey.kinds.sorted().joined(separator: ", "))), with .variant and @place where needed",
            text: { SeriesKey("AAA/BBB:\($0):a") == nil ? nil : $0 })
    }
    fileprivate static var quotedCode: Form {
        Form(
            "\"[QUOTE per ][N ]BASE[:measure]\" such as \"10 IRR\" or \"USD per EUR\", or \"\" to leave it out",
            text: { $0.isEmpty || isQuotedCode($0) ? $0 : nil })
    }
    private static func isQuotedCode(_ text: String) -> Bool {
        guard let code = QuotedCode(text), code.code != code.quote else { return false }
        return code.measure.map { SeriesKey("AAA/BBB:\($0):a") != nil } ?? true
    }
}
