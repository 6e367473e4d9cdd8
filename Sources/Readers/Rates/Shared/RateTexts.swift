internal import Formats
internal import Vocabulary

/// Tables of text: CSV with any separator, streamed over the bytes as they came.
enum RateTexts {
    /// A file with a row for each value: date, base, quote, rate.
    static let long = reader("rates-csv") { layout in
        layout.fillDay("date")
        if layout.currency.base == nil, layout.currency.baseCode == nil { layout.currency.base = "base" }
        if layout.currency.quote == nil, layout.currency.quoteCode == nil { layout.currency.quote = "quote" }
        layout.fillValues("rate", "market")
    }
    /// A file with one series: date, value.
    static let dated = reader("date-value-csv") { layout in
        layout.fillDay("date")
        layout.fillValues("value", layout.indicator.name ?? "market")
    }
    /// A file with a column for each currency.
    static let wide = reader("wide-csv") { layout in
        layout.fillDay("Date")
        layout.columns = layout.columns ?? "{quote}"
        layout.measure = layout.measure ?? "market"
    }
    /// What SDMX services answer when they are asked for CSV.
    static let sdmx = reader("sdmx-csv", statesPowers: true) { layout in
        layout.fillDay("TIME_PERIOD")
        layout.day.form = layout.day.form ?? "period"
        layout.fillValues("OBS_VALUE", layout.indicator.name ?? "official")
    }

    /// - Parameters:
    ///   - statesPowers: whether the format has a column that says for how many units a value is.
    ///   - fill: sets what the layout leaves open.
    private static func reader(
        _ name: String, statesPowers: Bool = false, _ fill: @escaping @Sendable (inout RateLayout) -> Void
    ) -> Reader {
        RateReader.make(name) { part, given, seen in
            var layout = given
            fill(&layout)
            if !statesPowers { layout.mustSayPower = false }
            return try read(part, layout, seen)
        }
    }

    private static func read(_ part: Snapshot.Part, _ layout: RateLayout, _ seen: Day?) throws -> RateMapping {
        var bytes = try part.content.all()
        if ReceivedForm(bytes.span) == .zip { bytes = try Zip.onlyMember(bytes).bytes }
        try ReceivedForm.require("CSV", bytes.span)
        if let encoding = layout.where.encoding { bytes = try LegacyText.utf8(bytes.span, from: encoding) }
        let start = try StrictText.start(bytes.span)
        var mapping = try RateMapping(layout, part: part.name, seen: seen, rowName: "line", hasExponents: true)
        var rows = RateRows(start..<bytes.count, separator: layout.where.separator?.utf8.first ?? UInt8(ascii: ","))
        var isBegun = false
        var width = 0
        let comment = layout.where.comment.map { Array($0.utf8) } ?? []
        while try rows.next(bytes.span) {
            if !comment.isEmpty, rows.row.count >= comment.count,
                comment.indices.allSatisfy({ bytes[rows.row.lowerBound + $0] == comment[$0] })
            {
                continue
            }
            if try isHeader(rows, bytes.span, layout, isBegun) {
                let names = try rows.fields.map { field in
                    try StrictText.string(bytes.span, Whitespace.trimmed(field.range, bytes.span))
                }
                try mapping.begin(names, place: "line \(rows.line)")
                if layout.mustSayPower { try mapping.requirePowerIsSaid(place: "line \(rows.line)") }
                (isBegun, width) = (true, names.count)
            } else if isBegun, rows.fields.count == width {
                try mapping.take(bytes.span, rows.fields, number: rows.line)
            } else if layout.where.header == nil {
                throw Fault(
                    "wrong_columns", "\(rows.fields.count) columns; the header has \(width)",
                    place: "line \(rows.line)", remedy: "The file is probably cut; fetch it again.")
            } else if isBegun, rows.fields.filter({ !$0.isEmpty }).count > 1 {
                throw Fault(
                    "wrong_columns", "\(rows.fields.count) columns outside any table", place: "line \(rows.line)")
            } else {
                mapping.prose(try StrictText.string(bytes.span, rows.row))
            }
        }
        guard isBegun else { throw Fault("empty_file", "the file has no header") }
        // Behind a table stand notes, whose end matters to nobody.
        if !rows.isTerminated, rows.fields.count == width {
            mapping.warnings.append("the last line has no line end: the file may be cut")
        }
        return mapping
    }

    private static func isHeader(
        _ rows: RateRows, _ bytes: Span<UInt8>, _ layout: RateLayout, _ isBegun: Bool
    ) throws -> Bool {
        guard let header = layout.where.header else { return !isBegun }
        guard rows.fields.count > 1, let first = rows.fields.first else { return false }
        return try StrictText.string(bytes, Whitespace.trimmed(first.range, bytes)) == header
    }
}

extension RateMapping {
    /// Norges Bank prints the yen with a UNIT_MULT of 2, for a hundred: passed over, it would be a hundred times too dear.
    fileprivate func requirePowerIsSaid(place: String) throws {
        let unread = columns.unused.map { columns.names[$0] }
        // A service may put a prefix of its own before the name, or the label behind it.
        guard
            let name = unread.first(where: {
                $0 == "UNIT_MULT" || $0.hasSuffix("_UNIT_MULT") || $0.hasPrefix("UNIT_MULT:")
            })
        else { return }
        throw Fault(
            "unread_power", "the column \"\(name.shown)\" says for how many units a value is, and nothing reads it",
            place: place,
            remedy:
                "Write number.power = \"\(name.shown)\" under [layout], or name it in `ignore` where values are for one unit."
        )
    }
}

/// The rows of delimited text; between tabs a quote is a character like any other.
struct RateRows {
    private var scanner: CSVScanner
    private let separator: UInt8
    private let end: Int
    private var offset: Int
    private var plain: [CSVScanner.Field] = []
    private var plainLine = 0
    private var plainRow = 0..<0
    private var isCut = false

    init(_ range: Range<Int>, separator: UInt8) {
        scanner = CSVScanner(range, separator: separator)
        self.separator = separator
        (offset, end) = (range.lowerBound, range.upperBound)
    }

    private var isPlain: Bool { separator == 9 }
    var fields: [CSVScanner.Field] { isPlain ? plain : scanner.fields }
    var line: Int { isPlain ? plainLine : scanner.line }
    var row: Range<Int> { isPlain ? plainRow : scanner.row }
    var isTerminated: Bool { isPlain ? !isCut : scanner.isTerminated }

    mutating func next(_ bytes: Span<UInt8>) throws -> Bool {
        guard isPlain else { return try scanner.next(bytes) }
        while offset < end {
            plain.removeAll(keepingCapacity: true)
            let rowStart = offset
            var start = offset
            while offset < end, bytes[offset] != 10 {
                if bytes[offset] == separator {
                    plain.append(CSVScanner.Field(start..<offset))
                    start = offset + 1
                }
                offset += 1
            }
            plain.append(CSVScanner.Field(start..<offset))
            plainRow = rowStart..<offset
            plainLine += 1
            isCut = offset == end
            offset += 1
            if !Whitespace.trimmed(plainRow, bytes).isEmpty { return true }
        }
        return false
    }
}

extension RateLayout {
    /// The reader's own column of days, where the layout names none.
    fileprivate mutating func fillDay(_ column: String) {
        if day.columns == nil { day.column = day.column ?? column }
    }

    /// The reader's own column of values, where the layout names none.
    fileprivate mutating func fillValues(_ column: String, _ measure: String) {
        guard values.isEmpty, columns == nil, !day.isInHeader else { return }
        values = [column: self.measure ?? measure]
    }
}
