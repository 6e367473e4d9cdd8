internal import CCurl
internal import Glibc
internal import Vocabulary

/// One request and its answer over libcurl; a redirect or another attempt is a new exchange.
///
/// libcurl holds an unretained pointer to it, so its owner keeps it until the handle has left the multi handle.
final class Exchange {
    /// Why we ended it ourselves.
    enum Stop {
        case privatePeer(String)
        case headersTooLarge
        case encoding(String)
        case body(Body.Problem)
    }

    let request: FetchRequest
    let address: Address
    let easy: EasyHandle
    /// False after a redirect, when messages name both addresses.
    let isOwnAddress: Bool
    /// What is left of the request's total time.
    let allowedSeconds: Double
    private(set) var headers = HeaderBlock()
    private(set) var stop: Stop?
    private(set) var body: Body?
    private let rule: PeerRule
    private let onBytes: (_ received: Int, _ expected: Int?) -> Void
    private var reportedBytes = 0

    private static let reportEvery = 262_144

    var isFile: Bool { address.scheme == "file" }
    var isSuccess: Bool { isFile || headers.status == 200 || headers.status == 203 }

    init(
        _ request: FetchRequest, to address: Address, isOwnAddress: Bool, easy: consuming EasyHandle, rule: PeerRule,
        allowedSeconds: Double, onBytes: @escaping (_ received: Int, _ expected: Int?) -> Void
    ) throws(Fault) {
        self.request = request
        self.address = address
        self.easy = easy
        self.isOwnAddress = isOwnAddress
        self.allowedSeconds = allowedSeconds
        self.rule = rule
        self.onBytes = onBytes
        let context = Unmanaged.passUnretained(self).toOpaque()
        let handle = self.easy.pointer
        let codes = [
            bellwether_curl_on_header(
                handle,
                { line, size, count, context in
                    Exchange.from(context).receiveHeader(UnsafeRawBufferPointer(start: line, count: size * count))
                }, context),
            bellwether_curl_on_body(
                handle,
                { chunk, size, count, context in
                    Exchange.from(context).receiveBody(UnsafeRawBufferPointer(start: chunk, count: size * count))
                }, context),
            bellwether_curl_on_socket(
                handle, { context, _, address in Exchange.from(context).openSocket(address) }, context),
            bellwether_curl_on_request(
                handle, { context, peer, _, port, _ in Exchange.from(context).mayRequest(peer, port) }, context),
        ]
        for code in codes { try self.easy.check(code, CURLOPT_WRITEFUNCTION) }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> Exchange {
        guard let context else { preconditionFailure("libcurl gives back the context it was given") }
        return Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    }

    /// An answer of another length than was offered makes libcurl end the transfer.
    private func receiveHeader(_ line: UnsafeRawBufferPointer) -> Int {
        headers.receive(line)
        guard headers.bytes <= request.limits.headerBytes else { return end(.headersTooLarge) }
        return line.count
    }

    private func receiveBody(_ chunk: UnsafeRawBufferPointer) -> Int {
        if body == nil {
            if let refusal = refusedEncoding { return end(.encoding(refusal)) }
            if isSuccess, let length = headers.contentLength, length > request.limits.rawBytes {
                return end(.body(.rawTooLarge))
            }
            startBody()
        }
        do throws(Body.Problem) { try body?.receive(chunk) } catch { return end(.body(error)) }
        let received = rawBytes
        if received - reportedBytes >= Self.reportEvery {
            reportedBytes = received
            onBytes(received, headers.contentLength)
        }
        return chunk.count
    }

    /// Also for an answer without a body, so that an empty one that claims to be gzip is judged.
    func startBody() {
        guard body == nil else { return }
        body = Body(
            limits: request.limits, use: isSuccess ? .data : .excerpt, gzipped: !headers.contentEncodings.isEmpty,
            expected: headers.contentLength)
    }

    var rawBytes: Int {
        switch body {
        case .some(let body): body.rawBytes
        case nil: 0
        }
    }

    /// The beginning of an error page.
    var excerpt: [UInt8] {
        switch body {
        case .some(let body): body.bytes
        case nil: []
        }
    }

    /// The decoded bytes, handed on without a copy.
    func takeBody() -> [UInt8] { body?.take() ?? [] }

    /// Only gzip was asked for; a transfer coding other than chunks would be undone by libcurl without our checks.
    private var refusedEncoding: String? {
        guard isSuccess else { return nil }
        let content = headers.contentEncodings
        if !content.isEmpty, content != ["gzip"], content != ["x-gzip"] { return content.joined(separator: ", ") }
        return headers.transferEncodings.first { $0 != "chunked" && $0 != "identity" }
    }

    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address, let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else {
            return bellwether_curl_bad_socket()
        }
        let socketAddress = (UnsafeRawPointer(address) + offset).assumingMemoryBound(to: sockaddr.self)
        if let peer = PeerAddress(socketAddress), !rule.allows(peer, for: request) {
            _ = end(.privatePeer(peer.description))
            return bellwether_curl_bad_socket()
        }
        // Of a host's several addresses one may have been refused before.
        stop = nil
        let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, type, address.pointee.protocol)
    }

    private func mayRequest(_ peer: UnsafeMutablePointer<CChar>?, _ port: Int32) -> Int32 {
        guard let peer, let peer = PeerAddress(literal: String(cString: peer), port: Int(port)),
            !rule.allows(peer, for: request)
        else {
            stop = nil
            return CURL_PREREQFUNC_OK
        }
        _ = end(.privatePeer(peer.description))
        return CURL_PREREQFUNC_ABORT
    }

    private func end(_ reason: Stop) -> Int {
        stop = reason
        return 0
    }
}
