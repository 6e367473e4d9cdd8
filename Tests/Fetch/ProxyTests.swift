import Fetch
import Foundation
import Testing
import Vocabulary

@Suite struct ProxyTests {
    let server: MisbehavingServer
    init() throws { server = try MisbehavingServer.shared.get() }

    private var proxy: Downloader { Downloader(caFile: server.authority, proxy: .address(server.url(""))) }
    private let via = HeaderField(name: "Via", value: "misbehaving")

    @Test func plainAddressesAreAskedOfTheProxyEvenIfItIsOnAPrivateNetwork() async throws {
        // Nobody resolves this host: only the proxy can have answered.
        let request = FetchRequest(feed: "test", address: "http://publisher.invalid/ok")
        let response = try await answer(request, with: proxy)
        #expect(response.headers.contains(via))
        #expect(response.body == linesOfData)
    }

    @Test func secureAddressesAreTunnelledAndTheProxysHeadersAreNotTheAnswers() async throws {
        let response = try await answer(asking(address: server.secureURL(.good)), with: proxy)
        #expect(response.body == linesOfData)
        #expect(!response.headers.contains(via))
    }

    @Test func aProxyIsNoWayIntoThePrivateNetwork() async throws {
        let request = FetchRequest(feed: "test", address: server.url("ok"))
        #expect(try await fault(request, with: proxy).code == "private_address")
    }

    @Test(arguments: ["http://127.0.0.1:1", "http://nobody.invalid:3128"])
    func aProxyThatCannotBeReachedIsAFault(address: String) async throws {
        let fault = try await fault(
            asking(address: "http://publisher.invalid/ok"), with: Downloader(proxy: .address(address)))
        #expect(["proxy", "refused"].contains(fault.code))
    }

    @Test func aProxyThatRefusesToConnectIsNamedAsTheCause() async throws {
        let fault = try await fault(asking(address: "https://refused.invalid/ok"), with: proxy)
        #expect(fault.code == "proxy")
        #expect(fault.message.contains("407"))
    }

    @Test func theEnvironmentNamesAProxyAndTheHostsItIsNotFor() async throws {
        let address = server.url("")
        await #expect(processExitsWith: .success) { [address = address as String] in
            setenv("http_proxy", address, 1)
            setenv("NO_PROXY", "direct.invalid", 1)
            let request = FetchRequest(feed: "test", address: "http://publisher.invalid/ok")
            let headers = try await answer(request).headers
            #expect(headers.contains(HeaderField(name: "Via", value: "misbehaving")))
            let code = try await fault(asking(address: "http://direct.invalid/ok")).code
            #expect(code == "dns")
        }
    }
}
