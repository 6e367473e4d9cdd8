/// An element of an entry with its parts: an alias with its quality, an address with its city.
struct UNGroup {
    var text = ""
    private(set) var parts: [(name: String, text: String)] = []

    mutating func add(_ name: String, _ text: String) {
        if !text.isEmpty { parts.append((name, text)) }
    }

    /// The part's text, or an empty one.
    subscript(name: String) -> String { parts.first { $0.name == name }?.text ?? "" }

    func all(_ name: String) -> [String] { parts.filter { $0.name == name }.map(\.text) }

    /// The named parts that are not empty, in the order asked for.
    func joined(_ names: String...) -> String {
        names.map { self[$0] }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
