/// Addresses that pages give for themselves: text to be shown, never asked.
enum WebAddress {
    /// The address it was fetched from, else the one that the page calls its own, where that is one of the public web.
    static func shown(_ given: String, _ canonical: String, shared: String, notes: inout [String]) -> String {
        if !given.isEmpty { return given }
        for address in [canonical, shared] where !address.isEmpty {
            if isPublic(address) { return address }
            notes.append("the page calls itself \(address.prefix(80)), which is no address of the public web")
        }
        return ""
    }

    /// Whether it is http or https and names no machine of one's own.
    static func isPublic(_ address: String) -> Bool {
        guard let scheme = address.firstRange(of: "://"),
            ["http", "https"].contains(address[..<scheme.lowerBound].lowercased())
        else { return false }
        let host = address[scheme.upperBound...].prefix { !"/:?#".contains($0) }.lowercased()
        let isOwn =
            host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host.hasPrefix("10.")
            || host.hasPrefix("192.168.") || host.hasPrefix("169.254.") || host.hasPrefix("[") || host.hasPrefix("0.")
        return host.contains(".") && !isOwn && !address.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "<" })
    }
}
