/// A piece of a document of JSON or XML, whichever it was: readers of records need not know.
package enum DocumentNode: Sendable {
    /// A text, or a number with every digit that was printed.
    case text(String)
    /// `null`, or an element with nothing in it.
    case none
    case list([DocumentNode])
    /// Members in the order of the document. In JSON each name once; in XML an element for each time it stands there.
    case fields([Field])

    package struct Field: Sendable {
        package var name: String
        package var node: DocumentNode
    }

    /// The members of an object or element; nothing of anything else.
    package var fields: [Field] { if case .fields(let fields) = self { fields } else { [] } }

    /// What stands under a name: each element of that name, and each element of a list of that name.
    package func children(_ name: String) -> [DocumentNode] {
        fields.filter { $0.name == name }.flatMap { field in
            if case .list(let elements) = field.node { elements } else { [field.node] }
        }
    }
}
