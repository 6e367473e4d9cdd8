internal import Vocabulary

/// Finds the rows and fields of delimited text (RFC 4180) as byte ranges: no String is made that nobody keeps.
///
/// The scanner holds offsets only; the bytes are passed to each call, so that one buffer serves many scanners.
package struct CSVScanner: Sendable {
    /// Where a field's content lies, without its quotes.
    package struct Field: Sendable {
        package let start: Int32
        package let end: Int32
        /// The content holds doubled quotes, which stand for one.
        package let isEscaped: Bool

        package init(_ range: Range<Int>) {
            self.init(start: Int32(range.lowerBound), end: Int32(range.upperBound), isEscaped: false)
        }
        init(start: Int32, end: Int32, isEscaped: Bool) {
            self.start = start
            self.end = end
            self.isEscaped = isEscaped
        }

        /// Of a record that lacks the column.
        package static let missing = Field(start: -1, end: -1, isEscaped: false)

        package var range: Range<Int> { Int(start)..<Int(end) }
        package var isEmpty: Bool { start == end }
    }

    /// The fields of the current row; the array is reused from row to row.
    package private(set) var fields: [Field] = []
    /// The line on which the current row begins, counted from 1.
    package private(set) var line = 0
    /// The bytes of the current row without its line end.
    package private(set) var row = 0..<0
    /// False where the file ends inside the row: nothing proves that the row is whole.
    package private(set) var isTerminated = true

    private let separator: UInt8
    private let end: Int
    private var offset: Int
    private var nextLine: Int

    package init(_ range: Range<Int>, separator: UInt8 = UInt8(ascii: ","), firstLine: Int = 1) {
        self.separator = separator
        offset = range.lowerBound
        end = range.upperBound
        nextLine = firstLine
    }

    /// Moves to the next row that is not an empty line; false at the end.
    package mutating func next(_ bytes: Span<UInt8>) throws -> Bool {
        precondition(end <= bytes.count, "the scanner was made for a longer buffer")
        guard end < Int(Int32.max) else {
            throw Fault("too_large", "the file has \(end) bytes; 2 GB is the most that is read as CSV")
        }
        while offset < end {
            try scanRow(bytes)
            if fields.count > 1 || !row.isEmpty { return true }
        }
        return false
    }

    private mutating func scanRow(_ bytes: Span<UInt8>) throws {
        fields.removeAll(keepingCapacity: true)
        line = nextLine
        let rowStart = offset
        var position = offset
        while true {
            let start = position
            var isEscaped = false
            var contentEnd = 0
            if position < end, bytes[position] == quote {
                position += 1
                contentEnd = try scanQuoted(bytes, &position, &isEscaped)
                fields.append(Field(start: Int32(start + 1), end: Int32(contentEnd), isEscaped: isEscaped))
            } else {
                // Unchecked because `position < end <= bytes.count` has just been seen; it is a third of the scan.
                while position < end {
                    let byte = bytes[unchecked: position]
                    if byte == separator || byte == lineFeed { break }
                    if byte == quote { throw strayQuote(at: position) }
                    position += 1
                }
                contentEnd = position
                if position > start, position == end || bytes[position] == lineFeed,
                    bytes[position - 1] == carriageReturn
                {
                    contentEnd -= 1
                }
                fields.append(Field(start: Int32(start), end: Int32(contentEnd), isEscaped: false))
            }
            if position < end, bytes[position] == separator {
                position += 1
                continue
            }
            if position < end, bytes[position] == carriageReturn { position += 1 }
            isTerminated = position < end
            row = rowStart..<max(rowStart, rowEnd(bytes, position))
            if isTerminated {
                position += 1
                nextLine += 1
            }
            offset = position
            return
        }
    }

    /// Reads on from after an opening quote to after the closing one, and answers where the content ends.
    private mutating func scanQuoted(
        _ bytes: Span<UInt8>, _ position: inout Int, _ isEscaped: inout Bool
    ) throws -> Int {
        while position < end {
            let byte = bytes[unchecked: position]
            if byte == quote {
                guard position + 1 < end, bytes[position + 1] == quote else { break }
                isEscaped = true
                position += 1
            } else if byte == lineFeed {
                nextLine += 1
            }
            position += 1
        }
        guard position < end else {
            throw Fault(
                "unterminated_quote", "a quoted field is not closed before the file ends",
                place: "line \(line), byte \(end)", remedy: "The file is probably cut; fetch it again.")
        }
        let contentEnd = position
        position += 1
        guard
            position == end || bytes[position] == separator || bytes[position] == lineFeed
                || bytes[position] == carriageReturn && (position + 1 == end || bytes[position + 1] == lineFeed)
        else { throw strayQuote(at: position) }
        return contentEnd
    }

    private func rowEnd(_ bytes: Span<UInt8>, _ position: Int) -> Int {
        position > 0 && bytes[position - 1] == carriageReturn ? position - 1 : position
    }

    private func strayQuote(at position: Int) -> Fault {
        Fault(
            "stray_quote", "a quote stands inside a field that is not quoted as a whole",
            place: "line \(nextLine), byte \(position)",
            remedy: "Quote the whole field and double the quotes inside it (RFC 4180).")
    }
}

extension CSVScanner {
    /// The text of a field, its doubled quotes undone.
    package func text(_ column: Int, _ bytes: Span<UInt8>) throws -> String {
        let field = fields[column]
        guard field.isEscaped else { return try StrictText.string(bytes, field.range) }
        var content: [UInt8] = []
        append(column, bytes, to: &content)
        return try StrictText.string(content.span, 0..<content.count)
    }

    /// Adds a field's content, its doubled quotes undone, to a buffer.
    package func append(_ column: Int, _ bytes: Span<UInt8>, to buffer: inout [UInt8]) {
        let field = fields[column]
        guard field.isEscaped else {
            bytes.extracting(field.range).withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
            return
        }
        var position = Int(field.start)
        while position < Int(field.end) {
            buffer.append(bytes[position])
            position += bytes[position] == quote ? 2 : 1
        }
    }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
