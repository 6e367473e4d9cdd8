import Testing
import Vocabulary

@testable import Fetch

@Suite struct RetryTests {
    let server: MisbehavingServer
    init() throws { server = try MisbehavingServer.shared.get() }

    @Test(arguments: ["fails/500/2/a", "fails/503/2/b", "fails/408/2/c", "fails/429/2/d"])
    func whatMayHealIsAskedForAgain(path: String) async throws {
        let response = try await answer(asking(path, server: server, attempts: 4))
        #expect(response.body == linesOfData)
        #expect(response.attempts == 3)
    }

    @Test func aCutBodyIsAskedForAgainFromItsBeginning() async throws {
        let response = try await answer(asking("short-then-ok/e", server: server, attempts: 2))
        #expect(response.body == linesOfData && response.attempts == 2)
    }

    @Test(arguments: [
        ("fails/404/9/f", "http_404", 1), ("fails/500/9/g", "http_500", 3), ("reset/h", "connection_lost", 3),
    ])
    func theServerIsAskedAsOftenAsThatMayHelp(path: String, code: String, times: Int) async throws {
        let fault = try await fault(asking(path, server: server, attempts: 3))
        #expect(fault.code == code)
        #expect(fault.message.contains("tried 3 times") == (times == 3))
        let key = path.suffix(1)
        #expect(try await answer(asking("count/\(key)", server: server)).body == Array("\(times)".utf8))
    }

    @Test func retryAfterIsWaitedFor() async throws {
        let clock = ContinuousClock()
        let started = clock.now
        let response = try await answer(asking("fails/429/1/i?after=1", server: server, attempts: 2))
        #expect(response.attempts == 2)
        #expect(clock.now - started >= .seconds(1))
    }

    @Test(arguments: [("3600", "3600"), ("999999999", "86400"), ("99999999999999999999", "86400")])
    func aLongRetryAfterIsReportedInsteadOfSlept(asked: String, reported: String) async throws {
        let fault = try await fault(asking("status/429?after=\(asked)", server: server, attempts: 4))
        #expect(fault.code == "rate_limited")
        let until = try noon + Int64(#require(Int(reported)))
        #expect(fault.message.hasSuffix("it asks to wait \(reported) s, until \(until)"))
    }

    @Test func retryAfterAsADateIsReadAgainstTheServersClock() async throws {
        // This clock stands in 2022; the server's does not.
        let past = try await answer(
            asking("fails/503/1/j?after=Thu,%2024%20Feb%202022%2015:00:00%20GMT", server: server, attempts: 2))
        #expect(past.attempts == 2)
        let future = try await fault(
            asking("status/503?after=Fri,%2031%20Dec%202100%2000:00:00%20GMT", server: server, attempts: 2))
        #expect(future.message.contains("86400 s"))
    }

    @Test func pausesDoubleUpToTheirLimitWithJitter() {
        let plan = RetryPlan(limits: FetchLimits.many)
        let failure = Failure(Fault("x", "x"), heals: true)
        func pauses(_ jitter: Double) -> [Double?] {
            (1...8).map { plan.pause(after: failure, attempt: $0, secondsLeft: 600, jitter: jitter) }
        }
        #expect(pauses(0.5) == [1, 2, 4, 8, 16, 32, 60, 60])
        #expect(pauses(0).first == 0.75)
        #expect(plan.pause(after: failure, attempt: 99, secondsLeft: 600, jitter: 0) == nil)
    }

    @Test func nothingIsWaitedForBeyondTheTotalTime() {
        let plan = RetryPlan(limits: FetchLimits.many)
        let failure = Failure(Fault("x", "x"), heals: true, retryAfter: 100)
        #expect(plan.pause(after: failure, attempt: 1, secondsLeft: 101, jitter: 0) == 100)
        #expect(plan.pause(after: failure, attempt: 1, secondsLeft: 99, jitter: 0) == nil)
    }
}

extension FetchLimits {
    fileprivate static var many: FetchLimits {
        var limits = FetchLimits()
        limits.attempts = 99
        return limits
    }
}
