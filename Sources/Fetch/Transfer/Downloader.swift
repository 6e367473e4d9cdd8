package import Vocabulary

/// Obtains what feeds ask for over HTTP, HTTPS or from files, all side by side, with every limit and check applied.
package struct Downloader: Sendable {
    private let caFile: String?
    private let proxy: ProxyChoice

    /// `caFile` replaces the system's trusted certificates; they are always verified.
    package init(caFile: String? = nil, proxy: ProxyChoice = .environment) {
        self.caFile = caFile
        self.proxy = proxy
    }

    /// One result per request, in the same order; one that fails stops no other. At most `width` run at a time.
    ///
    /// Cancelling the task ends it at once: what had finished is answered, all else is the fault `cancelled`.
    package func fetch(
        _ requests: [FetchRequest], width: Int = 16, now: @escaping @Sendable () -> Instant,
        progress: (@Sendable (FetchProgress) -> Void)? = nil
    ) async -> [Result<FetchResponse, Fault>] {
        let multi: MultiHandle
        do throws(Fault) { multi = try MultiHandle() } catch {
            return requests.map { _ in .failure(error) }
        }
        let transfers = TransferQueue(
            multi: multi, caFile: caFile, proxy: proxy, width: width, now: now, progress: progress)
        return await withTaskCancellationHandler {
            await transfers.run(requests)
        } onCancel: {
            multi.cancel()
        }
    }
}
