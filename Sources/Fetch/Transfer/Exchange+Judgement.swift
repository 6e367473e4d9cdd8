internal import CCurl
internal import Vocabulary

extension Exchange {
    /// What to make of the exchange once libcurl has ended it with `code`.
    func judged(_ code: CURLcode, now: Instant) -> Step {
        switch stop {
        case .body where !isSuccess: break
        case .some(let stop): return .failed(Failure(fault(of: stop)))
        case nil: break
        }
        if isFile { return code == CURLE_OK ? .answered : .failed(transportFailure(code)) }
        // A status outside success says more than how its error page ended.
        guard headers.isComplete, code == CURLE_OK || !isSuccess else { return .failed(transportFailure(code)) }
        switch headers.status {
        case 200, 203: return judgedBody()
        case 304 where request.hasValidator: return .answered
        case 301, 302, 303, 307, 308:
            guard let target = easy.text(CURLINFO_REDIRECT_URL) else { return .failed(statusFailure(now: now)) }
            return .redirected(target)
        default: return .failed(statusFailure(now: now))
        }
    }

    private func judgedBody() -> Step {
        startBody()
        do throws(Body.Problem) { try body?.checkComplete() } catch { return .failed(failure(of: error)) }
        return .answered
    }

    private func fault(of stop: Stop) -> Fault {
        switch stop {
        case .privatePeer(let peer): Fault.privateAddress(peer, place: place)
        case .headersTooLarge:
            Fault(
                "headers_too_large", "the answer's headers exceed \(request.limits.headerBytes) bytes", place: place,
                remedy: "open the address in a browser: this is not what the publisher's server used to send")
        case .encoding(let name):
            Fault(
                "unknown_encoding", "the body is encoded as \(request.masking.text(name)); only gzip was asked for",
                place: place, remedy: "the server ignores Accept-Encoding; try the publisher's other address")
        case .body(let problem): failure(of: problem).fault
        }
    }

    /// Damaged compression is as a cut transfer: another attempt may bring the whole.
    private func failure(of problem: Body.Problem) -> Failure {
        let limits = request.limits
        let larger = "if the publisher's file really grew, raise the feed's limit"
        func fault(_ code: String, _ message: String, _ remedy: String) -> Fault {
            Fault(code, message, place: place, remedy: remedy)
        }
        let again = "nothing was kept; if it fails again tomorrow, the publisher's server is broken"
        switch problem {
        case .rawTooLarge:
            return Failure(fault("too_large", "the body exceeds \(limits.rawBytes) bytes on the wire", larger))
        case .gzip(.decodedTooLarge):
            return Failure(fault("too_large", "the body exceeds \(limits.decodedBytes) decoded bytes", larger))
        case .gzip(.bomb):
            let message = "the body unpacks to more than \(limits.ratio) times its size"
            return Failure(fault("bomb", message, "this is no plausible list or table: look at the address"))
        case .gzip(.notGzip):
            return Failure(fault("bad_gzip", "the server says gzip, but the body is not", again), heals: true)
        case .gzip(.cut):
            return Failure(fault("bad_gzip", "the gzip body ends before its trailer", again), heals: true)
        case .gzip(.trailingBytes):
            return Failure(fault("bad_gzip", "bytes follow the end of the gzip body", again), heals: true)
        case .gzip(.damaged(let reason)):
            return Failure(fault("bad_gzip", "the gzip body is damaged: \(reason)", again), heals: true)
        }
    }

    /// The address asked for and, after redirects, the one that failed.
    var place: String {
        isOwnAddress ? request.shownAddress : "\(request.shownAddress) -> \(request.masking.address(address.text))"
    }
}
