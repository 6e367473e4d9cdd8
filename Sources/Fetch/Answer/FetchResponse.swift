package import Vocabulary

/// One response header, its value masked where it is an address or a cookie.
package struct HeaderField: Sendable, Hashable {
    /// As the server wrote it; compare without regard to case.
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A complete answer: status 200, 203 or, to a request with a validator, 304.
package struct FetchResponse: Sendable {
    package let request: FetchRequest
    /// 200 for a file.
    package let status: Int
    package let headers: [HeaderField]
    /// Without its content encoding, which has been checked to its end.
    package let body: [UInt8]
    /// Bytes of the body on the wire.
    package let rawBytes: Int
    /// The server says that the last good answer still holds; the body is empty.
    package let notModified: Bool
    /// Nothing but the end of the connection told where the body ends: a cut one looks complete, the gate must judge.
    package let closeDelimited: Bool
    /// Where the last redirect led, masked.
    package let finalAddress: String
    package let etag: String?
    package let lastModified: String?
    package let attempts: Int
    /// When the attempt that succeeded began and ended, by the injected clock.
    package let startedAt: Instant
    package let endedAt: Instant
    /// Of the whole request, pauses included, by the monotonic clock.
    package let seconds: Double
}

extension FetchResponse {
    /// For the archive: names in lower case, the values of a repeated header joined as RFC 9110, 5.3 allows.
    package var headersByName: [String: String] {
        Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { "\($0), \($1)" }
    }
}
