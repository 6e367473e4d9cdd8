internal import Configuration
package import Fetch
internal import Glibc

extension Workspace {
    /// The way to the network, as `[fetch]` in bellwether.toml sets it.
    package func downloader() -> Downloader {
        let fetch = settings.workspace.fetch
        let caFile = fetch.caFile.map { $0.hasPrefix("/") ? $0 : "\(root)/\($0)" }
        // libcurl reads the hosts that need no proxy from the environment.
        if let hosts = fetch.noProxy { setenv("NO_PROXY", hosts, 1) }
        return Downloader(caFile: caFile, proxy: fetch.proxy.map { .address($0) } ?? .environment)
    }
}

extension FetchProgress {
    /// The request has come to its end, one way or the other.
    package var isLast: Bool {
        switch stage {
        case .finished, .failed: true
        default: false
        }
    }
}
