internal import Formats
package import Vocabulary

/// Dated events, one row each, columns by name in any order; what each means: Docs/News.md.
package enum EventsCSV {
    static let reader = Reader(name: "events-csv", version: 1, kind: .news) { snapshot in
        try read(try snapshot.required("main"))
    }

    /// The columns that `row(_:)` fills, in their order.
    package static let columns = EventColumn.allCases.map(\.rawValue)

    /// Reads a file of events; only `id` and `date` are needed.
    package static func read(_ file: [UInt8]) throws -> Reading {
        let bytes = file.span
        try ReceivedForm.require("CSV", bytes)
        var rows = CSVScanner(try StrictText.start(bytes)..<bytes.count)
        guard try rows.next(bytes) else { throw Fault("empty_file", "the file has no header") }
        var leftovers: [String: Int] = [:]
        let columns = try header(rows, bytes, &leftovers)
        var events: [NewsEvent] = []
        var lines: [String: Int] = [:]
        while try rows.next(bytes) {
            guard rows.fields.count == columns.count else {
                throw Fault(
                    "wrong_columns", "\(rows.fields.count) columns; the header has \(columns.count)",
                    place: "line \(rows.line)", remedy: "Quote values that hold a comma.")
            }
            var event = NewsEvent(date: Day(number: 0))
            for (index, column) in columns.enumerated() {
                let text = collapsed(try rows.text(index, bytes))
                guard let column else { continue }
                do {
                    try column.set(text, in: &event)
                } catch let fault as Fault {
                    throw fault.at("line \(rows.line), column \(column.rawValue)")
                }
            }
            // No zone is a whole day and a half from UTC: a date and a time further apart are not of one event.
            if let time = event.time, abs(time.day - event.date) > 1 {
                throw Fault(
                    "bad_event", "the time \(time) is not on or beside the date \(event.date)",
                    place: "line \(rows.line), column time_utc",
                    remedy: "Give the publisher's local day as the date, and the same moment in UTC as the time.")
            }
            if let earlier = lines.updateValue(rows.line, forKey: event.id) {
                throw Fault(
                    "duplicate_key", "the id \(event.id) stands on line \(earlier) too", place: "line \(rows.line)",
                    remedy: "An id names one event; add -2 to the second of a day.")
            }
            events.append(event)
        }
        guard !events.isEmpty else { throw Fault("no_rows", "the file has a header but no event") }
        var reading = Reading(.events(events))
        reading.leftovers = leftovers
        return reading
    }

    /// An event as the values of `columns`.
    package static func row(_ event: NewsEvent) -> [String] { EventColumn.allCases.map { $0.text(of: event) } }

    private static func header(
        _ rows: CSVScanner, _ bytes: Span<UInt8>, _ leftovers: inout [String: Int]
    ) throws -> [EventColumn?] {
        var columns: [EventColumn?] = []
        for index in rows.fields.indices {
            let name = collapsed(try rows.text(index, bytes)).lowercased()
            let column = EventColumn(name: name)
            if column == nil { leftovers[name, default: 0] += 1 }
            if let column, columns.contains(column) {
                throw Fault("wrong_header", "the column \(column.rawValue) stands twice", place: "line \(rows.line)")
            }
            columns.append(column)
        }
        for needed in [EventColumn.id, .date] where !columns.contains(needed) {
            throw Fault(
                "wrong_header", "the column \(needed.rawValue) is missing", place: "line \(rows.line)",
                remedy: "Events need the columns id and date; the others may be left out.")
        }
        return columns
    }
}
