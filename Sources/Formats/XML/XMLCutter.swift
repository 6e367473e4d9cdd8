internal import Glibc
internal import Vocabulary

/// Finds where records begin and end in a document that comes in pieces, by its markup alone (XML 1.0, 2.1 to 2.7):
/// comments, CDATA sections and instructions are passed over, `<` stands nowhere else in a well-formed document.
final class XMLCutter {
    private(set) var records: [XMLRecords.Record] = []
    private(set) var keys: [String] = []
    /// What stands between the records, white space left out.
    private(set) var frame: [UInt8] = []
    /// The piece that would hold the record it stands in, where the last one did not.
    private(set) var wanted = 0

    private let names: [[UInt8]]
    private let key: XMLRecords.Key
    /// What stands before a key, in the order of preference, for each of the names.
    private let keyMarks: [[[UInt8]]]
    private let digests: RowDigests

    init(_ names: [String], _ key: XMLRecords.Key) throws {
        self.names = names.map { Array($0.utf8) }
        self.key = key
        keyMarks =
            switch key {
            case .element(let name): names.map { _ in [Array("<\(name)>".utf8)] }
            case .attribute(let name, let other):
                names.map { _ in [name, other].compactMap { $0 }.map { Array("\($0)=".utf8) } }
            case .attributes(let attributes): attributes.map { [Array("\($0)=".utf8)] }
            case .none: []
            }
        digests = try RowDigests()
    }

    /// Cuts what is whole in a piece; answers how many of its bytes are done with.
    func cut(_ piece: Span<UInt8>, at offset: Int, isLast: Bool) throws -> Int {
        try piece.withUnsafeBufferPointer { source in
            var position = 0
            // Nothing before this has to be seen again.
            var done = 0
            while let tag = source.find(60, from: position) {
                guard let after = try end(ofMarkupAt: tag, source, isLast) else { break }
                guard let name = recordName(source, tag, after) else {
                    position = after
                    keep(source, done, after)
                    done = after
                    continue
                }
                keep(source, done, tag)
                done = tag
                guard let end = try end(ofRecord: names[name], source, tag, after, isLast) else {
                    // A record that fills the piece needs a longer one.
                    wanted = done == 0 ? source.count * 2 : 0
                    return try unfinished(isLast, offset + tag, done)
                }
                try add(UnsafeBufferPointer(rebasing: source[tag..<end]), name: name, at: offset + tag)
                position = end
                done = end
            }
            guard isLast else {
                wanted = done == 0 ? source.count * 2 : 0
                return done
            }
            keep(source, done, source.count)
            return source.count
        }
    }

    private func unfinished(_ isLast: Bool, _ start: Int, _ done: Int) throws -> Int {
        guard isLast else { return done }
        throw Fault(
            "cut_xml", "the document ends inside record \(records.count + 1), which begins at byte \(start)",
            place: "byte \(start)", remedy: "The download is probably cut; fetch it again.")
    }

    private func keep(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        let between = source[start..<end]
        if between.contains(where: { $0 > 32 }) { frame.append(contentsOf: between) }
    }

