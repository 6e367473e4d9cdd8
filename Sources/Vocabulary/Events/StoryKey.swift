/// What names a story by its address.
package enum StoryKey {
    /// Without scheme, query, fragment and the slash at its end: what only counts readers is no part of a name.
    package static func of(_ address: String) -> String {
        var text = address[...]
        if let scheme = text.firstRange(of: "://") { text = text[scheme.upperBound...] }
        text = text.prefix { $0 != "?" && $0 != "#" }
        while text.last == "/" { text.removeLast() }
        return text.hasPrefix("www.") ? String(text.dropFirst(4)).lowercased() : text.lowercased()
    }

    /// Of a telling, written as `publisher address`; empty where no address is told.
    package static func of(report: String) -> String {
        report.lastIndex(of: " ").map { of(String(report[report.index(after: $0)...])) } ?? ""
    }
}
