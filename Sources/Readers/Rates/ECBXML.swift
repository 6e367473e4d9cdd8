internal import Formats
internal import Vocabulary

/// The ECB's euro reference rates as XML: the day's, the last 90 days' and the whole history's file.
///
/// `<Cube><Cube time='2026-08-13'><Cube currency='USD' rate='1.1534'/>…`, in either kind of quotes.
enum ECBXML {
    static let reader = Reader(name: "ecb-xml", version: 1, kind: .rates) { snapshot in
        let bytes = try snapshot.required("main")
        let cubes = Cubes(DayBounds(seen: snapshot.seen))
        try XMLStream.read(bytes.span, root: "Envelope", handler: cubes)
        guard !cubes.days.isEmpty else {
            throw Fault(
                "no_rows", "no Cube has a time: the document holds no rates",
                remedy: "Fetch it again; if it stays so, its publisher changed the format.")
        }
        var reading = try cubes.columns.reading(source: snapshot.source, days: cubes.days)
        reading.leftovers = cubes.leftovers
        return reading
    }

    private final class Cubes: XMLHandler {
        var columns: [RateColumn] = []
        var days: Set<Day> = []
        var leftovers: [String: Int] = [:]
        private var day: Day?
        private var depth = 0
        private var dayDepth = 0
        private let bounds: DayBounds
        private var indices: [String: Int] = [:]

        /// The sender's name and the title say nothing that changes.
        private let ignored: Set<String> = ["Envelope", "subject", "Sender", "name"]
        private let known: Set<String> = ["time", "currency", "rate"]

        init(_ bounds: DayBounds) { self.bounds = bounds }

        func start(_ name: String, _ attributes: XMLAttributes) throws {
            depth += 1
            guard name == "Cube" else {
                if !ignored.contains(name) { leftovers[name, default: 0] += 1 }
                return
            }
            for attribute in attributes.names where !known.contains(attribute) {
                leftovers["Cube@\(attribute)", default: 0] += 1
            }
            if let text = attributes["time"] { try startDay(text, attributes) }
            if let quote = attributes["currency"] { try add(quote, attributes) }
        }

        func end(_ name: String, text: Span<UInt8>) {
            if depth == dayDepth { day = nil }
            depth -= 1
        }

        private func startDay(_ text: String, _ attributes: XMLAttributes) throws {
            guard let found = attributes.day("time") else { throw Fault("bad_day", "\"\(text)\" is no day") }
            try bounds.require(found, printed: text, place: "")
            guard days.insert(found).inserted else { throw Fault("duplicate_key", "\(found) stands in the file twice") }
            (day, dayDepth) = (found, depth)
        }

        private func add(_ quote: String, _ attributes: XMLAttributes) throws {
            guard let day else { throw Fault("bad_day", "a rate for \(quote) stands outside any day") }
            guard RateColumn.isQuote(quote) else {
                throw Fault("bad_currency", "\"\(quote)\" is no currency that the euro is quoted in")
            }
            guard let number = attributes.number("rate"), number.digits > 0 else {
                throw Fault("bad_rate", "\"\(attributes["rate"] ?? "")\" is no positive rate for \(quote) on \(day)")
            }
            let index = indices[quote] ?? columns.count
            if index == columns.count {
                columns.append(RateColumn(quote))
                indices[quote] = index
            }
            guard columns[index].days.last != day else {
                throw Fault("duplicate_key", "\(quote) stands twice under \(day)")
            }
            columns[index].days.append(day)
            columns[index].numbers.append(number)
        }
    }
}
