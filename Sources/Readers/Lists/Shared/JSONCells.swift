internal import Formats
internal import Vocabulary

/// The members of an object of JSON. What is taken is used; what is left says something that nothing uses.
struct JSONCells {
    private var fields: [DocumentNode.Field]

    init(_ node: DocumentNode) { fields = node.fields }

    /// A text or number, white space collapsed; empty where there is none.
    mutating func take(_ name: String) -> String {
        guard let index = fields.firstIndex(where: { $0.name == name }), case .text(let text) = fields[index].node
        else { return "" }
        fields.remove(at: index)
        return collapsed(text)
    }

    /// The elements of a list of that name; one object alone is a list of one.
    mutating func list(_ name: String) -> [DocumentNode] {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return [] }
        switch fields.remove(at: index).node {
        case .list(let elements): return elements
        case .none: return []
        case let node: return [node]
        }
    }

    /// The object of that name.
    mutating func only(_ name: String) -> DocumentNode? {
        guard let index = fields.firstIndex(where: { $0.name == name }), case .fields = fields[index].node else {
            return nil
        }
        return fields.remove(at: index).node
    }

    /// Counts what was not taken and says something.
    func leave(to unread: Leftovers, under path: String) {
        for field in fields {
            switch field.node {
            case .none: continue
            case .text(let text) where collapsed(text).isEmpty: continue
            case .list(let elements) where elements.isEmpty: continue
            default: unread.add(path.isEmpty ? field.name : "\(path).\(field.name)")
            }
        }
    }
}
