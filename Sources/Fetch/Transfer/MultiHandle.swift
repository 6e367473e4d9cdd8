internal import CCurl
internal import Synchronization
internal import Vocabulary

/// The set of transfers that run side by side, and the bell that ends them from another thread.
///
/// Sendable: every function but `cancel` is called on the one queue of the `TransferQueue` that owns it; `cancel` sets an
/// atomic and calls `curl_multi_wakeup`, which libcurl documents as callable from any thread while the handle lives, and
/// the reference that the canceller holds keeps it alive.
final class MultiHandle: Sendable {
    private nonisolated(unsafe) let pointer: UnsafeMutableRawPointer
    private let cancelled = Atomic(false)

    init() throws(Fault) {
        guard LibCurl.isReady, let pointer = curl_multi_init() else {
            throw Fault("out_of_memory", "libcurl could not start its transfers")
        }
        self.pointer = pointer
    }

    deinit { curl_multi_cleanup(pointer) }

    func cancel() {
        cancelled.store(true, ordering: .releasing)
        curl_multi_wakeup(pointer)
    }

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    func add(_ easy: UnsafeMutableRawPointer) throws(Fault) { try check(curl_multi_add_handle(pointer, easy)) }

    func remove(_ easy: UnsafeMutableRawPointer) { curl_multi_remove_handle(pointer, easy) }

    func perform() throws(Fault) {
        var running: Int32 = 0
        try check(curl_multi_perform(pointer, &running))
    }

    /// Sleeps until a socket, a timer of libcurl's, `cancel` or the given time.
    func poll(milliseconds: Int) throws(Fault) {
        try check(curl_multi_poll(pointer, nil, 0, Int32(clamping: milliseconds), nil))
    }

    /// A transfer that has ended since the last call, with libcurl's verdict.
    func nextEnded() -> (easy: UnsafeMutableRawPointer, code: CURLcode)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(pointer, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            return (easy, message.pointee.data.result)
        }
        return nil
    }

    private func check(_ code: CURLMcode) throws(Fault) {
        guard code != CURLM_OK else { return }
        throw Fault("transport", "libcurl cannot run its transfers: \(String(cString: curl_multi_strerror(code)))")
    }
}
