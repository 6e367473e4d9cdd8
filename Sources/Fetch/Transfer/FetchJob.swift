internal import CCurl
internal import Vocabulary

/// One request on its way through redirects, attempts and pauses.
final class FetchJob {
    /// What to do with the job after an exchange has ended.
    enum Next {
        case follow(shownAddress: String)
        case wait(seconds: Double, because: Fault)
        case end(Result<FetchResponse, Fault>)
    }

    let index: Int
    let request: FetchRequest
    /// Nil until an exchange is under way; libcurl points to it.
    private(set) var exchange: Exchange?
    private(set) var attempt = 0
    private var original: Address?
    private var visited: [Address] = []
    private var started: ContinuousClock.Instant?
    private var attemptStartedAt: Instant?

    init(index: Int, request: FetchRequest) {
        self.index = index
        self.request = request
    }

    /// Begins another attempt at the request's own address; the first one starts the clock.
    func begin(_ route: Exchange.Route, now: Instant, onBytes: @escaping (Int, Int?) -> Void) throws(Fault) -> Exchange
    {
        let address = try Address(request.address, masking: request.masking)
        try checkStart(address, rule: route.rule)
        if started == nil { started = .now }
        attempt += 1
        attemptStartedAt = now
        original = address
        visited = [address]
        return try open(address, route, onBytes)
    }

    /// Goes on to where the last exchange was redirected.
    func follow(_ route: Exchange.Route, onBytes: @escaping (Int, Int?) -> Void) throws(Fault) -> Exchange {
        guard let address = visited.last else { throw .cancelled(place: request.shownAddress) }
        return try open(address, route, onBytes)
    }

    private func open(
        _ address: Address, _ route: Exchange.Route, _ onBytes: @escaping (Int, Int?) -> Void
    ) throws(Fault) -> Exchange {
        let new = try Exchange.prepared(
            request, from: original ?? address, to: address, over: route, seconds: secondsLeft, onBytes: onBytes)
        exchange = new
        return new
    }

    private func checkStart(_ address: Address, rule: PeerRule) throws(Fault) {
        let place = request.shownAddress
        switch address.scheme {
        case "http", "https":
            guard rule.allows(address, for: request) else { throw .privateAddress(address.host, place: place) }
        case "file":
            guard request.allowsFile else {
                throw Fault(
                    "file_refused", "this feed may not read local files", place: place,
                    remedy: "say so in the feed file if it should, or use `bellwether import`")
            }
            if let fault = Fault.ofFile(at: address.path, place: place) { throw fault }
        default:
            throw Fault(
                "bad_scheme", "\(address.scheme): cannot be fetched", place: place,
                remedy: "https, http and, where the feed allows it, file")
        }
    }

    /// What the end of the exchange means; the exchange has left libcurl's hands.
    func ended(_ code: CURLcode, rule: PeerRule, now: Instant) -> Next {
        guard let exchange else { return .end(.failure(.cancelled(place: request.shownAddress))) }
        defer { self.exchange = nil }
        switch exchange.judged(code, now: now) {
        case .answered: return .end(.success(response(exchange, now: now)))
        case .redirected(let target):
            do throws(Fault) {
                visited.append(try redirect(to: target, from: exchange, rule: rule))
                return .follow(shownAddress: request.masking.address(target))
            } catch { return .end(.failure(error)) }
        case .failed(let failure): return afterFailure(failure, now: now)
        }
    }

    private func redirect(to target: String, from exchange: Exchange, rule: PeerRule) throws(Fault) -> Address {
        let address = try Address(target, masking: request.masking)
        let shown = request.masking.address(target)
        func refused(_ reason: String) -> Fault { .redirectRefused(to: shown, because: reason, place: exchange.place) }
        guard ["http", "https"].contains(address.scheme) else { throw refused("only https and http are followed") }
        guard exchange.address.scheme == "http" || address.scheme == "https" else {
            throw refused("that would leave the secure connection")
        }
        guard rule.allows(address, for: request) else { throw .privateAddress(address.host, place: exchange.place) }
        guard !visited.contains(address) else {
            throw Fault(
                "redirect_loop", "the server redirects in a circle, back to \(shown)", place: exchange.place,
                remedy: "open the feed's address in a browser; such a server often asks for a log-in")
        }
        guard visited.count <= request.limits.redirects else {
            throw Fault(
                "too_many_redirects", "more than \(request.limits.redirects) redirects, the last to \(shown)",
                place: exchange.place, remedy: "write the address where the file now is in the feed file")
        }
        return address
    }

    private func afterFailure(_ failure: Failure, now: Instant) -> Next {
        let plan = RetryPlan(limits: request.limits)
        let jitter = Double.random(in: 0..<1)
        if let pause = plan.pause(after: failure, attempt: attempt, secondsLeft: secondsLeft, jitter: jitter) {
            return .wait(seconds: pause, because: failure.fault)
        }
        var fault = failure.fault
        if let asked = failure.retryAfter {
            fault.message += "; it asks to wait \(asked) s, until \(now + Int64(asked))"
        }
        if attempt > 1 { fault.message += "; tried \(attempt) times" }
        return .end(.failure(fault))
    }

    private var secondsLeft: Double { request.limits.totalSeconds - secondsSpent }

    private var secondsSpent: Double {
        guard let started else { return 0 }
        let spent = (ContinuousClock.now - started).components
        return Double(spent.seconds) + Double(spent.attoseconds) / 1e18
    }

    private func response(_ exchange: Exchange, now: Instant) -> FetchResponse {
        let headers = exchange.headers
        let notModified = headers.status == 304
        return FetchResponse(
            request: request, status: exchange.isFile ? 200 : headers.status,
            headers: exchange.isFile ? [] : headers.fields.map(request.masking.header),
            body: notModified ? [] : exchange.takeBody(), rawBytes: exchange.rawBytes, notModified: notModified,
            closeDelimited: !exchange.isFile && !notModified && headers.isCloseDelimited,
            finalAddress: exchange.isOwnAddress ? request.shownAddress : request.masking.address(exchange.address.text),
            etag: headers.value("etag"), lastModified: exchange.isFile ? nil : headers.value("last-modified"),
            attempts: attempt, startedAt: attemptStartedAt ?? now, endedAt: now, seconds: secondsSpent)
    }
}
