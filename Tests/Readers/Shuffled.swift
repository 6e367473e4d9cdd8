import Formats
import Foundation
import Testing
import Vocabulary

/// A publisher's file with its repeating groups in another order: what is a set to the publisher comes as it likes.
struct Shuffled {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    /// A number generator that gives the same numbers on every machine (Steele and others, 2014).
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// - Parameter reader: whose file it is: which rows are headers, and which cells hold several values.
    mutating func file(_ bytes: [UInt8], reader: String, part: String) throws -> [UInt8] {
        if bytes.starts(with: [0x50, 0x4B]) { return try workbook(bytes, reader: reader) }
        let first = bytes.first { $0 > 32 && $0 < 0x80 }
        switch first {
        case UInt8(ascii: "<"): return try xml(bytes)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try json(bytes)
        default: return try csv(bytes, reader: reader)
        }
    }

    // MARK: XML

    /// An element with the bytes around its children.
    private final class Node {
        var name = ""
        /// What stands before each child, and behind the last: `gaps.count == children.count + 1`.
        var gaps: [ArraySlice<UInt8>] = []
        var children: [Node] = []
    }

    /// Children of one name change places with one another.
    private mutating func xml(_ bytes: [UInt8]) throws -> [UInt8] {
        let top = Node()
        var open = [top]
        var gap = bytes.startIndex
        var position = bytes.startIndex
        func behind(_ mark: String, _ start: Int) throws -> Int {
            let pattern = Array(mark.utf8)
            var index = start
            while index + pattern.count <= bytes.count, !bytes[index...].starts(with: pattern) { index += 1 }
            try #require(index + pattern.count <= bytes.count)
            return index + pattern.count
        }
        while let tag = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            if bytes[tag...].starts(with: "<!--".utf8) {
                position = try behind("-->", tag)
                continue
            }
            if bytes[tag...].starts(with: "<![CDATA[".utf8) {
                position = try behind("]]>", tag)
                continue
            }
            var end = tag + 1
            var quote: UInt8 = 0
            while quote != 0 || bytes[end] != UInt8(ascii: ">") {
                if quote == bytes[end] {
                    quote = 0
                } else if quote == 0, [34, 39].contains(bytes[end]) {
                    quote = bytes[end]
                }
                end += 1
            }
            end += 1
            position = end
            if bytes[tag + 1] == UInt8(ascii: "?") || bytes[tag + 1] == UInt8(ascii: "!") { continue }
            if bytes[tag + 1] == UInt8(ascii: "/") {
                open[open.count - 1].gaps.append(bytes[gap..<end])
                open.removeLast()
                gap = end
                continue
            }
            let node = Node()
            let name = bytes[(tag + 1)...].prefix { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
            node.name = String(decoding: name, as: UTF8.self)
            open[open.count - 1].gaps.append(bytes[gap..<tag])
            open[open.count - 1].children.append(node)
            gap = tag
            if bytes[end - 2] == UInt8(ascii: "/") {
                node.gaps = [bytes[tag..<end]]
                gap = end
            } else {
                open.append(node)
            }
        }
        top.gaps.append(bytes[gap...])
        try #require(open.count == 1)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        write(top, to: &result)
        return result
    }

    private mutating func write(_ node: Node, to result: inout [UInt8]) {
        var places: [String: [Int]] = [:]
        for (index, child) in node.children.enumerated() { places[child.name, default: []].append(index) }
        var order = Array(node.children.indices)
        for name in places.keys.sorted() {
            guard let group = places[name] else { continue }
            for (place, index) in zip(group, group.shuffled(using: &random)) { order[place] = index }
        }
        for (place, index) in order.enumerated() {
            result += node.gaps[place]
            write(node.children[index], to: &result)
        }
        result += node.gaps.last ?? []
    }

    // MARK: rows

    private mutating func csv(_ bytes: [UInt8], reader: String) throws -> [UInt8] {
        let hasEndMark = bytes.last == 0x1A
        let end = bytes.count - (hasEndMark ? 1 : 0)
        var (rows, names): ([[UInt8]], [String]) = ([], [])
        let separator = UInt8(ascii: reader == "eu-vessels-csv" ? ";" : ",")
        var scanner = CSVScanner(0..<end, separator: separator)
        while try scanner.next(bytes.span) {
            if names.isEmpty { names = try scanner.fields.indices.map { try scanner.text($0, bytes.span) } }
            rows.append(try items(of: scanner, names, bytes, reader: reader) ?? Array(bytes[scanner.row]))
        }
        let headers = ["ofac-csv": 0, "ofac-cons-csv": 0, "uk-ofsi-csv": 2, "uk-fcdo-csv": 2][reader] ?? 1
        let shuffled = rows[..<headers] + rows[headers...].shuffled(using: &random)
        return Array(shuffled.map { $0 + [13, 10] }.joined()) + (hasEndMark ? [0x1A] : [])
    }

