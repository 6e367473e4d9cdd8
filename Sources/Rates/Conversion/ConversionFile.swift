internal import Formats
internal import Vocabulary

/// A CSV file of dated amounts: `date,amount,from,to` by name, in any order, other columns passed over.
package enum ConversionFile {
    package static let columns = ["date", "amount", "from", "to"]

    /// Every row, or a fault that names the line and the column of the first one that does not read.
    package static func read(_ content: [UInt8]) throws -> [ConversionRequest] {
        let bytes = content.span
        let start = try StrictText.start(bytes)
        var scanner = CSVScanner(start..<bytes.count)
        guard try scanner.next(bytes) else {
            throw Fault("wrong_columns", "the file is empty", remedy: "Its first line is \(header).")
        }
        let header = try Header(scanner, bytes)
        var requests: [ConversionRequest] = []
        requests.reserveCapacity(bytes.count / 24)
        while try scanner.next(bytes) { requests.append(try request(scanner, header, bytes)) }
        return requests
    }

    private static var header: String { columns.joined(separator: ",") }

    /// Where each column stands.
    private struct Header {
        var count: Int
        var date, amount, from, to: Int

        init(_ scanner: CSVScanner, _ bytes: Span<UInt8>) throws {
            let names = try scanner.fields.indices.map { try scanner.text($0, bytes) }
            let places = try ConversionFile.columns.map { name in
                let found = names.indices.filter { names[$0] == name }
                guard found.count == 1 else {
                    throw Fault(
                        "wrong_columns",
                        found.isEmpty ? "the header has no column \(name)" : "the header has the column \(name) twice",
                        place: "line \(scanner.line)", remedy: "The first line is \(ConversionFile.header).")
                }
                return found[0]
            }
            count = names.count
            (date, amount, from, to) = (places[0], places[1], places[2], places[3])
        }
    }

    private static func request(
        _ scanner: CSVScanner, _ header: Header, _ bytes: Span<UInt8>
    ) throws -> ConversionRequest {
        guard scanner.fields.count == header.count else {
            throw Fault(
                "wrong_columns", "the row has \(scanner.fields.count) fields, the header \(header.count)",
                place: "line \(scanner.line), column \(min(scanner.fields.count, header.count) + 1)",
                remedy: "A field with a comma in it stands in quotation marks.")
        }
        func field(_ index: Int) -> Range<Int> { scanner.fields[index].range }
        guard let day = Day(iso: bytes, field(header.date)) else {
            throw try unreadable(scanner, header.date, bytes: bytes, wanted: "a day such as 2022-02-24")
        }
        guard let amount = PublishedNumber(bytes, field(header.amount)) else {
            throw try unreadable(
                scanner, header.amount, bytes: bytes, wanted: "a decimal number such as 1250.50, without grouping")
        }
        guard let from = CurrencyCode(bytes, field(header.from)) else {
            throw try unreadable(scanner, header.from, bytes: bytes, wanted: "a code of ISO 4217 such as USD")
        }
        guard let to = CurrencyCode(bytes, field(header.to)) else {
            throw try unreadable(scanner, header.to, bytes: bytes, wanted: "a code of ISO 4217 such as USD")
        }
        return ConversionRequest(day: day, amount: amount, from: from, to: to)
    }

    private static func unreadable(
        _ scanner: CSVScanner, _ column: Int, bytes: Span<UInt8>, wanted: String
    ) throws -> Fault {
        Fault(
            "unreadable_row", "“\(try scanner.text(column, bytes))” is not \(wanted)",
            place: "line \(scanner.line), column \(column + 1)",
            remedy: "Correct the row; nothing of the file was converted.")
    }
}
