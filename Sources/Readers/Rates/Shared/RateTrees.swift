internal import Formats
internal import Vocabulary

/// Records of JSON and XML, wherever they stand in the document.
enum RateTrees {
    static let json = RateReader.make("rates-json") { part, layout, seen in
        let bytes = try part.content.all()
        return try read(try JSONDocument.read(bytes.span), part, layout, seen)
    }

    static let xml = RateReader.make("rates-xml") { part, layout, seen in
        guard let root = layout.where.root else {
            throw Fault(
                "bad_layout", "[layout] does not say what the document's element is", remedy: "Write where.root = …")
        }
        let bytes = try part.content.all()
        guard let unwrap = layout.where.unwrap?.split(separator: "/").map(String.init), unwrap.count == 2 else {
            return try read(try XMLDocumentTree.read(bytes.span, root: root), part, layout, seen)
        }
        let outer = try XMLDocumentTree.read(bytes.span, root: unwrap[0])
        guard let text = RateRecords.texts(named: unwrap[1], in: outer).first else {
            throw Fault(
                "wrong_columns", "the document has no element \(unwrap[1])",
                remedy: "Nothing was changed. `where.unwrap` names the element whose text is the document.")
        }
        let inner = Array(text.utf8)
        return try read(try XMLDocumentTree.read(inner.span, root: root), part, layout, seen)
    }

    private static func read(_ root: DocumentNode, _ part: Snapshot.Part, _ layout: RateLayout, _ seen: Day?) throws
        -> RateMapping
    {
        var mapping = try RateMapping(layout, part: part.name, seen: seen, rowName: "record", hasExponents: true)
        try RateRecords.requireOnlyPage(root, layout)
        mapping.published = try RateRecords.published(root, layout)
        var bytes: [UInt8] = []
        var fields: [CSVScanner.Field] = []
        // What only some records have is a column of all: a value that is left out is no value.
        var names: [String] = []
        var indices: [String: Int] = [:]
        try RateRecords.visit(root, layout) { record in
            for field in record where indices[field.name] == nil {
                indices[field.name] = names.count
                names.append(field.name)
            }
        }
        try mapping.begin(names, place: "")
        var number = 0
        try RateRecords.visit(root, layout) { record in
            number += 1
            bytes.removeAll(keepingCapacity: true)
            fields = names.map { _ in CSVScanner.Field.missing }
            // What is nearest to the record stands in front of what it stands in.
            for field in record.reversed() {
                guard let index = indices[field.name] else { continue }
                let text = field.text ?? ""
                bytes += text.utf8
                fields[index] = CSVScanner.Field(bytes.count - text.utf8.count..<bytes.count)
            }
            try mapping.take(bytes.span, fields, number: number)
        }
        return mapping
    }
}
