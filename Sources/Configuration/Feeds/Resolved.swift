package import Vocabulary

/// A template with every place filled: one text to send, one to show.
package struct Resolved: Sendable, Hashable {
    /// With the secrets in it: for the wire only.
    package let text: String
    /// With `{secret:NAME}` where a secret stands: for messages, the journal and the archive.
    package let masked: String
}

extension Resolved: CustomStringConvertible, CustomReflectable {
    // Interpolating or dumping a value must not be the way a secret gets into a log.
    package var description: String { masked }
    package var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

/// The days that a request is for.
package struct RequestDays: Sendable, Hashable {
    /// The day of the request.
    package var date: Day
    /// The first day that is asked for.
    package var from: Day
    /// The last day that is asked for.
    package var to: Day

    /// A request for a range.
    package init(date: Day, from: Day, to: Day) {
        self.date = date
        self.from = from
        self.to = to
    }

    /// A request for one day.
    package init(_ day: Day) { self.init(date: day, from: day, to: day) }
}

extension Template {
    /// Fills every place. In an address a secret is percent-encoded (RFC 3986, 2.1), so that an `&` in it stays a part
    /// of it; `file://./…` becomes the path inside `workspace`.
    package func resolve(
        days: RequestDays, secrets: Secrets, workspace: String? = nil
    ) throws -> Resolved {
        var (text, masked) = ("", "")
        for piece in pieces {
            switch piece {
            case .literal(let literal):
                text += literal
                masked += literal
            case .day(let which, let spelling):
                let day =
                    switch which {
                    case .date: days.date
                    case .from: days.from
                    case .to: days.to
                    }
                let spelled = spelling.map { $0.text(day) }.joined()
                text += spelled
                masked += spelled
            case .secret(let name):
                let value = try secrets.value(name)
                text += workspace == nil ? value : PercentEncoding.component(value)
                masked += "{secret:\(name)}"
            }
        }
        guard let workspace else { return Resolved(text: text, masked: masked) }
        return Resolved(
            text: Template.absolute(text, workspace, encode: true),
            masked: Template.absolute(masked, workspace, encode: false))
    }

    private static func absolute(_ address: String, _ workspace: String, encode: Bool) -> String {
        let relative = "file://./"
        guard address.hasPrefix(relative) else { return address }
        let folder = workspace.hasSuffix("/") ? String(workspace.dropLast()) : workspace
        return "file://" + (encode ? PercentEncoding.path(folder) : folder) + "/" + address.dropFirst(relative.count)
    }
}

/// Percent-encoding of RFC 3986, 2.1.
enum PercentEncoding {
    static func component(_ text: String) -> String { encode(text, keeping: Array("-._~".utf8)) }
    static func path(_ text: String) -> String { encode(text, keeping: Array("-._~/".utf8)) }

    private static func encode(_ text: String, keeping marks: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain || marks.contains(byte)
                ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
