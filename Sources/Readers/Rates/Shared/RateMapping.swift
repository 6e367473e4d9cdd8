internal import Formats
internal import Vocabulary

/// Turns the rows of a table into values, as a feed's layout says. Works on bytes: a text is made for each name once.
struct RateMapping {
    typealias Field = CSVScanner.Field

    let layout: RateLayout
    let part: String
    /// `line`, `row` or `record`, for messages.
    let rowName: String
    let dayForm: DayForm
    let numberForm: NumberForm
    var collector = RateCollector()
    /// Columns that nothing uses, each with how many rows have it.
    var leftovers: [String: Int] = [:]
    var warnings: [String] = []
    /// The prose that the layout asks for was seen since the last table began.
    var hasTitle = false
    /// The day of every row, where the page says it once.
    var pageDay: Day?
    /// The day of publication, where the file says it.
    var published: Day?
    var columns = RateColumns()
    private var cache = RateNameCache()
    /// As it was printed last, and what that was.
    var lastDay: (text: [UInt8], day: Day)?
    /// Which days can be a value's at all.
    let bounds: DayBounds
    /// What the columns that hold a day together said last.
    private var carried: [String] = []
    /// Rows with nothing but separators.
    private var blankRows = 0

    init(_ layout: RateLayout, part: String, seen: Day?, rowName: String, hasExponents: Bool = false) throws {
        bounds = DayBounds(seen: seen)
        if layout.day.isSeen { pageDay = seen }
        self.layout = layout
        self.part = part
        self.rowName = rowName
        guard let dayForm = DayForm(layout.day.form ?? "yyyy-MM-dd", layout.day.conventions),
            let numberForm = NumberForm(
                decimal: layout.number.decimal ?? ".", thousands: layout.number.thousands, hasExponents: hasExponents)
        else { throw Fault("bad_layout", "[layout] has no usable form of days or numbers") }
        (self.dayForm, self.numberForm) = (dayForm, numberForm)
    }

    /// Takes the names of the columns, and finds what the layout wants among them.
    mutating func begin(_ names: [String], place: String) throws {
        if let title = layout.where.title, !hasTitle {
            throw Fault(
                "wrong_table", "nothing above the table begins with \"\(title)\"", place: place,
                remedy: "It may be another of the publisher's tables: check the feed's address, or `where.title`.")
        }
        hasTitle = false
        columns = try RateColumns(names, layout, dayForm, place: place)
        for slot in columns.slots {
            guard let day = slot.day else { continue }
            try bounds.require(day, printed: columns.names[slot.column], place: place)
        }
        lastDay = nil
        carried = []
        cache = RateNameCache()
    }

    /// Takes one row. Fields beyond the row's end, or with a negative start, are not there.
    mutating func take(_ bytes: Span<UInt8>, _ fields: [Field], number: Int) throws {
        func cell(_ column: Int?) -> Range<Int>? {
            guard let column, column < fields.count, fields[column].start >= 0 else { return nil }
            let range = Whitespace.trimmed(fields[column].range, bytes)
            return range.isEmpty ? nil : range
        }
        // A row of nothing but separators, as the ECB's services end a file with.
        if fields.allSatisfy(\.isEmpty) {
            blankRows += 1
            return
        }
        for (column, wanted) in columns.only {
            guard let range = cell(column), text(bytes, range) == wanted else { return }
        }
        for column in columns.unused where cell(column) != nil { leftovers[columns.names[column], default: 0] += 1 }
        for (column, wanted) in columns.must { try require(wanted, bytes, cell(column), column, number) }
        let names = (cell(columns.base), cell(columns.quote), cell(columns.area), cell(columns.measure))
        // Days in several columns are carried down: each row is looked at.
        let joinedDay =
            try columns.days.isEmpty ? nil : joinedDay(columns.days.map { cell($0).map { text(bytes, $0) } }, number)
        var targets: [RateTarget] = []
        for slot in columns.slots.indices {
            if let known = cache.find(slot, bytes, names) {
                targets.append(known)
            } else {
                targets.append(try target(slot, bytes, names, number))
                cache.keep(targets[slot], slot, bytes, names)
            }
        }
        // What is left out is not judged.
        guard targets.contains(where: { $0.index != nil }) else { return }
        let rowDay = try joinedDay ?? columns.day.map { column in try day(bytes, cell(column), number) }
        let nominal = try nominal(bytes, cell(columns.nominal), number)
        let power = try columns.power.map { try self.power(bytes, cell($0), number) } ?? 0
        let shift = columns.factorPower + (layout.indicator.name == nil ? -power : power)
        for slot in columns.slots.indices {
            guard let day = columns.slots[slot].day ?? rowDay ?? pageDay else {
                throw Fault("bad_day", "the \(rowName) has no day", place: "\(rowName) \(number)")
            }
            let target = targets[slot]
            guard let index = target.index else { continue }
            let text = cell(columns.slots[slot].column)
            guard let text, !isAbsent(bytes, text) else {
                collector.addNone(on: day, to: index)
                continue
            }
            let value = try value(bytes, text, column: columns.slots[slot].column, number)
            guard let value else {
                collector.addNone(on: day, to: index)
                continue
            }
            let (units, overflows) = nominal.multipliedReportingOverflow(by: target.nominal)
            guard !overflows, let perUnit = units == 1 ? value : value.perUnit(of: units) else {
                throw Fault(
                    "bad_nominal", "a value for \(nominal) units has no whole number of digits for one",
                    place: "\(rowName) \(number)")
            }
            guard let scaled = shift == 0 ? perUnit : perUnit.shifted(by: shift) else {
                throw Fault("bad_rate", "\(value) has too many digits", place: "\(rowName) \(number)")
            }
            collector.add(scaled, on: day, to: index)
        }
    }

    /// The day that several cells hold together.
    private mutating func joinedDay(_ cells: [String?], _ number: Int) throws -> Day {
        carried = cells.indices.map { cells[$0] ?? (carried.isEmpty ? "" : carried[$0]) }
        let bytes = Array(carried.joined(separator: " ").utf8)
        return try day(bytes.span, 0..<bytes.count, number)
    }

    /// A file in which a column says something else is not the one that the layout is for.
    private func require(
        _ wanted: String, _ bytes: Span<UInt8>, _ range: Range<Int>?, _ column: Int, _ number: Int
    ) throws {
        let found = range.map { text(bytes, $0) } ?? ""
        guard found != wanted else { return }
        throw Fault(
            "wrong_file", "\"\(found.shown)\" stands where every \(rowName) of this feed says \"\(wanted)\"",
            place: "\(rowName) \(number), column \(columns.names[column])",
            remedy: "It is probably another publisher's or another table's file; nothing was changed.")
    }

    /// Why a file without one value has none, where the file shows it.
    var reasonForNothing: String {
        blankRows > 0 && collector.isEmpty
            ? "its only row is blank: the publisher has nothing for these words" : "the file has not one value"
    }

    /// Which series a value belongs to.
    private mutating func target(
        _ slot: Int, _ bytes: Span<UInt8>, _ names: RateNameCache.Names, _ number: Int
    ) throws -> RateTarget {
        let slot = columns.slots[slot]
        func text(_ range: Range<Int>?) -> String? { range.map { self.text(bytes, $0) } }
        do {
            let codes = RateCodes(layout, part: part)
            return try codes.target(
                base: slot.base ?? text(names.base), quote: slot.quote ?? text(names.quote), area: text(names.area),
                measure: slot.measure, word: text(names.measure), in: &collector)
        } catch let fault as Fault {
            throw fault.at("\(rowName) \(number)")
        }
    }
}
