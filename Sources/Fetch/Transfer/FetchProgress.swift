/// What a progress line shows of one request while it is under way.
package struct FetchProgress: Sendable {
    /// The stages that a request goes through.
    package enum Stage: Sendable {
        case started(attempt: Int)
        /// Bytes on the wire so far, and how many the server announced.
        case received(bytes: Int, of: Int?)
        case redirected(to: String)
        case waiting(seconds: Double, because: String)
        case finished(bytes: Int, notModified: Bool)
        case failed(String)
    }

    package let feed: String
    package let part: String
    package let stage: Stage

    /// The request has come to its end, one way or the other.
    package var isLast: Bool {
        switch stage {
        case .finished, .failed: true
        default: false
        }
    }
}
