internal import Vocabulary

extension FeedFile {
    static func checkName(_ section: Section, _ id: String?, _ file: ConfigFile) {
        let base = file.name.split(separator: "/").last.map(String.init) ?? file.name
        if let id, base != "\(id).toml" {
            section.refuse(
                "id", "`id` is \"\(id)\" in a file called \(base)", remedy: "rename the file to \(id).toml, or the id")
        }
    }

    static func checkLayout(_ section: Section, _ name: String?, _ readers: [Reader]) {
        guard section.has("layout"), let reader = readers.first(where: { $0.name == name }), reader.needs != .layout
        else { return }
        section.refuse(
            "layout", "the reader \(reader.name) knows its publisher's layout", remedy: "leave [layout] out")
    }

    static func checkReader(
        _ section: Section, _ name: String?, kind: Reader.Kind?, parts: [Part], readers: [Reader]
    ) {
        guard let name, !readers.isEmpty else { return }
        guard let reader = readers.first(where: { $0.name == name }) else {
            let names = readers.map(\.name).sorted()
            section.refuse(
                "reader", "there is no reader \"\(name)\"",
                remedy: "allowed: \(names.joined(separator: ", "))"
                    + Suggestion.clause(name, among: names))
            return
        }
        if let kind, reader.kind != kind {
            section.refuse(
                "kind", "the reader \(name) reads \(reader.kind.rawValue), not \(kind.rawValue)",
                remedy: "write kind = \"\(reader.kind.rawValue)\"")
        }
        guard !reader.takesAnyPart else { return }
        for part in parts where !reader.parts.contains(part.name) {
            section.refuse(
                "parts", "the reader \(name) knows no part \"\(part.name)\"",
                remedy: "allowed: \(reader.parts.joined(separator: ", "))"
                    + Suggestion.clause(part.name, among: reader.parts))
        }
        if let first = reader.parts.first, !parts.isEmpty, !parts.contains(where: { $0.name == first }) {
            section.refuse(
                "parts", "the part \"\(first)\" is missing, and the reader \(name) needs it",
                remedy: "write \(first) = \"address\" under [parts]")
        }
    }
}
