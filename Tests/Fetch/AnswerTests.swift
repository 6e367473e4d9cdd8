import Fetch
import Foundation
import Testing
import Vocabulary

@Suite struct AnswerTests {
    let server: MisbehavingServer
    init() throws { server = try MisbehavingServer.shared.get() }

    @Test(arguments: [
        "ok", "gzip/", "gzip/members", "chunked/whole", "chunked/trailer", "coding/identity", "headers/100",
        "hops/1", "hops/5", "early-hints", "close-delimited/1.0", "close-delimited/1.1",
    ])
    func aWholeAnswerArrivesByteForByte(path: String) async throws {
        let response = try await answer(asking(path, server: server))
        #expect(response.status == 200)
        #expect(response.body == linesOfData)
        #expect(!response.notModified)
        #expect(response.closeDelimited == path.hasPrefix("close"))
        #expect(response.startedAt == noon && response.attempts == 1)
    }

    @Test func validatorsAndHeadersAreHandedOn() async throws {
        let response = try await answer(asking("ok", server: server))
        #expect(response.etag == "\"v1\"")
        #expect(response.lastModified == "Thu, 24 Feb 2022 15:00:00 GMT")
        #expect(response.headers.contains(HeaderField(name: "Content-Type", value: "text/csv")))
        #expect(response.rawBytes == linesOfData.count)
    }

    @Test(arguments: ["early-hints", "chunked/trailer"])
    func headersOfHintsAndTrailersAreNotTheAnswers(path: String) async throws {
        #expect(try await answer(asking(path, server: server)).etag == nil)
    }

    @Test func theWireIsCountedBeforeInflating() async throws {
        let response = try await answer(asking("gzip/", server: server))
        #expect(response.rawBytes > 0 && response.rawBytes < linesOfData.count / 2)
    }

    @Test(arguments: [("\"v1\"", nil), (nil, "Thu, 24 Feb 2022 15:00:00 GMT")] as [(String?, String?)])
    func anUnchangedFileIsNotTransferred(etag: String?, lastModified: String?) async throws {
        var request = asking("if-changed", server: server)
        request.etag = etag
        request.lastModified = lastModified
        let response = try await answer(request)
        #expect(response.status == 304 && response.notModified)
        #expect(response.body.isEmpty && response.rawBytes == 0 && !response.closeDelimited)
    }

    @Test func aChangedFileIsTransferredInSpiteOfAValidator() async throws {
        var request = asking("if-changed", server: server)
        request.etag = "\"v0\""
        #expect(try await answer(request).body == linesOfData)
    }

    @Test func anEmptyAnswerIsHandedToTheReader() async throws {
        #expect(try await answer(asking("empty", server: server)).body.isEmpty)
    }

    @Test func aLoginPageIsHandedToTheReaderWithItsType() async throws {
        let response = try await answer(asking("html", server: server))
        #expect(response.headers.contains(HeaderField(name: "Content-Type", value: "text/html")))
    }

    @Test func theRequestSaysWhoAsksAndAsksForGzipOnce() async throws {
        var request = asking("echo", server: server)
        request.userAgent = "bellwether/1.0 (someone@example.org)"
        request.headers = ["Accept: text/csv"]
        let body = try await answer(request).body
        let pairs = try JSONDecoder().decode([[String]].self, from: Data(body))
        #expect(pairs.contains(["User-Agent", "bellwether/1.0 (someone@example.org)"]))
        #expect(pairs.contains(["Accept", "text/csv"]))
        #expect(pairs.filter { $0[0] == "Accept-Encoding" } == [["Accept-Encoding", "gzip"]])
    }

    @Test func aFileIsReadAsItIs() async throws {
        let file = server.folder.appending(path: "rates 2022.csv")
        try Data("a,b\n".utf8).write(to: file)
        var request = FetchRequest(feed: "local", address: file.absoluteString)
        request.allowsFile = true
        let response = try await answer(request)
        #expect(response.body == Array("a,b\n".utf8))
        #expect(response.status == 200 && response.lastModified == nil && !response.closeDelimited)
    }

    @Test func resultsKeepTheOrderOfTheRequestsAndOneFailureStopsNoOther() async throws {
        let paths = ["sleep/0.3", "status/404", "ok", "gzip/cut", "hops/2"]
        let requests = paths.map { asking($0, server: server) }
        let results = await Downloader().fetch(requests, width: 2, now: { noon })
        let codes = results.map { result in
            switch result {
            case .success(let response): "\(response.body.count)"
            case .failure(let fault): fault.code
            }
        }
        let whole = "\(linesOfData.count)"
        #expect(codes == [whole, "http_404", whole, "bad_gzip", whole])
    }

    @Test func nothingAskedIsNothingAnswered() async {
        #expect(await Downloader().fetch([], now: { noon }).isEmpty)
    }
}
