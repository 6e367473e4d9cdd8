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
}
