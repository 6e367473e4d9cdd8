internal import Vocabulary

/// What stands behind `{secret:NAME}`: from the environment, else from `Config/secrets.toml`. Never printed.
package struct Secrets: Sendable {
    private let environment: [String: String]
    private let stored: [String: String]

    /// Secrets from the environment alone.
    package init(environment: [String: String]) { self.init(environment: environment, stored: [:]) }

    private init(environment: [String: String], stored: [String: String]) {
        self.environment = environment
        self.stored = stored
    }

    /// With those of the workspace's secrets file, if it has one.
    package static func load(folder: String, name: String, environment: [String: String]) throws -> Secrets {
        let opened: (file: ConfigFile, mode: UInt32)
        do {
            opened = try ConfigFile.open(name: name, path: folder + "/secrets.toml")
        } catch let fault as Fault where fault.code == "missing_file" {
            return Secrets(environment: environment)
        }
        // Group or others may do anything at all with it: too late to keep it a secret, in time to say so.
        guard opened.mode & 0o077 == 0 else {
            throw Fault(
                "secrets_exposed", "other users of this machine may read the secrets (mode 0\(octal(opened.mode)))",
                place: name, remedy: "chmod 600 \(name), and renew the secrets if others had access")
        }
        let findings = Findings()
        guard
            let section = Section(try TomlDocument.parse(opened.file), title: "", file: name, findings: findings)
        else { throw Fault("bad_value", "the file holds no table", place: name) }
        let values = section.named("capital letters, digits and _", isName: isName, secretText)
        if let fault = findings.faults.first { throw fault }
        return Secrets(environment: environment, stored: Dictionary(values, uniquingKeysWith: { $1 }))
    }

    /// The secret, or what to do to have it.
    func value(_ name: String) throws -> String {
        guard let value = environment["BELLWETHER_SECRET_\(name)"] ?? environment[name] ?? stored[name] else {
            throw Fault(
                "no_secret", "the secret \(name) is not set", place: "{secret:\(name)}",
                remedy: "set BELLWETHER_SECRET_\(name), or write \(name) = \"…\" into Config/secrets.toml (chmod 600)")
        }
        // A line break would end the header or the request line and begin one of the secret's making.
        guard !value.isEmpty, !value.utf8.contains(where: { $0 < 32 || $0 == 127 }) else {
            throw Fault(
                "bad_secret", "the secret \(name) is empty or holds a control character", place: "{secret:\(name)}",
                remedy: "set it again without a line break at its end")
        }
        return value
    }

    /// What stands behind those of the names that are set, for those who must recognise a secret to hide it.
    package func values(_ names: [String]) -> [String] {
        names.compactMap { environment["BELLWETHER_SECRET_\($0)"] ?? environment[$0] ?? stored[$0] }
    }

    /// The text with `{secret:NAME}` for every value of these names, plain or percent-encoded: for messages that come
    /// from libraries and servers.
    package func mask(_ text: String, names: [String]) -> String {
        var masked = text
        for name in names {
            guard let value = environment["BELLWETHER_SECRET_\(name)"] ?? environment[name] ?? stored[name],
                !value.isEmpty
            else { continue }
            for form in [value, PercentEncoding.component(value)] {
                masked = masked.split(separator: form, omittingEmptySubsequences: false).joined(
                    separator: "{secret:\(name)}")
            }
        }
        return masked
    }

    static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
    }

    // The common form names a bad value in its complaint; this one never does.
    private static var secretText: Form<String> {
        Form("a text") { node in
            guard case .text(let text) = node.content else { return .wrongType }
            return .value(text)
        }
    }

    private static func octal(_ mode: UInt32) -> String { String(mode & 0o777, radix: 8) }
}

extension Secrets: CustomStringConvertible, CustomReflectable {
    package var description: String { "secrets: \(stored.keys.sorted().joined(separator: ", "))" }
    package var customMirror: Mirror { Mirror(self, children: ["names": stored.keys.sorted()]) }
}