    private func add(_ record: UnsafeBufferPointer<UInt8>, name: Int, at offset: Int) throws {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: record.span)
        } catch {
            throw Fault(
                "wrong_encoding", "not UTF-8 (\(error.kind)) in record \(records.count + 1)",
                place: "byte \(offset + error.byteOffsets.lowerBound)",
                remedy: "Fetch the file again; if it stays so, its publisher changed the encoding.")
        }
        records.append(
            .init(
                start: offset, count: Int32(record.count), name: Int32(name), digest: try digests.short(record.span)))
        if !keyMarks.isEmpty { keys.append(try keyText(record, marks: keyMarks[name]) ?? "") }
    }

    // MARK: markup

    /// Behind the tag, comment, section or instruction at a `<`; nil where the piece ends inside it.
    private func end(ofMarkupAt start: Int, _ source: UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws -> Int? {
        guard start + 1 < source.count else { return isLast ? source.count : nil }
        let found: Int?
        switch source[start + 1] {
        case UInt8(ascii: "!") where source.begins("<!--", at: start): found = source.end(of: "-->", from: start + 4)
        case UInt8(ascii: "!") where source.begins("<![CDATA[", at: start):
            found = source.end(of: "]]>", from: start + 9)
        case UInt8(ascii: "?"): found = source.end(of: "?>", from: start + 2)
        default: found = tagEnd(source, start)
        }
        return found ?? (isLast ? source.count : nil)
    }

    /// Behind the `>` of a tag: one inside a quoted value is not its end.
    private func tagEnd(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var quote: UInt8 = 0
        for position in start + 1..<source.count {
            let byte = source[position]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 62 {
                return position + 1
            } else if byte == 34 || byte == 39 {
                quote = byte
            }
        }
        return nil
    }

    private func recordName(_ source: UnsafeBufferPointer<UInt8>, _ tag: Int, _ end: Int) -> Int? {
        names.firstIndex { source.isTag($0, at: tag + 1, end) }
    }

    /// Behind the closing tag that belongs to a record's opening one.
    private func end(
        ofRecord name: [UInt8], _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ after: Int, _ isLast: Bool
    ) throws -> Int? {
        if source[after - 2] == UInt8(ascii: "/") { return after }
        var depth = 1
        var position = after
        while let tag = source.find(60, from: position) {
            guard tag + 1 < source.count else { return nil }
            let isClosing = source[tag + 1] == UInt8(ascii: "/")
            let first = isClosing ? tag + 2 : tag + 1
            guard first < source.count else { return nil }
            if source[first] == name[0] || source[first] == UInt8(ascii: "!") || source[first] == UInt8(ascii: "?") {
                guard let end = try end(ofMarkupAt: tag, source, false) else { return nil }
                if source.isTag(name, at: first, end) {
                    if isClosing { depth -= 1 } else if source[end - 2] != UInt8(ascii: "/") { depth += 1 }
                    if depth == 0 { return end }
                }
                position = end
            } else {
                position = tag + 1
            }
        }
        return nil
    }

    private func keyText(_ record: UnsafeBufferPointer<UInt8>, marks: [[UInt8]]) throws -> String? {
        for mark in marks {
            let range =
                switch key {
                case .attribute, .attributes: value(of: mark, record)
                default: try text(ofChild: mark, record)
                }
            // A reference to a character or an entity is for the parser.
            guard let range, !record[range].contains(38) else { continue }
            let text = Whitespace.collapsed(String(decoding: record[range], as: UTF8.self))
            if !text.isEmpty { return text }
        }
        return nil
    }

    /// The value of an attribute of the record's own tag, not what looks like one inside another's value.
    private func value(of mark: [UInt8], _ record: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let end = tagEnd(record, 0) else { return nil }
        var quote: UInt8 = 0
        for position in 1..<end {
            let byte = record[position]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 34 || byte == 39 {
                quote = byte
            } else if byte == mark[0], record[position - 1] <= 32, record.begins(mark, at: position) {
                let start = position + mark.count
                guard start < end, record[start] == 34 || record[start] == 39 else { return nil }
                return record.find(record[start], from: start + 1).map { start + 1..<$0 }
            }
        }
        return nil
    }

    /// The text of the record's own child of that name: deeper ones are keys of something else.
    private func text(ofChild mark: [UInt8], _ record: UnsafeBufferPointer<UInt8>) throws -> Range<Int>? {
        var depth = 0
        var position = tagEnd(record, 0) ?? record.count
        while let tag = record.find(60, from: position), tag + 1 < record.count {
            guard let end = try end(ofMarkupAt: tag, record, true) else { return nil }
            switch record[tag + 1] {
            case UInt8(ascii: "/"): depth -= 1
            case UInt8(ascii: "!"), UInt8(ascii: "?"): break
            default:
                if depth == 0, record.begins(mark, at: tag) { return record.find(60, from: end).map { end..<$0 } }
                if record[end - 2] != UInt8(ascii: "/") { depth += 1 }
            }
            position = end
        }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func find(_ byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    fileprivate func begins(_ text: StaticString, at start: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard let base = baseAddress, start + length <= count else { return false }
        return memcmp(base + start, text.utf8Start, length) == 0
    }

    /// Behind the first occurrence of a text, which begins with a byte that is not common.
    fileprivate func end(of text: StaticString, from start: Int) -> Int? {
        var position = start
        while let found = find(text.utf8Start[0], from: position) {
            if begins(text, at: found) { return found + text.utf8CodeUnitCount }
            position = found + 1
        }
        return nil
    }

    fileprivate func begins(_ text: [UInt8], at start: Int) -> Bool {
        guard let base = baseAddress, start + text.count <= count else { return false }
        return memcmp(base + start, text, text.count) == 0
    }

    /// Whether a tag has that local name: behind it stands white space, `/` or `>`.
    fileprivate func isTag(_ name: [UInt8], at start: Int, _ end: Int) -> Bool {
        guard let base = baseAddress, start + name.count < end, memcmp(base + start, name, name.count) == 0 else {
            return false
        }
        let next = self[start + name.count]
        return next <= 32 || next == 47 || next == 62
    }
}
