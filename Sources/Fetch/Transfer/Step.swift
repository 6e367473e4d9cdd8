internal import Vocabulary

/// What an exchange that has ended leads to.
enum Step {
    case answered
    case redirected(String)
    case failed(Failure)
}

/// A fault, and whether asking again may heal it.
struct Failure {
    var fault: Fault
    var heals = false
    /// Seconds that the server asks to wait.
    var retryAfter: Int?

    init(_ fault: Fault, heals: Bool = false, retryAfter: Int? = nil) {
        self.fault = fault
        self.heals = heals
        self.retryAfter = retryAfter
    }
}
