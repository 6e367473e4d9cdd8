internal import Vocabulary

/// When to ask again.
struct RetryPlan {
    let limits: FetchLimits

    /// Seconds to pause after the failed attempt (1 is the first), or nil if asking again is not worth it.
    /// `jitter` in 0..<1 spreads clients that failed together.
    func pause(after failure: Failure, attempt: Int, secondsLeft: Double, jitter: Double) -> Double? {
        guard failure.heals, attempt < limits.attempts else { return nil }
        let doubled = limits.firstBackOff * Double(1 << min(attempt - 1, 30))
        var pause = min(doubled * (0.75 + jitter / 2), limits.maximumBackOff)
        if let asked = failure.retryAfter {
            guard Double(asked) <= limits.patienceSeconds else { return nil }
            pause = max(pause, Double(asked))
        }
        return pause < secondsLeft ? pause : nil
    }
}
