internal import CCurl
internal import Vocabulary

/// An address taken apart by libcurl's own parser, so that what is checked is what will be connected to.
struct Address: Hashable, Sendable {
    /// Without user information and fragment, as it is handed to libcurl.
    let text: String
    let scheme: String
    let host: String
    let port: String
    /// Only if the address names one: a proxy's default is not its scheme's.
    let writtenPort: String?
    /// Percent-decoded; what a file is opened by.
    let path: String
    let user: String?
    let password: String?

    init(_ address: String, masking: Masking) throws(Fault) {
        let bad = Fault(
            "bad_address", "this is not an address that can be fetched", place: masking.address(address),
            remedy: "write it as https://host/path, with spaces as %20")
        guard let url = curl_url() else { throw Fault("out_of_memory", "libcurl has no memory for an address") }
        defer { curl_url_cleanup(url) }
        // Schemes that are not fetched are read all the same: refusing `ftp:` by name helps more than "bad address".
        guard curl_url_set(url, CURLUPART_URL, address, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK else {
            throw bad
        }
        func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
            var text: UnsafeMutablePointer<CChar>?
            guard curl_url_get(url, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
            defer { curl_free(text) }
            return String(cString: text)
        }
        scheme = part(CURLUPART_SCHEME) ?? ""
        host = (part(CURLUPART_HOST) ?? "").lowercased()
        port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT) ?? ""
        writtenPort = part(CURLUPART_PORT)
        path = part(CURLUPART_PATH, CURLU_URLDECODE) ?? ""
        user = part(CURLUPART_USER, CURLU_URLDECODE)
        password = part(CURLUPART_PASSWORD, CURLU_URLDECODE)
        for secret in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] {
            guard curl_url_set(url, secret, nil, 0) == CURLUE_OK else { throw bad }
        }
        guard let text = part(CURLUPART_URL) else { throw bad }
        self.text = text
    }

    /// Secrets stay with the scheme, host and port that they were given for.
    func sameOrigin(as other: Address) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }
}
