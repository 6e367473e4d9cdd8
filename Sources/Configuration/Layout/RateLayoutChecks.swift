internal import Vocabulary

extension RateLayout {
    /// What a layout cannot mean: keys that contradict one another, need another, or say nothing to the feed's reader.
    func check(_ table: Section, reader: String?) {
        for (key, others) in RateLayout.contradictions where table.has(key) {
            for other in others where table.has(other) {
                table.refuse(key, "`\(key)` and `\(other)` contradict each other", remedy: "keep one of the two")
            }
        }
        for (key, readers) in RateLayout.readers where table.has(key) {
            guard let reader, !readers.contains(where: { reader.hasSuffix($0) }) else { continue }
            table.refuse(key, "`\(key)` says nothing to the reader \(reader)", remedy: "leave it out")
        }
        if reader == "rates-xml", self.where.root == nil {
            table.missing("where.root", "the name of the document's element")
        }
        if let baseCode = currency.baseCode, baseCode == currency.quoteCode {
            table.refuse(
                "currency.quote_code", "`currency.quote_code` is `currency.base_code`",
                remedy: "expected: another currency's code")
        }
        if let reader { checkNames(table, reader) }
        checkNeeds(table)
        checkColumns(table)
        checkMids(table)
    }

    private static let contradictions: [(String, [String])] = [
        ("currency.base_code", ["currency.base"]), ("currency.quote_code", ["currency.quote"]),
        ("indicator.area_code", ["indicator.area"]), ("columns", ["values", "day.in_header"]),
        ("day.in_header", ["values", "day.column", "day.input", "day.seen"]),
        ("day.columns", ["day.column", "day.input", "day.seen", "day.in_header"]),
        ("day.input", ["day.column", "day.seen"]), ("day.seen", ["day.column"]),
        (
            "indicator.name",
            [
                "currency.base", "currency.base_code", "currency.quote", "currency.quote_code", "mids",
                "number.nominal",
                "number.nominals", "currency.known_only",
            ]
        ),
    ]

    /// Keys of some readers only, by the ends of their names.
    private static let readers: [(String, [String])] = [
        ("where.records", ["-json", "-xml"]), ("where.members", ["-json", "-xml"]), ("where.root", ["-xml"]),
        ("where.unwrap", ["-xml"]), ("where.header", ["-csv", "-html", "-xlsx"]),
        ("where.title", ["-csv", "-html", "-xlsx"]), ("where.table", ["-html"]), ("day.input", ["-html"]),
        ("where.comment", ["-csv"]), ("where.arrays", ["-json", "-xml"]), ("where.page", ["-json", "-xml"]),
        ("where.pages", ["-json", "-xml"]), ("day.published", ["-json", "-xml"]),
        ("where.separator", ["-csv"]), ("where.encoding", ["-csv"]),
    ]

    /// Somewhere the two currencies of a rate, or the country of an indicator, must be named.
    private func checkNames(_ table: Section, _ reader: String) {
        guard indicator.name == nil else {
            if indicator.area == nil, indicator.areaCode == nil {
                table.missing("indicator.area", "the column of the country, or `indicator.area_code`")
            }
            return
        }
        let names = columns ?? (reader == "wide-csv" ? "{quote}" : "")
        guard reader != "rates-csv", !codes.values.contains(where: { $0.contains(" per ") }) else { return }
        if currency.base == nil, currency.baseCode == nil, !names.contains("{base}") {
            table.missing("currency.base", "the column of the base currency, or `currency.base_code`")
        }
        if currency.quote == nil, currency.quoteCode == nil, !names.contains("{quote}") {
            table.missing("currency.quote", "the column of the quote currency, or `currency.quote_code`")
        }
    }

    private func checkNeeds(_ table: Section) {
        func need(_ key: String, _ isMet: Bool, _ what: String) {
            if table.has(key), !isMet {
                table.refuse(key, "`\(key)` needs \(what)", remedy: "write it too, or leave `\(key)` out")
            }
        }
        need("indicator.area", indicator.name != nil, "`indicator.name`")
        need("indicator.area_code", indicator.name != nil, "`indicator.name`")
        need("where.title", self.where.header != nil, "`where.header`")
        need("day.offset_minutes", day.form?.contains("unix") == true, "`day.form` \"unix\" or \"unix-ms\"")
        need("day.pivot", day.hasShortYears, "`day.form` with yy")
        if day.hasShortYears, day.pivot == nil {
            table.missing("day.pivot", "the first of the hundred years that yy stands for")
        }
        need("where.page", self.where.pages != nil, "`where.pages`")
        need("number.nominal_default", number.nominal != nil, "`number.nominal`")
        need("measure_column", !measures.isEmpty, "[layout.measures]")
        need(
            "measures", measureColumn != nil || columns?.contains("{measure}") == true,
            "`measure_column`, or {measure} in `columns`")
    }

    private func checkColumns(_ table: Section) {
        guard let columns else { return }
        for (name, keys) in [
            ("base", ["currency.base", "currency.base_code"]), ("quote", ["currency.quote", "currency.quote_code"]),
            ("measure", ["measure"]),
        ] where columns.contains("{\(name)}") {
            for key in keys where table.has(key) {
                table.refuse(key, "`\(key)` and {\(name)} in `columns` contradict each other", remedy: "keep one")
            }
        }
        if columns.contains("{measure}"), measures.isEmpty {
            table.refuse("columns", "{measure} in `columns` needs [layout.measures]", remedy: "name its words there")
        }
    }

    private func checkMids(_ table: Section) {
        // Where a column's words say the measure, those of [layout.values] are of no account.
        let read = Set(measureColumn == nil ? Array(values.values) : []).union(measures.values)
        for (name, sides) in mids.sorted(by: { $0.key < $1.key }) {
            let wrong: String? =
                if SeriesKey("AAA/BBB:\(name):a") == nil {
                    "is no kind of rate"
                } else if read.contains(name) {
                    "is read from the file, and cannot be a mean as well"
                } else if sides.count != 2 || sides[0] == sides[1] {
                    "is the mean of two measures, and here stand \(Set(sides).count)"
                } else {
                    sides.first { !read.isEmpty && !read.contains($0) }.map {
                        "is a mean of \($0), which nothing reads"
                    }
                }
            if let wrong {
                table.refuse(
                    "mids", "`\(name)` in [layout.mids] \(wrong)",
                    remedy: "write a name of its own and two measures that are read")
            }
        }
    }
}

extension RateLayout.DayOfValue {
    /// Whether years are printed with two digits.
    fileprivate var hasShortYears: Bool {
        form?.replacing("yyyy", with: "").contains("yy") ?? false
    }
}

extension Form<String> {
    /// Names of columns with {base}, {quote} and {measure} in them, each once, and something between two.
    static var columnPattern: Form {
        Form(
            "names with {base}, {quote} or {measure} in them, such as \"TP_DK_{base}_YTL\"",
            text: { isColumnPattern($0) ? $0 : nil })
    }

    private static func isColumnPattern(_ text: String) -> Bool {
        var seen: Set<Substring> = []
        var rest = Substring(text)
        var isFirst = true
        while let open = rest.firstIndex(of: "{") {
            let before = rest[..<open]
            guard !before.contains("}"), isFirst || !before.isEmpty, let close = rest[open...].firstIndex(of: "}")
            else { return false }
            let name = rest[rest.index(after: open)..<close]
            guard ["base", "quote", "measure"].contains(name), seen.insert(name).inserted else { return false }
            rest = rest[rest.index(after: close)...]
            isFirst = false
        }
        return !seen.isEmpty && !rest.contains("}")
    }
}
