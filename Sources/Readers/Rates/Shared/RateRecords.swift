internal import Formats
internal import Vocabulary

/// The records of a document, each with its own columns and those of what it stands in.
enum RateRecords {
    struct Field {
        var name: String
        /// Nil: there, and without a value.
        var text: String?
    }

    /// Visits every record that the layout's paths lead to; a fault where there is none. No record outlives its visit:
    /// all of them together would take more room than the document.
    static func visit(_ root: DocumentNode, _ layout: RateLayout, _ body: ([Field]) throws -> Void) throws {
        var isEmpty = true
        func found(_ record: [Field]) throws {
            isEmpty = false
            try body(record)
        }
        for path in layout.where.records.isEmpty ? [""] : layout.where.records {
            let names = path.split(separator: ".").map(String.init)
            try collect(root, names[...], [], names.last, layout.where.hasMembers, found)
        }
        guard isEmpty else { return }
        let said = message(root).map { "; it says: \($0)" } ?? ""
        let wanted = layout.where.records.filter { !$0.isEmpty }.joined(separator: " or ")
        throw Fault(
            "no_rows", "the document has no \(wanted.isEmpty ? "records" : wanted)\(said)",
            remedy: "Nothing may have been published for the day; if it stays so, `where.records` must lead elsewhere.")
    }

    private static func collect(
        _ node: DocumentNode, _ path: ArraySlice<String>, _ inherited: [Field], _ name: String?, _ hasMembers: Bool,
        _ found: ([Field]) throws -> Void
    ) throws {
        if case .list(let elements) = node {
            // A name that is a number stands for one element: the World Bank answers [about, records].
            if let next = path.first, let position = Int(next) {
                guard elements.indices.contains(position - 1) else { return }
                return try collect(elements[position - 1], path.dropFirst(), inherited, name, hasMembers, found)
            }
            for (offset, element) in elements.enumerated() {
                try requireRecord(element, path.first, number: offset + 1)
                // A list within the list that the path leads to is a record of columns 1, 2, …
                if path.isEmpty, case .list = element {
                    try found(own(element, "") + inherited + named(name))
                } else {
                    try collect(element, path, inherited, name, hasMembers, found)
                }
            }
            return
        }
        guard case .fields(let fields) = node else { return }
        if path.isEmpty, hasMembers {
            for field in fields {
                try found([Field(name: "key", text: field.name)] + own(field.node, "value") + inherited)
            }
            return
        }
        guard let next = path.first else {
            return try found(numbered(own(node, "")) + inherited)
        }
        let scalars = fields.filter { $0.name != next }.flatMap { field -> [Field] in
            if case .text(let text) = field.node { [Field(name: field.name, text: text)] } else { [] }
        }
        for field in fields where field.name == next {
            try collect(field.node, path.dropFirst(), scalars + inherited, name, hasMembers, found)
        }
    }

    /// What stands among records and is none was meant to be one: passed over, its day would look withdrawn.
    private static func requireRecord(_ element: DocumentNode, _ next: String?, number: Int) throws {
        let wrong: String
        switch element {
        case .text(let text): wrong = "\"\(text.shown)\" stands in the place of a record"
        case .none: wrong = "there is nothing in the place of a record"
        case .fields(let fields):
            guard let next, !fields.contains(where: { $0.name == next }) else { return }
            wrong = "no \"\(next)\" in it; there are: " + fields.prefix(12).map(\.name.shown).joined(separator: ", ")
        case .list: return
        }
        throw Fault(
            "wrong_columns", wrong, place: "element \(number)",
            remedy:
                "Nothing was changed. `where.records` says what leads to the records; the publisher may have moved them."
        )
    }

    private static func named(_ name: String?) -> [Field] { name.map { [Field(name: "list", text: $0)] } ?? [] }

    /// The columns of a record; nested ones by `outer.inner`.
    private static func own(_ node: DocumentNode, _ name: String) -> [Field] {
        switch node {
        case .text(let text): return [Field(name: name, text: text)]
        case .none: return [Field(name: name, text: nil)]
        case .fields(let fields):
            let prefix = name.isEmpty || name == "value" ? "" : name + "."
            return fields.flatMap { own($0.node, prefix + $0.name) }
        case .list(let elements):
            return elements.enumerated().flatMap {
                own($0.element, name.isEmpty ? "\($0.offset + 1)" : "\(name).\($0.offset + 1)")
            }
        }
    }

    /// `name`, `name#2`, … where elements of one name follow one another.
    private static func numbered(_ fields: [Field]) -> [Field] {
        var counts: [String: Int] = [:]
        return fields.map { field in
            let count = counts[field.name, default: 0] + 1
            counts[field.name] = count
            return count == 1 ? field : Field(name: "\(field.name)#\(count)", text: field.text)
        }
    }

    /// Texts of the elements of a name, anywhere in the document.
    static func texts(named name: String, in node: DocumentNode) -> [String] {
        node.fields.flatMap { field -> [String] in
            if field.name == name, case .text(let text) = field.node { return [text] }
            return texts(named: name, in: field.node)
        }
    }

    /// What an answer without records says for itself.
    private static func message(_ node: DocumentNode) -> String? {
        let places = ["message", "errorMessages", "error_message", "error", "detail", "value", "error-type"]
        func search(_ node: DocumentNode, _ depth: Int) -> String? {
            guard depth < 4 else { return nil }
            switch node {
            case .list(let elements): return elements.lazy.compactMap { search($0, depth + 1) }.first
            case .fields(let fields):
                for place in places {
                    for field in fields where field.name == place {
                        if case .text(let text) = field.node { return String(text.prefix(160)) }
                        if case .list(let elements) = field.node, case .text(let text)? = elements.first {
                            return String(text.prefix(160))
                        }
                    }
                }
                return fields.lazy.compactMap { search($0.node, depth + 1) }.first
            default: return nil
            }
        }
        return search(node, 0)
    }
}