    /// Columns whose cells are one text, though it may hold a semicolon.
    private static let sentences: Set<String> = [
        "remarks", "title", "name", "federal_register_notice", "license_requirement", "license_policy",
        "standard_order",
    ]

    /// The row with the values of its cells in another order, for the lists whose cells hold several.
    private mutating func items(
        of scanner: CSVScanner, _ names: [String], _ bytes: [UInt8], reader: String
    ) throws -> [UInt8]? {
        guard ["us-csl-csv", "opensanctions-csv"].contains(reader) else { return nil }
        let between = reader == "us-csl-csv" ? "; " : ";"
        return try scanner.fields.indices.map { column in
            var text = try scanner.text(column, bytes.span)
            let items = text.components(separatedBy: between)
            if items.count > 1, !text.contains("\""), !Shuffled.sentences.contains(names[column]) {
                text = items.shuffled(using: &random).joined(separator: between)
            }
            return Array("\"\(text.replacing("\"", with: "\"\""))\"".utf8)
        }.reduce(into: []) { row, cell in row += row.isEmpty ? cell : [44] + cell }
    }

    /// The rows behind the header change places.
    private mutating func workbook(_ file: [UInt8], reader: String) throws -> [UInt8] {
        var copy = self
        // A title stands above the header.
        let headers = ["nz-mfat-xlsx", "nl-terrorism-ods"].contains(reader) ? 2 : 1
        let changed = try Workbook.changed(file) { name, content in
            if name == "content.xml" { return copy.table(content, headers: headers) }
            return name.hasPrefix("xl/worksheets/sheet") ? copy.sheet(content, headers: headers) : content
        }
        self = copy
        return changed
    }

    /// OpenDocument: rows without attributes are those with words in them.
    private mutating func table(_ content: [UInt8], headers: Int) -> [UInt8] {
        let text = String(decoding: content, as: UTF8.self)
        let matches = text.matches(of: /<table:table-row>.*?<\/table:table-row>/.dotMatchesNewlines())
        guard matches.count > headers + 1 else { return content }
        let rows = matches.map { String($0.output) }
        let bodies = rows[..<headers] + rows[headers...].shuffled(using: &random)
        var (result, position) = ("", text.startIndex)
        for (match, body) in zip(matches, bodies) {
            result += text[position..<match.range.lowerBound] + body
            position = match.range.upperBound
        }
        return Array((result + text[position...]).utf8)
    }

    private mutating func sheet(_ content: [UInt8], headers: Int) -> [UInt8] {
        let text = String(decoding: content, as: UTF8.self)
        let row = /<row[^>]*?r="(\d+)"[^>]*?>(.*?)<\/row>/.dotMatchesNewlines()
        let matches = text.matches(of: row)
        guard matches.count > headers + 1 else { return content }
        let rows = matches.map { String($0.output.2) }
        let bodies = rows[..<headers] + rows[headers...].shuffled(using: &random)
        var (result, position) = ("", text.startIndex)
        for (match, body) in zip(matches, bodies) {
            let number = match.output.1
            result += text[position..<match.output.2.startIndex]
            result += body.replacing(/(<c\b[^>]*?r="[A-Z]+)\d+"/) { "\($0.output.1)\(number)\"" }
            position = match.output.2.endIndex
        }
        return Array((result + text[position...]).utf8)
    }

    // MARK: JSON

    private mutating func json(_ bytes: [UInt8]) throws -> [UInt8] {
        let lines = bytes.split(separator: 10)
        // A document of its own over several lines, or an object on each.
        if lines.count == 1 || !isObject(lines[0]) {
            return Array(try data(JSONSerialization.jsonObject(with: Data(bytes))))
        }
        var shuffled: [[UInt8]] = []
        for line in lines.shuffled(using: &random) {
            shuffled.append(Array(try data(JSONSerialization.jsonObject(with: Data(line)))) + [10])
        }
        return Array(shuffled.joined())
    }

    private func isObject(_ line: ArraySlice<UInt8>) -> Bool {
        do {
            return try JSONSerialization.jsonObject(with: Data(line)) is [String: Any]
        } catch {
            return false
        }
    }

    private mutating func data(_ value: Any) throws -> Data {
        try JSONSerialization.data(withJSONObject: reordered(value), options: [.sortedKeys, .withoutEscapingSlashes])
    }

    private mutating func reordered(_ value: Any) -> Any {
        if let array = value as? [Any] {
            var result: [Any] = []
            for item in array.shuffled(using: &random) { result.append(reordered(item)) }
            return result
        }
        guard let object = value as? [String: Any] else { return value }
        var result: [String: Any] = [:]
        for (key, item) in object.sorted(by: { $0.key < $1.key }) { result[key] = reordered(item) }
        return result
    }
}
