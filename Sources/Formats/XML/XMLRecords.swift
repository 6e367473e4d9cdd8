package import Vocabulary

/// A document cut into its records, each parsed only when asked for: most of a daily list is as it was the day before,
/// and a list of any length fits into little memory.
///
/// Every record must be UTF-8 and is checked for that when the document is cut; that it is well-formed XML is checked
/// when it is parsed. What stands around the records, the frame, is parsed at once: a document that is cut, has another
/// root or declares entities is refused whichever record is asked for.
package struct XMLRecords: Sendable {
    package struct Record: Sendable {
        package let start: Int
        package let count: Int32
        /// Which of the names that records have is its own, by its place among them.
        package let name: Int32
        /// The first 64 bits of its bytes' SHA-256.
        package let digest: Int64

        package var range: Range<Int> { start..<start + Int(count) }
    }

    /// Where a record's key stands, for finding it without parsing.
    package enum Key: Sendable {
        /// The text of the first element of that name.
        case element(String)
        /// An attribute of the record's own tag; where it is empty, another one.
        case attribute(String, or: String? = nil)
        /// An attribute of the record's own tag, one for each of the names that records have.
        case attributes([String])
        case none
    }

    package let records: [Record]
    /// What the key's rule found in each record, empty where it stands behind a reference; none without a rule.
    package private(set) var keys: [String]
    private let bytes: Bytes
    private let parser: XMLRecordParser
    private let frame: [UInt8]

    /// - Parameters:
    ///   - root: the element that the document must be.
    ///   - names: the elements that are records, wherever they stand outside another record.
    package init(_ bytes: Bytes, root: String, records names: [String], key: Key = .none) throws {
        self.bytes = bytes
        let head = try bytes[0..<min(bytes.count, 4096)]
        try ReceivedForm.require("XML", head.span)
        parser = try XMLRecordParser(encoding: "UTF-8")
        let cutter = try XMLCutter(names, key)
        let piece = bytes.pieceSize
        var offset = 0
        while offset < bytes.count {
            let slice = try bytes[offset..<min(bytes.count, offset + max(piece, cutter.wanted))]
            let isLast = offset + slice.count == bytes.count
            do {
                offset += try cutter.cut(slice.span, at: offset, isLast: isLast)
            } catch let fault as Fault {
                throw fault.code == "html_received" ? ReceivedForm.html(insteadOf: "XML", head.span) : fault
            }
        }
        records = cutter.records
        keys = cutter.keys
        frame = cutter.frame
        do {
            _ = try parser.element(frame.span, root: root)
        } catch let fault as Fault {
            if fault.code == "html_received" { throw ReceivedForm.html(insteadOf: "XML", head.span) }
            // The frame's own lines are not the file's.
            let place = fault.code == "cut_xml" ? "byte \(bytes.count), after \(records.count) records" : ""
            throw Fault(fault.code, fault.message, place: place, remedy: fault.remedy)
        }
    }

    /// The keys are needed once, and there may be a hundred thousand of them.
    package mutating func forgetKeys() { keys = [] }

    /// What stands around the records: the root with its attributes and all that is no record.
    package func root() throws -> XMLElement { try parser.element(frame.span, root: nil) }

    package func element(_ index: Int) throws -> XMLElement {
        let record = records[index]
        do {
            let slice = try bytes[record.range]
            return try parser.element(slice.span, root: nil)
        } catch let fault as Fault {
            throw Fault(
                fault.code, fault.message, place: "record \(index + 1), which begins at \(try place(of: record))",
                remedy: fault.remedy)
        }
    }

    /// `line 12, byte 345`, for messages.
    package func place(of record: Record) throws -> String { try XMLRecords.place(record.start, bytes) }

    private static func place(_ offset: Int, _ bytes: Bytes) throws -> String {
        var line = 1
        var position = 0
        while position < offset {
            let slice = try bytes[position..<min(offset, position + bytes.pieceSize)]
            line += StrictText.line(of: slice.count, slice.span) - 1
            position += slice.count
        }
        return "line \(line), byte \(offset)"
    }
}
