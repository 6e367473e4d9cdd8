/// Whether a request may be connected to a socket: an address in a feed must not reach into the user's own network
/// (server-side request forgery), neither by name nor by redirect nor over a connection that another request opened.
final class PeerRule {
    private let proxy: ProxyChoice
    /// Resolving a proxy's name blocks, and is needed only when a private peer would be refused.
    private lazy var proxyPeers = proxy.peers()

    init(proxy: ProxyChoice) { self.proxy = proxy }

    func allows(_ peer: PeerAddress, for request: FetchRequest) -> Bool {
        !peer.isPrivate || request.allowsPrivateNetworks || proxyPeers.contains(peer)
    }

    /// Numeric hosts are judged before connecting, because a proxy would connect for us.
    func allows(_ address: Address, for request: FetchRequest) -> Bool {
        if request.allowsPrivateNetworks { return true }
        if address.host == "localhost" || address.host.hasSuffix(".localhost") { return false }
        return PeerAddress(literal: address.host, port: 0).map { !$0.isPrivate } ?? true
    }
}
