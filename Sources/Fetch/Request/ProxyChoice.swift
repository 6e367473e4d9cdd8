internal import CCurl
internal import Glibc
internal import Vocabulary

/// Through which proxy, if any, addresses are reached.
package enum ProxyChoice: Sendable, Hashable {
    /// HTTPS_PROXY, http_proxy, ALL_PROXY and NO_PROXY, as libcurl reads them.
    case environment
    /// This one, except for the hosts in NO_PROXY.
    case address(String)
}

extension ProxyChoice {
    /// The proxies' own sockets. They usually are on a private network, and it is the proxy, not we, who connects on.
    func peers() -> Set<PeerAddress> {
        let written: [String] =
            switch self {
            case .address(let address): [address]
            case .environment:
                ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"].compactMap {
                    (name: String) -> String? in
                    guard let value = getenv(name) else { return nil }
                    return String(cString: value)
                }
            }
        return written.filter { !$0.isEmpty }.reduce(into: []) { $0.formUnion(Self.peers(of: $1)) }
    }

    private static func peers(of proxy: String) -> Set<PeerAddress> {
        let full = proxy.contains("://") ? proxy : "http://\(proxy)"
        // An unreadable proxy is reported by libcurl at the first connection; here it only exempts nothing.
        let parsed = Result { () throws(Fault) in try Address(full, masking: Masking()) }
        guard case .success(let address) = parsed else { return [] }
        // Without a port libcurl assumes 1080 (CURLOPT_PROXY), for an https:// proxy 443.
        let port = address.writtenPort ?? (address.scheme == "https" ? "443" : "1080")
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address.host.filter { $0 != "[" && $0 != "]" }, port, nil, &found) == 0 else { return [] }
        defer { freeaddrinfo(found) }
        return Set(
            sequence(first: found) { $0?.pointee.ai_next }.prefix { $0 != nil }
                .compactMap { $0?.pointee.ai_addr.flatMap { PeerAddress($0) } })
    }
}
