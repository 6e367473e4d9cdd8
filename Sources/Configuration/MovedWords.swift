/// Words of a table that stand in one of its groups by now: they are still read, each with a pointer to its place.
struct MovedWords {
    /// The place of each, `group.word`, by the word that it was.
    let places: [String: String]

    /// The table with every word in its group, at the line and column where it stands in the file.
    func applied(to node: TomlNode, title: String, file: String, findings: Findings) -> TomlNode {
        guard case .table(let entries) = node.content else { return node }
        var kept: [TomlEntry] = []
        var moved: [(entry: TomlEntry, place: String)] = []
        for entry in entries {
            // A group may have the name of a word: it is a table, and the word never was.
            if let place = places[entry.key], !entry.isGroup(of: place) {
                moved.append((entry, place))
            } else {
                kept.append(entry)
            }
        }
        for (entry, place) in moved {
            let group = String(place.prefix { $0 != "." })
            let word = String(place.dropFirst(group.count + 1))
            let index = kept.firstIndex { $0.key == group } ?? kept.count
            if index == kept.count {
                kept.append(
                    TomlEntry(
                        key: group, line: entry.line, column: entry.column,
                        value: TomlNode(content: .table([]), line: entry.line, column: entry.column)))
            }
            guard case .table(var words) = kept[index].value.content else { continue }
            if words.contains(where: { $0.key == word }) {
                findings.add(
                    "duplicate_key", "`\(title).\(entry.key)` and `\(title).\(place)` are one key", file: file,
                    line: entry.line, column: entry.column, remedy: "keep `\(title).\(place)`")
                continue
            }
            words.append(TomlEntry(key: word, line: entry.line, column: entry.column, value: entry.value))
            kept[index].value.content = .table(words)
            findings.point(
                "`\(title).\(entry.key)` is now `\(title).\(place)`; the old word is still read", file: file,
                line: entry.line, column: entry.column)
        }
        return TomlNode(content: .table(kept), line: node.line, column: node.column)
    }
}

extension TomlEntry {
    fileprivate func isGroup(of place: String) -> Bool {
        if case .table = value.content { place.hasPrefix("\(key).") } else { false }
    }
}
