import Fetch
import Foundation
import Testing
import Vocabulary

@Suite struct FaultTests {
    let server: MisbehavingServer
    init() throws { server = try MisbehavingServer.shared.get() }

    @Test(arguments: [
        ("gzip/cut", "bad_gzip"), ("gzip/no-trailer", "bad_gzip"), ("gzip/half-trailer", "bad_gzip"),
        ("gzip/bad-crc", "bad_gzip"), ("gzip/bad-length", "bad_gzip"), ("gzip/garbage", "bad_gzip"),
        ("gzip/zeros", "bad_gzip"), ("gzip/not", "bad_gzip"), ("gzip/empty", "bad_gzip"), ("gzip/deflate", "bad_gzip"),
        ("bomb/50000000", "bomb"), ("coding/br", "unknown_encoding"), ("coding/gzip,gzip", "unknown_encoding"),
        ("short", "cut_body"), ("chunked/cut", "cut_body"), ("reset", "connection_lost"), ("not-http", "not_http"),
        ("always-304", "not_modified_unasked"), ("status/404", "http_404"), ("status/403", "http_403"),
        ("status/500", "http_500"), ("status/204", "http_204"), ("status/206", "http_206"), ("nowhere", "http_302"),
        ("status/429", "rate_limited"), ("status/429?after=1", "rate_limited"),
        ("loop/a", "redirect_loop"), ("hops/6", "too_many_redirects"),
        ("to?address=file:///etc/passwd", "redirect_refused"), ("to?address=ftp://127.0.0.1/x", "redirect_refused"),
        ("to?address=gopher://127.0.0.1/x", "redirect_refused"), ("headers/5000", "headers_too_large"),
    ])
    func eachCauseHasItsOwnCodePlaceAndRemedy(path: String, code: String) async throws {
        let fault = try await fault(asking(path, server: server))
        #expect(fault.code == code)
        #expect(fault.place.hasPrefix(server.url(path.split(separator: "?")[0].description)))
        #expect(!fault.message.isEmpty && !fault.remedy.isEmpty)
    }

    @Test(arguments: [
        ("endless", 1_000_000, 2_000_000), ("heavy/200000000", 1_000_000, 2_000_000), ("ok", 1_000, 2_000_000),
        ("gzip/", 1_000_000, 50_000), ("ok", 1_000_000, 50_000),
    ])
    func aBodyBeyondTheCapsIsNotKept(path: String, raw: Int, decoded: Int) async throws {
        var request = asking(path, server: server)
        request.limits.rawBytes = raw
        request.limits.decodedBytes = decoded
        #expect(try await fault(request).code == "too_large")
    }

    @Test func aShortRepetitiveAnswerIsNoBomb() async throws {
        #expect(try await answer(asking("bomb/900000", server: server)).body.count == 900_000)
    }

    @Test func aRepeatedRedirectFromOneRunToTheNextIsNoLoop() async throws {
        let requests = [asking("hops/2", server: server), asking("hops/2", server: server)]
        for result in await Downloader().fetch(requests, now: { noon }) { #expect(try result.get().status == 200) }
    }

    @Test func anErrorInPlainTextIsQuotedOnOneLineWithoutControlCharacters() async throws {
        let request = asking("status/403?body=key%20expired%0Aon%201%20May%1B[31m", server: server)
        let message = try await fault(request).message
        #expect(message == "the server answers HTTP 403: key expired on 1 May [31m")
    }

    @Test func aPageInHTMLIsNotQuoted() async throws {
        let message = try await fault(asking("status/403?body=%3Chtml%3Ex", server: server)).message
        #expect(message == "the server answers HTTP 403")
    }

    @Test func anUnknownHostIsADNSFault() async throws {
        let fault = try await fault(asking(address: "https://nothing.invalid/list.xml"))
        #expect(fault.code == "dns")
        #expect(fault.message.contains("nothing.invalid"))
    }

    @Test func aClosedPortIsRefused() async throws {
        let port = try Port(listening: false)
        defer { withExtendedLifetime(port) {} }
        let address = "http://127.0.0.1:\(port.number)/"
        #expect(try await fault(asking(address: address)).code == "refused")
    }

    @Test(arguments: ["http", "https"])
    func aServerThatAcceptsAndSaysNothingTimesOut(scheme: String) async throws {
        let port = try Port(listening: true)
        defer { withExtendedLifetime(port) {} }
        var request = asking(address: "\(scheme)://127.0.0.1:\(port.number)/")
        request.limits.connectSeconds = 0.3
        request.limits.lowSpeedSeconds = 1
        #expect(try await fault(request).code == (scheme == "https" ? "connect_timeout" : "low_speed"))
    }

    @Test(arguments: [
        ("", "bad_address"), ("https://", "bad_address"), ("https://host/a b", "bad_address"),
        ("ftp://127.0.0.1/x", "bad_scheme"), ("sftp://127.0.0.1/x", "bad_scheme"), ("data.csv", "bad_address"),
    ])
    func anAddressThatCannotBeFetchedIsNamed(address: String, code: String) async throws {
        #expect(try await fault(asking(address: address)).code == code)
    }

    @Test(arguments: [
        ("missing.csv", true, "file_missing"), ("", true, "file_not_regular"), ("authority.pem", false, "file_refused"),
    ])
    func aFileThatCannotBeReadIsAFault(name: String, allowed: Bool, code: String) async throws {
        var request = asking(address: server.folder.appending(path: name).absoluteString)
        request.allowsFile = allowed
        #expect(try await fault(request).code == code)
    }

    @Test(arguments: ["header", "body"])
    func aTrickleIsLowSpeed(kind: String) async throws {
        var request = asking("trickle/\(kind)", server: server)
        request.limits.lowSpeedSeconds = 1
        #expect(try await fault(request).code == "low_speed")
    }

    @Test func theTotalTimeEndsARequest() async throws {
        var request = asking("sleep/5", server: server, attempts: 4)
        request.limits.totalSeconds = 0.4
        let fault = try await fault(request)
        #expect(fault.code == "timeout")
        #expect(!fault.message.contains("tried"))
    }
}
