internal import Formats
internal import FoundationEssentials
internal import Vocabulary

/// A file with an object of JSON on each line, found piece by piece: only where the lines lie is kept.
struct JSONLines {
    struct Line {
        /// Counted from 1.
        var number: Int
        /// Without the line end.
        var range: Range<Int>
        /// False where the file ends inside the line.
        var isTerminated: Bool
    }

    let content: Bytes

    /// - Parameter use: is called for each line that is not empty, with its bytes.
    func eachLine(_ use: (Line, ArraySlice<UInt8>) throws -> Void) throws {
        try requireForm()
        var carried: [UInt8] = []
        var (start, offset, number) = (0, 0, 0)
        func end(_ bytes: ArraySlice<UInt8>, isTerminated: Bool) throws {
            number += 1
            let range = start..<start + bytes.count
            let isBlank = bytes.allSatisfy { $0 == 32 || $0 == 13 || $0 == 9 }
            if !isBlank { try use(Line(number: number, range: range, isTerminated: isTerminated), bytes) }
        }
        while offset < content.count {
            let piece = try content[offset..<min(offset + content.pieceSize, content.count)]
            var rest = piece
            while let lineEnd = rest.firstIndex(of: 10) {
                carried += rest[..<lineEnd]
                try end(carried[...], isTerminated: true)
                start += carried.count + 1
                carried.removeAll(keepingCapacity: true)
                rest = rest[(lineEnd + 1)...]
            }
            carried += rest
            offset += piece.count
        }
        if !carried.isEmpty { try end(carried[...], isTerminated: false) }
    }

    /// Decodes a line; what is no object of the expected shape is refused with the line's number.
    static func decode<T: Decodable>(_ type: T.Type, _ bytes: ArraySlice<UInt8>, _ line: Line) throws -> T {
        let place = "line \(line.number)"
        let text = Array(bytes)
        do {
            let start = try StrictText.start(text.span)
            return try JSONDecoder().decode(type, from: Data(text[start...]))
        } catch let error as DecodingError {
            if case .dataCorrupted(let context) = error, context.codingPath.isEmpty {
                throw line.isTerminated
                    ? Fault("bad_json", "no valid JSON", place: place, remedy: "Fetch the file again.")
                    : Fault(
                        "cut_file", "the last line is cut", place: place,
                        remedy: "The download was cut; fetch it again.")
            }
            throw Fault(
                "wrong_object", error.whatIsWrong, place: place,
                remedy: "If the publisher changed the layout, the reader must learn it; nothing was changed.")
        } catch let fault as Fault {
            throw fault.code == "wrong_encoding" ? Fault(fault.code, fault.message, place: place) : fault
        }
    }

    /// Refuses a line with a key that stands twice in one object; the line was decoded before.
    static func requireUniqueKeys(_ bytes: ArraySlice<UInt8>, _ line: Line) throws {
        guard let key = JSONKeys.repeated(bytes.span) else { return }
        throw Fault(
            "bad_json", "the key \"\(key)\" stands twice in one object", place: "line \(line.number)",
            remedy: "Nobody can say which is meant; fetch the file again.")
    }

    private func requireForm() throws {
        let beginning = Array(try content[0..<min(content.count, 4096)])
        guard ReceivedForm(beginning.span) != .json else { return }
        try ReceivedForm.require("JSON lines", beginning.span)
        throw Fault(
            "bad_json", "the file does not begin with an object of JSON", place: "line 1",
            remedy: "Check the feed's address: the file wanted has an object on each line.")
    }
}

extension DecodingError {
    /// In a few words: which key, and what is the matter with it.
    fileprivate var whatIsWrong: String {
        func path(_ context: Context, _ last: (any CodingKey)? = nil) -> String {
            (context.codingPath + (last.map { [$0] } ?? [])).map(\.stringValue).joined(separator: ".")
        }
        return switch self {
        case .keyNotFound(let key, let context): "an object without \"\(path(context, key))\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\"\(path(context))\" is of another type than it was"
        case .dataCorrupted(let context): "\"\(path(context))\" cannot be read"
        @unknown default: "it cannot be read"
        }
    }
}
