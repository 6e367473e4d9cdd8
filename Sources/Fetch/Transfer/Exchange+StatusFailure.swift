internal import CCurl
internal import Vocabulary

extension Exchange {
    /// A status that brings no data. Only the server's own trouble (5xx), impatience (408) and limits (429) may heal.
    func statusFailure(now: Instant) -> Failure {
        let status = headers.status
        let asked = retryAfter(now: now)
        if status == 304 {
            let fault = Fault(
                "not_modified_unasked", "the server answers 304 though nothing was said about an earlier copy",
                place: place, remedy: "a cache in between is broken; fetch again, or through another proxy")
            return Failure(fault, heals: true)
        }
        if status == 429 {
            let fault = Fault(
                "rate_limited", "the server refuses more requests for now (HTTP 429)" + quoted, place: place,
                remedy: "fetch this feed less often, or with the key that the publisher gives out")
            return Failure(fault, heals: true, retryAfter: asked)
        }
        let heals = status >= 500 || status == 408
        let fault = Fault("http_\(status)", "the server answers HTTP \(status)" + quoted, place: place, remedy: remedy)
        return Failure(fault, heals: heals, retryAfter: heals ? asked : nil)
    }

    private var remedy: String {
        switch headers.status {
        case 401, 403, 407: "check the feed's key and user agent; some publishers refuse unknown programs"
        case 404, 410: "the publisher has moved the file: look on its site for the new address"
        case 500...: "the publisher's server is in trouble; the next run asks again"
        case 300..<400: "a redirect without an address to go to: open the feed's address in a browser"
        default: "open the feed's address in a browser"
        }
    }

    /// Seconds or a date (RFC 9110, 10.2.3), never more than a day. A date is read against the server's own clock.
    private func retryAfter(now: Instant) -> Int? {
        guard let text = headers.value("retry-after") else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            return min(Int(text) ?? 86_400, 86_400)
        }
        let until = curl_getdate(text, nil)
        guard until >= 0 else { return nil }
        let servers = headers.value("date").map { curl_getdate($0, nil) } ?? -1
        return min(max(0, until - (servers >= 0 ? servers : Int(now.seconds))), 86_400)
    }

    /// The beginning of an error body in plain text or JSON; a page in HTML explains nothing in one line.
    private var quoted: String {
        guard headers.contentEncodings.isEmpty, case let bytes = excerpt, let first = bytes.first,
            first != UInt8(ascii: "<"), let text = String(validating: bytes, as: UTF8.self)
        else { return "" }
        let safe = request.masking.text(text).unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: " " as Unicode.Scalar
            default: scalar
            }
        }
        let line = String(String.UnicodeScalarView(safe)).split(separator: " ").joined(separator: " ")
        return line.isEmpty ? "" : ": \(line.prefix(200))"
    }
}
