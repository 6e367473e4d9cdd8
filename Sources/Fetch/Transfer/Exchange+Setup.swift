internal import CCurl
internal import Vocabulary

extension Exchange {
    /// Where and how the exchanges of one downloader connect.
    struct Route {
        let caFile: String?
        let proxy: ProxyChoice
        let rule: PeerRule
    }

    /// An exchange ready to be started. Secrets travel only while `address` has the origin of the request's own.
    static func prepared(
        _ request: FetchRequest, from original: Address, to address: Address, over route: Route, seconds: Double,
        onBytes: @escaping (Int, Int?) -> Void
    ) throws(Fault) -> Exchange {
        var easy = try EasyHandle()
        try easy.set(CURLOPT_URL, address.text)
        // Redirects are followed by us, one exchange each: libcurl's following cannot refuse https -> http.
        try easy.set(CURLOPT_FOLLOWLOCATION, 0)
        try easy.set(CURLOPT_PROTOCOLS_STR, address.scheme == "file" ? "file" : "http,https")
        // Without it a cancelled look-up of a name waits for the resolver's thread.
        try easy.set(CURLOPT_QUICK_EXIT, 1)
        try easy.set(CURLOPT_NOSIGNAL, 1)
        try setLimits(request.limits, seconds: seconds, on: easy)
        try setSecurity(route, on: easy)
        try easy.set(CURLOPT_USERAGENT, request.userAgent)
        // The body is inflated by us: libcurl's decoder accepts a cut gzip stream and knows no limit.
        try easy.set(CURLOPT_HTTP_CONTENT_DECODING, 0)
        var lines = ["Accept-Encoding: gzip"]
        if let etag = request.etag { lines.append("If-None-Match: \(etag)") }
        if let lastModified = request.lastModified { lines.append("If-Modified-Since: \(lastModified)") }
        if address.sameOrigin(as: original) {
            lines += request.headers
            if let user = original.user { try easy.set(CURLOPT_USERNAME, user) }
            if let password = original.password { try easy.set(CURLOPT_PASSWORD, password) }
        }
        guard (lines + [request.userAgent]).allSatisfy({ !$0.utf8.contains { $0 < 32 && $0 != 9 } }) else {
            throw Fault(
                "bad_header", "a request header holds a line break or another control character",
                place: request.shownAddress, remedy: "check the feed's headers, its user agent and the secrets in them")
        }
        try easy.set(headers: lines)
        return try Exchange(
            request, to: address, isOwnAddress: address == original, easy: easy, rule: route.rule,
            allowedSeconds: seconds, onBytes: onBytes)
    }

    private static func setLimits(
        _ limits: FetchLimits, seconds: Double, on easy: borrowing EasyHandle
    ) throws(Fault) {
        func milliseconds(_ seconds: Double) -> Int { Int(max(1, min(seconds, 86_400) * 1000)) }
        try easy.set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(limits.connectSeconds))
        try easy.set(CURLOPT_TIMEOUT_MS, milliseconds(seconds))
        try easy.set(CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeedBytesPerSecond)
        try easy.set(CURLOPT_LOW_SPEED_TIME, limits.lowSpeedSeconds)
    }

    private static func setSecurity(_ route: Route, on easy: borrowing EasyHandle) throws(Fault) {
        try easy.set(CURLOPT_SSL_VERIFYPEER, 1)
        try easy.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let caFile = route.caFile { try easy.set(CURLOPT_CAINFO, caFile) }
        if case .address(let proxy) = route.proxy { try easy.set(CURLOPT_PROXY, proxy) }
        // The proxy's answer to CONNECT is not the publisher's.
        try easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    }
}
