import Fetch
import Foundation
import Testing
import Vocabulary

/// Every test's clock: 24 February 2022, noon.
let noon = Instant(seconds: 1_645_704_000)

/// A request to the misbehaving server that fails at once instead of being repeated.
func asking(_ path: String, server: MisbehavingServer, attempts: Int = 1) -> FetchRequest {
    asking(address: server.url(path), attempts: attempts)
}

func asking(address: String, attempts: Int = 1, secrets: [String] = []) -> FetchRequest {
    var request = FetchRequest(feed: "test", address: address, secrets: secrets)
    request.allowsPrivateNetworks = true
    request.limits.attempts = attempts
    request.limits.firstBackOff = 0.01
    return request
}

func answer(_ request: FetchRequest, with downloader: Downloader = Downloader()) async throws -> FetchResponse {
    try await #require(downloader.fetch([request], now: { noon }).first).get()
}

func fault(_ request: FetchRequest, with downloader: Downloader = Downloader()) async throws -> Fault {
    switch try await #require(downloader.fetch([request], now: { noon }).first) {
    case .success(let response):
        Issue.record("answered \(response.status) with \(response.body.count) bytes")
        return Fault("none", "")
    case .failure(let fault): return fault
    }
}

/// What the server's BODY is.
let linesOfData = Array((0..<5000).map { "\($0),line of data\n" }.joined().utf8)
