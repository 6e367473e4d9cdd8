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
            guard let arrays = layout.where.arrays else { return try body(record) }
            try parallel(record, arrays, body)
        }
        for path in layout.where.records.isEmpty ? [""] : layout.where.records {
            let names = path.split(separator: ".").map(String.init)
            try collect(root, names[...], [], names.last, layout.where.hasMembers, found)
        }
        guard isEmpty else { return }
        let said = message(root).map { "; it says: \($0)" } ?? (isEmptyList(root, layout) ? ": its list is empty" : "")
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

    /// Lists that belong together, element by element: dates here, values there.
    private static func parallel(_ record: [Field], _ arrays: [String], _ body: ([Field]) throws -> Void) throws {
        let lists = arrays.map { name in record.filter { isElement($0.name, of: name) }.map(\.text) }
        let rest = record.filter { field in !arrays.contains { isElement(field.name, of: $0) } }
        guard let count = lists.first?.count, lists.allSatisfy({ $0.count == count }) else {
            let counts = zip(arrays, lists).map { "\($0) has \($1.count)" }.joined(separator: ", ")
            throw Fault(
                "wrong_columns", "lists that belong together are of different lengths: \(counts)",
                remedy: "Nobody can say which values belong to which days; fetch the file again.")
        }
        for index in 0..<count {
            try body(zip(arrays, lists).map { Field(name: $0, text: $1[index]) } + rest)
        }
    }

    private static func isElement(_ field: String, of list: String) -> Bool {
        field.utf8.count > list.utf8.count && field.hasPrefix(list) && field.utf8.dropFirst(list.utf8.count).first == 46
    }

    /// Whether what the paths lead to is a list with nothing in it.
    private static func isEmptyList(_ root: DocumentNode, _ layout: RateLayout) -> Bool {
        layout.where.records.isEmpty
            ? isEmpty(root) : layout.where.records.contains { node(at: $0, in: root).map(isEmpty) ?? false }
    }

    private static func isEmpty(_ node: DocumentNode) -> Bool {
        if case .list(let elements) = node { elements.isEmpty } else { false }
    }

    /// What a path leads to from the root; numbers are elements of lists, from 1.
    private static func node(at path: String, in root: DocumentNode) -> DocumentNode? {
        path.split(separator: ".").reduce(root) { node, name in
            if case .list(let elements)? = node, let position = Int(name) {
                return elements.indices.contains(position - 1) ? elements[position - 1] : nil
            }
            return node?.fields.first { $0.name == name }?.node
        }
    }

    private static func text(at path: String, in root: DocumentNode) -> String? {
        if case .text(let text)? = node(at: path, in: root) { text } else { nil }
    }

    /// One page of several is not the publication: what stands on the others would look withdrawn.
    static func requireOnlyPage(_ root: DocumentNode, _ layout: RateLayout) throws {
        guard let path = layout.where.pages else { return }
        let page = layout.where.page.flatMap { text(at: $0, in: root) } ?? "1"
        // Without records there are no pages, and what the answer says for itself is told.
        guard let pages = text(at: path, in: root), pages != "1", pages != "0" else { return }
        throw Fault(
            "one_page", "this is page \(page.shown) of \(pages.shown), not the whole answer", place: path,
            remedy: "Ask for more records a page in the feed's address, so that all fit on one.")
    }

    /// The day of publication, where the layout says what leads to it.
    static func published(_ root: DocumentNode, _ layout: RateLayout) throws -> Day? {
        guard let path = layout.day.published, let text = text(at: path, in: root) else { return nil }
        let bytes = Array(text.utf8)
        guard let form = DayForm("yyyy-MM-dd|iso-time", layout.day.conventions),
            let (day, _) = form.read(bytes.span, 0..<bytes.count)
        else {
            throw Fault(
                "bad_day", "\"\(text.shown)\" is no day of publication", place: path,
                remedy: "`day.published` leads to a day as yyyy-MM-dd.")
        }
        return day
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
