internal import Formats
internal import Matching
internal import Vocabulary

/// A CSV file of names to be screened; its columns are found by their headers, in any order, and others are passed over.
enum ScreenFile {
    struct Asked {
        var name: String
        var kind = NameKind.unknown
        var particulars = Particulars()
    }

    struct Pair {
        var one: String
        var other: String
        var kind: NameKind
    }

    /// Rows of `name`, with `kind`, `birth`, `country` and `identifier` where there are such columns.
    static func names(_ content: [UInt8]) throws -> [Asked] {
        var asked: [Asked] = []
        try rows(content, required: ["name"]) { cell in
            asked.append(
                Asked(
                    name: try cell(["name"]), kind: NameKind(try cell(["kind", "schema", "type"])),
                    particulars: Particulars(
                        births: parts(try cell(["birth", "birth_date", "birthdate", "dob"])),
                        countries: parts(try cell(["country", "nationality"])),
                        identifiers: parts(try cell(["identifier", "id_number", "imo", "passport"])))))
        }
        return asked
    }

    /// Rows of `name1` and `name2`, with `schema` where there is such a column.
    static func pairs(_ content: [UInt8]) throws -> [Pair] {
        var pairs: [Pair] = []
        try rows(content, required: ["name1", "name2"]) { cell in
            pairs.append(
                Pair(
                    one: try cell(["name1"]), other: try cell(["name2"]), kind: NameKind(try cell(["schema", "kind"]))))
        }
        return pairs
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: ";").map { Whitespace.collapsed($0) }.filter { !$0.isEmpty }
    }

    /// Hands each row to a body that asks for its cells by header: the first of some names that the file has.
    private static func rows(
        _ content: [UInt8], required: [String], _ body: (_ cell: ([String]) throws -> String) throws -> Void
    ) throws {
        let bytes = content.span
        let start = try StrictText.start(bytes)
        var scanner = CSVScanner(start..<bytes.count, separator: separator(content[start...]))
        guard try scanner.next(bytes) else {
            throw Fault(
                "wrong_columns", "the file is empty", remedy: "Its first line is \(required.joined(separator: ",")).")
        }
        var places: [String: Int] = [:]
        for index in scanner.fields.indices {
            places[Whitespace.collapsed(try scanner.text(index, bytes)).lowercased()] = index
        }
        if let missing = required.first(where: { places[$0] == nil }) {
            throw Fault(
                "wrong_columns", "the header has no column \(missing)", place: "line \(scanner.line)",
                remedy: "The first line names the columns: \(required.joined(separator: ",")).")
        }
        while try scanner.next(bytes) {
            try body { names in
                guard let place = names.lazy.compactMap({ places[$0] }).first, place < scanner.fields.count else {
                    return ""
                }
                return try scanner.text(place, bytes)
            }
        }
    }

    /// The semicolon where the header has one and no comma: as spreadsheets write it in half of Europe.
    private static func separator(_ content: ArraySlice<UInt8>) -> UInt8 {
        let header = content.prefix { $0 != UInt8(ascii: "\n") }
        return header.contains(UInt8(ascii: ",")) || !header.contains(UInt8(ascii: ";"))
            ? UInt8(ascii: ",") : UInt8(ascii: ";")
    }
}
