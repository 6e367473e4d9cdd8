package import Vocabulary

/// What a reader does with the elements of a document, in document order.
package protocol XMLHandler: AnyObject {
    /// An element begins; names come without their namespace prefix.
    func start(_ name: String, _ attributes: XMLAttributes) throws
    /// The same, with what stands before it directly in the element around it: for those who read words with marks among them.
    func start(_ name: String, _ attributes: XMLAttributes, after text: Span<UInt8>) throws
    /// An element ends; `text` is what stands directly in it, CDATA included, its children's text left out.
    func end(_ name: String, text: Span<UInt8>) throws
}

extension XMLHandler {
    package func start(_ name: String, _ attributes: XMLAttributes, after text: Span<UInt8>) throws {
        try start(name, attributes)
    }
}

/// The attributes of one element; values become Strings or numbers only when asked for.
package struct XMLAttributes {
    package private(set) var names: [String] = []
    private var values: [UInt8] = []
    private var ends: [Int] = []

    package var isEmpty: Bool { names.isEmpty }

    mutating func removeAll() {
        names.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    mutating func append(_ name: String, _ value: UnsafeRawBufferPointer) {
        names.append(name)
        values.append(contentsOf: value)
        ends.append(values.count)
    }

    /// An attribute that prints a decimal number; nil where it is absent or anything else.
    package func number(_ name: String) -> PublishedNumber? {
        range(name).flatMap { PublishedNumber(values.span, $0) }
    }

    /// An attribute that prints an ISO day; nil where it is absent or anything else.
    package func day(_ name: String) -> Day? { range(name).flatMap { Day(iso: values.span, $0) } }

    /// An attribute as text; nil where it is absent.
    package subscript(name: String) -> String? {
        guard let range = range(name) else { return nil }
        return String(decoding: values[range], as: UTF8.self)
    }

    private func range(_ name: String) -> Range<Int>? {
        guard let index = names.firstIndex(of: name) else { return nil }
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }
}
