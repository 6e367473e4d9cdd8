internal import Formats
internal import Vocabulary

/// Which columns of a table hold what the layout wants.
struct RateColumns {
    /// One value of each row.
    struct Slot {
        var column: Int
        var measure: String?
        /// What the column's own name says.
        var base: String?
        var quote: String?
        var day: Day?
    }

    private(set) var names: [String] = []
    private(set) var day: Int?
    /// Columns that hold the day together.
    private(set) var days: [Int] = []
    private(set) var base: Int?
    private(set) var quote: Int?
    private(set) var area: Int?
    private(set) var measure: Int?
    private(set) var nominal: Int?
    private(set) var power: Int?
    /// Columns that must have a value, for a row to count.
    private(set) var only: [(column: Int, value: String)] = []
    /// What columns say in every row of the publisher's file.
    private(set) var must: [(column: Int, value: String)] = []
    /// Of ten, by which all values are multiplied.
    private(set) var factorPower = 0
    private(set) var slots: [Slot] = []
    /// Columns that nothing uses and the layout does not ignore by name.
    private(set) var unused: [Int] = []

    init() {}

    init(_ names: [String], _ layout: RateLayout, _ dayForm: DayForm, place: String) throws {
        let names = layout.day.columns == nil ? names : RateColumns.naming(names)
        self.names = names
        try RateColumns.requireUnique(names, layout, place: place)
        var used: Set<Int> = []
        var missing: [String] = []
        func find(_ name: String?, _ key: String) -> Int? {
            guard let name else { return nil }
            guard let index = names.firstIndex(of: name) else {
                missing.append("\"\(name)\" (\(key))")
                return nil
            }
            used.insert(index)
            return index
        }
        day = layout.day.isInHeader ? nil : find(layout.day.column, "day.column")
        for name in layout.day.columns ?? [] { if let column = find(name, "day.columns") { days.append(column) } }
        base = find(layout.currency.base, "currency.base")
        quote = find(layout.currency.quote, "currency.quote")
        area = find(layout.indicator.area, "indicator.area")
        measure = find(layout.measureColumn, "measure_column")
        nominal = find(layout.number.nominal, "number.nominal")
        power = find(layout.number.power, "number.power")
        for (name, value) in layout.only { if let column = find(name, "only") { only.append((column, value)) } }
        for (name, value) in layout.must.sorted(by: { $0.key < $1.key }) {
            if let column = find(name, "must") { must.append((column, value)) }
        }
        factorPower = layout.number.factor.map { String($0).utf8.count - 1 } ?? 0
        for (name, measure) in layout.values.sorted(by: { $0.key < $1.key }) {
            if let column = find(name, "values") { slots.append(Slot(column: column, measure: measure)) }
        }
        if layout.day.isInHeader || layout.columns != nil {
            for (column, name) in names.enumerated() where !used.contains(column) && !layout.ignore.contains(name) {
                if let slot = try RateColumns.slot(column, name, layout, dayForm) {
                    slots.append(slot)
                    used.insert(column)
                }
            }
            if slots.isEmpty {
                missing.append(
                    layout.columns.map { "\"\($0)\" (columns)" } ?? "that is a day (day.in_header, day.form)")
            }
        }
        guard missing.isEmpty else {
            throw Fault(
                "wrong_columns",
                "no column \(missing.joined(separator: ", ")); there are: "
                    + RateColumns.shown(names),
                place: place,
                remedy: "Nothing was changed. In brackets stands the key of [layout] that names another column.")
        }
        for index in used {
            let again = "\(names[index])#2"
            guard let second = names.firstIndex(of: again), !used.contains(second), !layout.ignore.contains(again)
            else { continue }
            throw Fault(
                "wrong_columns", "a \(names[index].shown) stands in one record twice", place: place,
                remedy: "Nobody can say which is meant; fetch the file again.")
        }
        unused = names.indices.filter { index in
            // What is ignored is so with all that stands in it.
            let outer = names[index].prefix { $0 != "." && $0 != "#" }
            return !used.contains(index) && !names[index].isEmpty && !layout.ignore.contains(names[index])
                && !layout.ignore.contains(String(outer))
        }
    }

    /// A cell of the header that stretches over several columns names the ones behind it too: `Period`, `Period#2`.
    private static func naming(_ names: [String]) -> [String] {
        var named = ""
        var count = 1
        return names.map { name in
            if name.isEmpty, !named.isEmpty {
                count += 1
                return "\(named)#\(count)"
            }
            (named, count) = (name, 1)
            return name
        }
    }

    /// Of two columns of one name nobody can say which is meant.
    private static func requireUnique(_ names: [String], _ layout: RateLayout, place: String) throws {
        var seen: Set<String> = []
        for name in names where !name.isEmpty && !layout.ignore.contains(name) && !seen.insert(name).inserted {
            throw Fault(
                "wrong_header", "the column \"\(name.shown)\" stands there twice", place: place,
                remedy: "Nobody can say which is meant; fetch the file again.")
        }
    }

    /// The first few names, for a message.
    private static func shown(_ names: [String]) -> String {
        Wording.list(names.map(\.shown), most: 12)
    }

    private static func slot(
        _ column: Int, _ name: String, _ layout: RateLayout, _ dayForm: DayForm
    ) throws -> Slot? {
        if layout.day.isInHeader {
            let bytes = Array(name.utf8)
            guard let (day, _) = dayForm.read(bytes.span, 0..<bytes.count) else { return nil }
            return Slot(column: column, measure: layout.measure, day: day)
        }
        guard let pattern = layout.columns, let found = ColumnPattern.match(name, pattern) else { return nil }
        guard let word = found["measure"] else {
            return Slot(column: column, measure: layout.measure, base: found["base"], quote: found["quote"])
        }
        guard let measure = layout.measures[word], !measure.isEmpty else { return nil }
        return Slot(column: column, measure: measure, base: found["base"], quote: found["quote"])
    }
}

/// Names of columns that are made by a pattern: `TP_DK_{base}_{measure}_YTL`.
enum ColumnPattern {
    /// What stands for each name in braces; nil where the text does not fit.
    static func match(_ text: String, _ pattern: String) -> [String: String]? {
        var found: [String: String] = [:]
        var (rest, form) = (Substring(text), Substring(pattern))
        while let open = form.firstIndex(of: "{") {
            let before = form[..<open]
            guard rest.hasPrefix(before), let close = form[open...].firstIndex(of: "}") else { return nil }
            rest = rest.dropFirst(before.count)
            let name = String(form[form.index(after: open)..<close])
            form = form[form.index(after: close)...]
            let next = form.prefix { $0 != "{" }
            let end = next.isEmpty ? rest.endIndex : rest.firstRange(of: next)?.lowerBound
            guard let end, end > rest.startIndex else { return nil }
            found[name] = String(rest[..<end])
            rest = rest[end...]
        }
        return rest == form ? found : nil
    }
}
