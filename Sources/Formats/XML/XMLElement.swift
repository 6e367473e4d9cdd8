/// An element of a record, with what stands in it. Reading a text or attribute marks it as read; `unread` tells the rest.
package struct XMLElement {
    private let tree: XMLTree
    private let index: Int32

    init(_ tree: XMLTree, _ index: Int32 = 0) {
        self.tree = tree
        self.index = index
    }

    package var name: String { tree.name(index) }

    /// What stands directly in it, white space collapsed.
    package var text: String { tree.readText(index) }

    /// An attribute's value, white space collapsed; empty where there is none.
    package func attribute(_ name: String) -> String { tree.readAttribute(name, of: index) }

    /// The text of the first child of that name; empty where there is none.
    package subscript(_ child: String) -> String { first(child)?.text ?? "" }

    /// The first child of that name.
    package func first(_ name: String) -> XMLElement? {
        tree.child(name, of: index, after: nil).map { XMLElement(tree, $0) }
    }

    /// The children of that name, in order.
    package func all(_ name: String) -> [XMLElement] { children(name) }

    /// The children of a child: `all("akaList", "aka")`, of every `akaList` there is.
    package func all(_ outer: String, _ inner: String) -> [XMLElement] {
        children(outer).flatMap { $0.children(inner) }
    }

    /// Every child, in order.
    package var children: [XMLElement] { children(nil) }

    /// The texts of the children of that name that say something.
    package func texts(_ name: String) -> [String] { children(name).map(\.text).filter { !$0.isEmpty } }

    private func children(_ name: String?) -> [XMLElement] {
        var found: [XMLElement] = []
        var next = tree.child(name, of: index, after: nil)
        while let index = next {
            found.append(XMLElement(tree, index))
            next = tree.child(name, of: self.index, after: index)
        }
        return found
    }

    /// Children that say nothing about the entry, with all that stands in them.
    package func ignore(_ names: String...) {
        for name in names { for child in children(name) { tree.ignore(child.index) } }
    }

    /// The element itself with all that stands in it.
    package func ignoreAll() { tree.ignore(index) }

    /// Attributes of this element that say nothing about the entry.
    package func ignoreAttributes(_ names: String...) {
        for name in names { tree.ignoreAttribute(name, of: index) }
    }

    /// Paths of texts and attributes of the whole record that say something and that nothing read so far.
    package func unread() -> [String] { tree.unread() }
}
