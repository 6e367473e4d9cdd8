internal import Configuration
package import Fetch
internal import Glibc
package import Workspaces

extension Workspace {
    /// The way to the network, as `[fetch]` in bellwether.toml sets it.
    package func downloader() throws -> Downloader {
        // libcurl reads the hosts that need no proxy from the environment.
        if let hosts = settings.workspace.fetch.noProxy { setenv("NO_PROXY", hosts, 1) }
        let proxy = try settings.proxy()
        return Downloader(caFile: settings.caFile, proxy: proxy.map { .address($0.text) } ?? .environment)
    }
}
