import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Fetch

@Suite struct SecurityTests {
    let server: MisbehavingServer
    init() throws { server = try MisbehavingServer.shared.get() }

    // TLS.

    @Test func theNamedAuthorityIsTrusted() async throws {
        let downloader = Downloader(caFile: server.authority)
        #expect(try await answer(asking(address: server.secureURL(.good)), with: downloader).body == linesOfData)
    }

    @Test(arguments: [
        (MisbehavingServer.Certificate.expired, true, "tls_expired"), (.wrongHost, true, "tls_wrong_host"),
        (.selfSigned, true, "tls_self_signed"), (.good, false, "tls_unknown_issuer"),
    ])
    func anUntrustworthyCertificateEndsTheRequestAtOnce(
        certificate: MisbehavingServer.Certificate, knowsAuthority: Bool, code: String
    ) async throws {
        let downloader = Downloader(caFile: knowsAuthority ? server.authority : nil)
        let fault = try await fault(asking(address: server.secureURL(certificate), attempts: 4), with: downloader)
        #expect(fault.code == code)
        #expect(!fault.message.contains("tried"))
    }

    @Test func aMissingFileOfCertificatesIsNamedAsTheCause() async throws {
        let downloader = Downloader(caFile: "/nowhere/ca.pem")
        #expect(try await fault(asking(address: server.secureURL(.good)), with: downloader).code == "ca_file")
    }

    @Test func plainHTTPOnAnHTTPSAddressIsATLSFault() async throws {
        let address = server.url("ok").replacing("http:", with: "https:")
        #expect(try await fault(asking(address: address)).code == "tls")
    }

    @Test func aSecureConnectionIsNotLeftByRedirect() async throws {
        let downloader = Downloader(caFile: server.authority)
        let address = server.secureURL(.good, "to?address=\(server.url("ok"))")
        #expect(try await fault(asking(address: address), with: downloader).code == "redirect_refused")
        let upward = asking("to?address=\(server.secureURL(.good))", server: server)
        #expect(try await answer(upward, with: downloader).body == linesOfData)
    }

    // Private networks.

