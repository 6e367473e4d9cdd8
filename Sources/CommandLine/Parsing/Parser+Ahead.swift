extension Parser {
    /// The value of an option of every command, whatever else the words say.
    static func value(of name: String, in words: [String]) -> String? {
        let options = words.prefix { $0 != "--" }
        if let attached = options.last(where: { $0.hasPrefix("--\(name)=") }) {
            return String(attached.dropFirst(name.count + 3))
        }
        guard let place = options.firstIndex(of: "--\(name)"), place + 1 < options.endIndex,
            !looksLikeOption(options[place + 1])
        else { return nil }
        return options[place + 1]
    }
}
