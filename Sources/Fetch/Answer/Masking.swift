/// Takes secrets out of whatever is printed, logged or archived about an exchange.
package struct Masking: Sendable {
    /// What stands in the place of a secret.
    package static let mark = "***"
    private let secrets: [String]

    /// Longer secrets first, so that one containing another is masked whole; each also in its percent-encoded form.
    package init(secrets: [String] = []) {
        let known = secrets.filter { !$0.isEmpty }
        self.secrets = Set(known + known.map(percentEncoded)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// Any text without the known secrets.
    package func text(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: Self.mark) }
    }

    /// An address without user information, known secrets, and the values of query keys that sound like secrets.
    package func address(_ address: String) -> String {
        var rest = text(address)[...]
        var masked = ""
        if let scheme = rest.firstRange(of: "://") {
            masked = String(rest[..<scheme.upperBound])
            rest = rest[scheme.upperBound...]
            let authority = rest.prefix { !"/?#".contains($0) }
            if let at = authority.lastIndex(of: "@") {
                masked += "\(Self.mark)@"
                rest = rest[rest.index(after: at)...]
            }
        }
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        guard let question = rest.firstIndex(of: "?") else { return masked + rest }
        let pairs = rest[rest.index(after: question)...].split(separator: "&", omittingEmptySubsequences: false)
        return masked + rest[...question] + pairs.map(maskedPair).joined(separator: "&")
    }

    /// A response header as it may be archived.
    func header(_ field: HeaderField) -> HeaderField {
        switch field.name.lowercased() {
        case "set-cookie": HeaderField(name: field.name, value: Self.mark)
        case "location", "content-location": HeaderField(name: field.name, value: address(field.value))
        default: HeaderField(name: field.name, value: text(field.value))
        }
    }

    private func maskedPair(_ pair: Substring) -> String {
        guard let equals = pair.firstIndex(of: "="), Self.soundsSecret(pair[..<equals]) else { return String(pair) }
        return "\(pair[...equals])\(Self.mark)"
    }

    private static func soundsSecret(_ key: Substring) -> Bool {
        let name = key.lowercased()
        if ["token", "secret", "passw", "apikey", "accesskey", "credential"].contains(where: name.contains) {
            return true
        }
        let words = name.split { !$0.isLetter }
        return words.contains { ["key", "pass", "pwd", "sig", "signature", "auth", "authorization"].contains($0) }
    }
}

/// RFC 3986: everything but the unreserved characters.
private func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { byte -> [UInt8] in
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: [byte]
        default: [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
