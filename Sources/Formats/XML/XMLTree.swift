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

    private var nodes: [Node]
    private var attributes: [Attribute]
    /// Texts and values with their white space collapsed.
    private let bytes: [UInt8]

    init(_ parts: Parts) {
        nodes = parts.nodes
        attributes = parts.attributes
        bytes = parts.bytes
    }

    func name(_ index: Int32) -> String { nodes[Int(index)].name }

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

    /// Marks an attribute as read where it stands, without making its text.
    func ignoreAttribute(_ name: String, of index: Int32) {
        let range = nodes[Int(index)].attributes
        for position in Int(range.lowerBound)..<Int(range.upperBound) where attributes[position].name == name {
            attributes[position].isRead = true
        }
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

extension XMLTree {
    /// A tree while its document goes by.
    struct Parts {
        private(set) var nodes: [Node] = []
        private(set) var attributes: [Attribute] = []
        private(set) var bytes: [UInt8] = []
        private var open: Int32 = -1

        static let none = Parts(capacity: 0)

        /// - Parameter capacity: elements that a record usually has.
        init(capacity: Int = 64) {
            nodes.reserveCapacity(capacity)
            bytes.reserveCapacity(capacity * 16)
        }

        mutating func start(_ name: String) {
            let index = Int32(nodes.count)
            let first = Int32(attributes.count)
            nodes.append(Node(name: name, parent: open, end: index + 1, text: 0..<0, attributes: first..<first))
            open = index
        }

        /// Of the element that was started last.
        mutating func append(_ attribute: String, _ value: UnsafeRawBufferPointer) {
            let start = Int32(bytes.count)
            Whitespace.collapse(value.bindMemory(to: UInt8.self).span, into: &bytes)
            attributes.append(Attribute(name: attribute, value: start..<Int32(bytes.count)))
            nodes[nodes.count - 1].attributes = nodes[nodes.count - 1].attributes.lowerBound..<Int32(attributes.count)
        }

        mutating func end(text: Span<UInt8>) {
            let start = Int32(bytes.count)
            Whitespace.collapse(text, into: &bytes)
            nodes[Int(open)].text = start..<Int32(bytes.count)
            nodes[Int(open)].end = Int32(nodes.count)
            open = nodes[Int(open)].parent
        }
    }
}