    @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "127.1", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]"])
    func thisComputerIsNotAskedUnlessTheFeedSaysSo(host: String) async throws {
        let address = server.url("ok").replacing("127.0.0.1", with: host)
        #expect(try await fault(FetchRequest(feed: "test", address: address)).code == "private_address")
    }

    /// A name that is not `localhost`: only the socket shows where it leads.
    @Test(.enabled(if: ownName.isPrivate, "this computer's name leads to no private address"))
    func aNameThatLeadsToThisComputerIsNotConnected() async throws {
        // Whoever connects waits for a TLS handshake that never comes.
        let port = try Port(listening: true)
        defer { withExtendedLifetime(port) {} }
        var request = FetchRequest(feed: "test", address: "https://\(ownName.name):\(port.number)/")
        request.limits.connectSeconds = 0.3
        #expect(try await fault(request).code == "private_address")
    }

    @Test(.enabled(if: ownName.isLoopback, "this computer's name does not lead to 127.0.0.1"))
    func aConnectionOpenedForAnIntranetFeedIsNotReusedByAnother() async throws {
        let address = server.url("ok").replacing("127.0.0.1", with: ownName.name)
        let requests = [asking(address: address), FetchRequest(feed: "test", address: address)]
        let results = await Downloader().fetch(requests, width: 1, now: { noon })
        #expect(try results[0].get().body == linesOfData)
        guard case .failure(let fault) = results[1] else { return #expect(Bool(false)) }
        #expect(fault.code == "private_address")
    }

    @Test(arguments: [
        ("8.8.8.8", false), ("172.15.0.1", false), ("172.32.0.1", false), ("192.0.1.1", false), ("100.128.0.1", false),
        ("2a00:1450::1", false), ("::ffff:8.8.8.8", false), ("64:ff9b::808:808", false),
        ("0.0.0.0", true), ("10.1.2.3", true), ("127.255.0.1", true), ("169.254.169.254", true), ("172.16.0.1", true),
        ("172.31.255.255", true), ("192.168.1.1", true), ("100.64.0.1", true), ("198.19.0.1", true),
        ("224.0.0.1", true),
        ("255.255.255.255", true), ("::", true), ("::1", true), ("fe80::1%eth0", true), ("fc00::1", true),
        ("fdab::1", true), ("fec0::1", true), ("ff02::1", true), ("::ffff:10.0.0.1", true), ("64:ff9b::a00:1", true),
        ("2002:a00:1::1", true), ("::127.0.0.1", true),
    ])
    func privateBlocksAreThoseOfTheRegistry(literal: String, isPrivate: Bool) throws {
        #expect(try #require(PeerAddress(literal: literal, port: 80)).isPrivate == isPrivate)
    }

    // Secrets.

    @Test func secretsStayWithTheirOrigin() async throws {
        // The same server under another host name is another origin.
        let elsewhere = server.url("echo").replacing("127.0.0.1", with: "localhost")
        func names(_ target: String) async throws -> [String] {
            let address = server.url("to?address=\(target)").replacing("http://", with: "http://someone:hunter2@")
            var request = asking(address: address)
            request.headers = ["X-Key: hunter2"]
            let body = try await answer(request).body
            return try JSONDecoder().decode([[String]].self, from: Data(body)).map { $0[0] }
        }
        let own = try await names(server.url("echo"))
        #expect(own.contains("Authorization") && own.contains("X-Key"))
        let other = try await names(elsewhere)
        #expect(!other.contains("Authorization") && !other.contains("X-Key"))
        #expect(other.contains("User-Agent"))
    }

    @Test(arguments: [
        "status/403?key=hunter2&body=key%20hunter2%20refused", "to?address=http://x:hunter2@127.0.0.1:1/?token=hunter2",
        "to?address=file:///hunter2", "loop/a?password=hunter2", "gzip/cut?apikey=hunter2", "ok?key=hunter2",
        "status/429?after=9999&key=hunter2", "cookie?key=hunter2",
    ])
    func noSecretIsPrintedAnywhere(path: String) async throws {
        let seen = Mutex<[String]>([])
        let address = server.url(path).replacing("http://", with: "http://someone:hunter2@")
        let request = asking(address: address, attempts: 2, secrets: ["hunter2"])
        let results = await Downloader().fetch(
            [request], now: { noon },
            progress: { step in
                seen.withLock { $0.append("\(step)") }
            })
        var printed = seen.withLock { $0 }
        switch try #require(results.first) {
        case .failure(let fault): printed.append("\(fault)")
        case .success(let response):
            printed += ["\(response.headers)", response.finalAddress, response.request.description]
        }
        #expect(printed.joined().contains("***"))
        #expect(!printed.joined().contains("hunter2"))
        #expect(!printed.joined().contains("session=hidden"))
        var dumped = ""
        dump(request, to: &dumped)
        #expect(!dumped.contains("hunter2"))
    }

    @Test(arguments: [
        ("https://u:p@host/x?a=1", "https://***@host/x?a=1"),
        (
            "https://host/x?token=abc&a=1&api_key=d&X-Amz-Signature=e",
            "https://host/x?token=***&a=1&api_key=***&X-Amz-Signature=***"
        ),
        ("https://host/x?monkey=1&keyword=2", "https://host/x?monkey=1&keyword=2"),
        ("https://host/s3cr%2Ft/x#access_token=1", "https://host/***/x"),
        ("https://a@b:c@host?key=1", "https://***@host?key=***"),
        ("/next?password=1", "/next?password=***"),
    ])
    func addressesAreMaskedByWhatTheirKeysSoundLike(address: String, masked: String) {
        #expect(Masking(secrets: ["s3cr/t"]).address(address) == masked)
    }

    @Test func aHeaderCannotCarryASecondOne() async throws {
        var request = asking("ok", server: server)
        request.headers = ["X-Key: a\r\nX-Other: b"]
        #expect(try await fault(request).code == "bad_header")
    }
}

/// The name of this computer, and what the resolver says about it.
private let ownName: (name: String, isPrivate: Bool, isLoopback: Bool) = {
    let name = ProcessInfo.processInfo.hostName
    var found: UnsafeMutablePointer<addrinfo>?
    guard name != "localhost", getaddrinfo(name, "80", nil, &found) == 0 else { return (name, false, false) }
    defer { freeaddrinfo(found) }
    let peers = sequence(first: found) { $0?.pointee.ai_next }.prefix { $0 != nil }
        .compactMap { $0?.pointee.ai_addr.flatMap { PeerAddress($0) } }
    return (name, peers.allSatisfy(\.isPrivate), peers.allSatisfy { $0.bytes == [127, 0, 0, 1] })
}()
