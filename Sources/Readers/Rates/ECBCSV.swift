internal import Formats
internal import Vocabulary

/// The ECB's euro reference rates as CSV: the history and the day's file, in their zip or unpacked.
///
/// History: `Date,USD,…,` with ISO days, newest first, `N/A`, and a comma after the last column. The day's file:
/// `Date, USD, …, ` with a blank after each comma and `30 October 2026`.
enum ECBCSV {
    static let reader = Reader(name: "ecb-csv", version: 1, kind: .rates) { snapshot in
        let bytes = try snapshot.required("main")
        guard ReceivedForm(bytes.span) == .zip else { return try read(bytes.span, snapshot) }
        let member = try Zip.onlyMember(bytes)
        do {
            return try read(member.bytes.span, snapshot)
        } catch let fault as Fault {
            throw fault.at(member.name)
        }
    }

    private static func read(_ bytes: Span<UInt8>, _ snapshot: Snapshot) throws -> Reading {
        let bounds = DayBounds(seen: snapshot.seen)
        try ReceivedForm.require("CSV", bytes)
        var rows = CSVScanner(try StrictText.start(bytes)..<bytes.count)
        guard try rows.next(bytes) else { throw Fault("empty_file", "the file has no header") }
        var columns = try header(rows, bytes)
        let width = rows.fields.count
        var days: [Day] = []
        var lines: [Day: Int] = [:]
        while try rows.next(bytes) {
            guard rows.fields.count == width else {
                throw Fault(
                    "wrong_columns", "\(rows.fields.count) columns; the header has \(width)",
                    place: "line \(rows.line)", remedy: "The file is probably cut; fetch it again.")
            }
            let day = try day(rows, bytes)
            try bounds.require(day, printed: "\(day)", place: "line \(rows.line), column Date")
            if let earlier = lines.updateValue(rows.line, forKey: day) {
                throw Fault("duplicate_key", "\(day) stands on line \(earlier) too", place: "line \(rows.line)")
            }
            days.append(day)
            for index in columns.indices {
                let cell = Whitespace.trimmed(rows.fields[index + 1].range, bytes)
                if isNotAvailable(cell, bytes) { continue }
                guard let number = PublishedNumber(bytes, cell), number.digits > 0 else {
                    throw Fault(
                        "bad_rate", "\"\(try StrictText.string(bytes, cell))\" is no positive rate",
                        place: "line \(rows.line), column \(columns[index].quote)")
                }
                columns[index].days.append(day)
                columns[index].numbers.append(number)
            }
        }
        guard rows.isTerminated else {
            throw Fault(
                "cut_file", "the last row has no line end", place: "line \(rows.line)",
                remedy: "The file is probably cut; fetch it again.")
        }
        return try columns.reading(source: snapshot.source, days: days)
    }

    private static func header(_ rows: CSVScanner, _ bytes: Span<UInt8>) throws -> [RateColumn] {
        var names: [String] = []
        for field in rows.fields { names.append(try StrictText.string(bytes, Whitespace.trimmed(field.range, bytes))) }
        if names.last == "" { names.removeLast() }
        let codes = names.dropFirst()
        let strange = codes.filter { !RateColumn.isQuote($0) }
        guard names.first == "Date", !codes.isEmpty, strange.isEmpty, Set(codes).count == codes.count else {
            let shown = names.first == "Date" && !strange.isEmpty ? Array(strange) : names
            throw Fault(
                "wrong_header",
                "the header is not \"Date\" and currency codes, each once: \(shown.joined(separator: ", "))",
                place: "line \(rows.line)", remedy: "The publisher may have changed the file's layout.")
        }
        // Rows are longer than the header, so that this is enough; memory that stays untouched costs nothing.
        return codes.map { RateColumn($0, capacity: bytes.count / max(rows.row.count, 1)) }
    }

    private static func day(_ rows: CSVScanner, _ bytes: Span<UInt8>) throws -> Day {
        let cell = Whitespace.trimmed(rows.fields[0].range, bytes)
        guard let day = Day(iso: bytes, cell) ?? Day(english: bytes, cell) else {
            throw Fault(
                "bad_day", "\"\(try StrictText.string(bytes, cell))\" is no day",
                place: "line \(rows.line), column Date")
        }
        return day
    }

    private static func isNotAvailable(_ cell: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        cell.count == 3 && bytes[cell.lowerBound] == UInt8(ascii: "N")
            && bytes[cell.lowerBound + 1] == UInt8(ascii: "/")
            && bytes[cell.lowerBound + 2] == UInt8(ascii: "A")
    }
}
