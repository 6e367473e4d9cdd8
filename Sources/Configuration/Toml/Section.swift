internal import Vocabulary

/// One table of a file, read strictly: a key that is asked for is allowed, and what is left at the end is a fault.
final class Section {
    let file: String
    let findings: Findings
    private let title: String
    private let line: Int
    private let column: Int
    private let entries: [TomlEntry]
    private var asked: [String] = []

    /// Nil, with a finding, where the node is no table.
    init?(_ node: TomlNode, title: String, file: String, findings: Findings) {
        self.file = file
        self.findings = findings
        self.title = title
        line = node.line
        column = node.column
        guard case .table(let entries) = node.content else {
            self.entries = []
            findings.add(
                "wrong_type", "`\(title)` is \(node.description)", file: file, line: line, column: column,
                remedy: "expected: a table, [\(title)]")
            return nil
        }
        self.entries = entries
    }

    /// The value of a key, or nil where it is absent or wrong; what is wrong is already noted.
    func value<Value>(_ key: String, _ form: Form<Value>) -> Value? {
        guard let entry = take(key) else { return nil }
        return read(entry.value, form, as: "`\(key)`")
    }

    /// The value of a key that must be there.
    func required<Value>(_ key: String, _ form: Form<Value>) -> Value? {
        guard take(key) == nil else { return value(key, form) }
        missing(key, form.expected)
        return nil
    }

    /// The values of a list; one value may stand without brackets where `single` says so.
    func list<Value>(_ key: String, _ form: Form<Value>, single: Bool = false) -> [Value]? {
        guard let entry = take(key) else { return nil }
        guard case .array(let elements) = entry.value.content else {
            if single { return read(entry.value, form, as: "`\(key)`").map { [$0] } }
            complain(
                "wrong_type", "`\(key)` is \(entry.value.description)", at: entry.value,
                remedy: "expected: a list of values, each \(form.expected)")
            return nil
        }
        let values = elements.compactMap { read($0, form, as: "a value of `\(key)`") }
        return values.count == elements.count ? values : nil
    }

    /// The table under a key, its old words in the groups in which they stand by now.
    func section(_ key: String, moved: MovedWords = MovedWords(places: [:])) -> Section? {
        guard let entry = take(key) else { return nil }
        let node = moved.applied(to: entry.value, title: path(key), file: file, findings: findings)
        return Section(node, title: path(key), file: file, findings: findings)
    }

    /// The tables of `[[key]]`.
    func sections(_ key: String) -> [Section] {
        guard let entry = take(key) else { return [] }
        guard case .array(let elements) = entry.value.content else {
            complain(
                "wrong_type", "`\(key)` is \(entry.value.description)", at: entry.value,
                remedy: "expected: one or more tables, [[\(path(key))]]")
            return []
        }
        return elements.compactMap { Section($0, title: path(key), file: file, findings: findings) }
    }

    /// Every key with its value, where the keys are names that the user chooses.
    func named<Value>(_ nameForm: String, isName: (String) -> Bool, _ form: Form<Value>) -> [(
        name: String, value: Value
    )] {
        entries.compactMap { entry in
            asked.append(entry.key)
            guard isName(entry.key) else {
                findings.add(
                    "bad_key", "`\(entry.key)` is not allowed as a name in [\(title)]", file: file,
                    line: entry.line, column: entry.column, remedy: "expected: \(nameForm)")
                return nil
            }
            return read(entry.value, form, as: "`\(entry.key)`").map { (entry.key, $0) }
        }
    }

    /// Likewise, where each key has a list of values.
    func namedLists<Value>(
        _ nameForm: String, isName: (String) -> Bool, _ form: Form<Value>
    ) -> [(name: String, value: [Value])] {
        named(nameForm, isName: isName, .node).compactMap { key, _ in
            list(key, form, single: true).map { (key, $0) }
        }
    }

    /// Notes a fault at a key's value, or at the table where the key is absent; `group.key` is in the table `group`.
    func refuse(_ key: String, _ message: String, remedy: String, code: String = "bad_value") {
        guard let value = entry(key)?.value else {
            findings.add(code, message, file: file, line: line, column: column, remedy: remedy)
            return
        }
        complain(code, message, at: value, remedy: remedy)
    }

    func missing(_ key: String, _ expected: String) {
        findings.add(
            "missing_key", "the key `\(key)` is missing\(inside)", file: file, line: line, column: column,
            remedy: "expected: \(expected)")
    }

    func has(_ key: String) -> Bool { entry(key) != nil }

    /// Notes every key that nobody asked for. The last call on a section.
    ///
    /// - Parameter elsewhere: what is allowed in other tables, `group.key`.
    func close(elsewhere: [String] = []) {
        for entry in entries where !asked.contains(entry.key) {
            var meant = Suggestion.clause(entry.key, among: asked)
            if let place = elsewhere.first(where: { $0.hasSuffix(".\(entry.key)") }) {
                meant = "; did you mean `\(place)`?"
            }
            findings.add(
                "unknown_key", "unknown key `\(entry.key)`\(inside)", file: file, line: entry.line,
                column: entry.column, remedy: "allowed: \(asked.joined(separator: ", "))" + meant)
        }
    }

    /// The entry of a key, or of `group.key`.
    private func entry(_ key: String) -> TomlEntry? {
        if let found = entries.first(where: { $0.key == key }) { return found }
        let parts = key.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let group = entries.first(where: { $0.key == parts[0] }),
            case .table(let words) = group.value.content
        else { return nil }
        return words.first { $0.key == parts[1] }
    }

    private var inside: String { title.isEmpty ? "" : " in [\(title)]" }
    private func path(_ key: String) -> String { title.isEmpty ? key : "\(title).\(key)" }

    private func take(_ key: String) -> TomlEntry? {
        if !asked.contains(key) { asked.append(key) }
        return entries.first { $0.key == key }
    }

    private func read<Value>(_ node: TomlNode, _ form: Form<Value>, as subject: String) -> Value? {
        switch form.read(node) {
        case .value(let value): return value
        case .wrongType:
            complain("wrong_type", "\(subject) is \(node.description)", at: node, remedy: "expected: \(form.expected)")
        case .refused(let hint):
            complain(
                "bad_value", "\(subject) cannot be \(node.printed ?? node.description)", at: node,
                remedy: "expected: \(form.expected)\(hint)")
        }
        return nil
    }

    private func complain(_ code: String, _ message: String, at node: TomlNode, remedy: String) {
        findings.add(code, message, file: file, line: node.line, column: node.column, remedy: remedy)
    }
}
