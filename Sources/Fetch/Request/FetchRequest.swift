package import Vocabulary

/// One address to obtain for one part of one feed, with everything the exchange may need to know.
package struct FetchRequest: Sendable {
    package var feed: String
    /// The part of a snapshot that the answer becomes (`sdn`, `add`); empty for a feed of one file.
    package var part: String
    /// With its secrets in place; never printed.
    package var address: String
    /// What messages, progress and the archive may show of the address.
    package let shownAddress: String
    /// Values that no message may contain, wherever the server repeats them.
    package let secrets: [String]
    package var userAgent = "bellwether"
    /// Further request headers, `Name: value`; sent to the address's own origin only, never across a redirect to another.
    package var headers: [String] = []
    /// The validators of the last good answer; with either the server may answer 304.
    package var etag: String?
    package var lastModified: String?
    /// Whether `file://` is allowed, which a feed file must say.
    package var allowsFile = false
    /// Whether the feed may be served from loopback, link-local or private networks (an intranet, a test).
    package var allowsPrivateNetworks = false
    package var limits = FetchLimits()

    /// What may be shown is derived from the address when it is not given, and masked once more when it is.
    package init(
        feed: String, part: String = "", address: String, shownAddress: String? = nil, secrets: [String] = []
    ) {
        self.feed = feed
        self.part = part
        self.address = address
        self.secrets = secrets
        self.shownAddress = Masking(secrets: secrets).address(shownAddress ?? address)
    }

    var masking: Masking { Masking(secrets: secrets) }

    var hasValidator: Bool { etag != nil || lastModified != nil }
}

/// Printing a request must not print its secrets, not even from a debugger's dump.
extension FetchRequest: CustomStringConvertible, CustomReflectable {
    package var description: String { part.isEmpty ? "\(feed) \(shownAddress)" : "\(feed)/\(part) \(shownAddress)" }
    package var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
