internal import Vocabulary

/// The elements of one record, in document order: a few arrays, not an object per element.
///
/// Remembers what was read of it, so that what nothing reads can be told.
final class XMLTree {
    struct Node {
        var name: String
        var parent: Int32
        /// The node behind this one's last descendant: its next sibling, or where its parent ends too.
        var end: Int32
        var text: Range<Int32>
        var attributes: Range<Int32>
        var isRead = false
    }
    struct Attribute {
        var name: String
        var value: Range<Int32>
        var isRead = false
    }

    fileprivate(set) var nodes: [Node] = []
    fileprivate(set) var attributes: [Attribute] = []
    /// Texts and values with their white space collapsed.
    fileprivate var bytes: [UInt8] = []

    func string(_ range: Range<Int32>) -> String {
        String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }

    func readText(_ index: Int32) -> String {
        nodes[Int(index)].isRead = true
        return string(nodes[Int(index)].text)
    }

    func readAttribute(_ name: String, of index: Int32) -> String {
        let range = nodes[Int(index)].attributes
        for position in Int(range.lowerBound)..<Int(range.upperBound) where attributes[position].name == name {
            attributes[position].isRead = true
            return string(attributes[position].value)
        }
        return ""
    }

    /// The first child of that name behind a node; `after` nil: from the first child on.
    func child(_ name: String?, of parent: Int32, after: Int32?) -> Int32? {
        let end = nodes[Int(parent)].end
        var index = after.map { nodes[Int($0)].end } ?? parent + 1
        while index < end {
            if name == nil || nodes[Int(index)].name == name { return index }
            index = nodes[Int(index)].end
        }
        return nil
    }

    func ignore(_ index: Int32) {
        for position in index..<nodes[Int(index)].end {
            nodes[Int(position)].isRead = true
            ignoreAttributes(of: position)
        }
    }

    func ignoreAttributes(of index: Int32) {
        let range = nodes[Int(index)].attributes
        for position in Int(range.lowerBound)..<Int(range.upperBound) { attributes[position].isRead = true }
    }

    /// Paths of texts and attributes that say something and that nothing read.
    func unread() -> [String] {
        var found: [String] = []
        for (index, node) in nodes.enumerated() {
            if !node.isRead, !node.text.isEmpty { found.append(path(Int32(index))) }
            for position in Int(node.attributes.lowerBound)..<Int(node.attributes.upperBound) {
                let attribute = attributes[position]
                if !attribute.isRead, !attribute.value.isEmpty {
                    found.append("\(path(Int32(index)))@\(attribute.name)")
                }
            }
        }
        return found
    }

    private func path(_ index: Int32) -> String {
        var names: [String] = []
        var index = index
        while index >= 0 {
            names.append(nodes[Int(index)].name)
            index = nodes[Int(index)].parent
        }
        return names.reversed().joined(separator: "/")
    }
}

/// Fills a tree while a document goes by.
final class XMLTreeBuilder: XMLHandler {
    private(set) var tree = XMLTree()
    private var open: [Int32] = []

    func begin() {
        tree = XMLTree()
        open.removeAll(keepingCapacity: true)
    }

    func start(_ name: String, _ found: XMLAttributes) {
        let first = Int32(tree.attributes.count)
        found.each { tree.attributes.append(.init(name: $0, value: append($1))) }
        let index = Int32(tree.nodes.count)
        tree.nodes.append(
            .init(
                name: name, parent: open.last ?? -1, end: index + 1, text: 0..<0,
                attributes: first..<Int32(tree.attributes.count)))
        open.append(index)
    }

    func end(_ name: String, text: Span<UInt8>) {
        guard let index = open.popLast() else { return }
        tree.nodes[Int(index)].end = Int32(tree.nodes.count)
        tree.nodes[Int(index)].text = append(text)
    }

    private func append(_ text: Span<UInt8>) -> Range<Int32> {
        let start = Int32(tree.bytes.count)
        Whitespace.collapse(text, into: &tree.bytes)
        return start..<Int32(tree.bytes.count)
    }
}
