import Fetch
import Glibc
import Synchronization
import Testing
import Vocabulary

@Suite struct TimingTests {
    let server: MisbehavingServer
    init() throws { server = try MisbehavingServer.shared.get() }

    @Test func twelveFeedsOnAServerThatSleepsOneSecondTakeLessThanTwoAndAHalf() async throws {
        let requests = (0..<12).map { _ in asking("sleep/1", server: server) }
        let span = Span()
        let results = await Downloader().fetch(requests, now: { noon }, progress: span.note)
        for result in results { #expect(try result.get().body == linesOfData) }
        #expect(span.taken < .seconds(2.5))
        print("12 requests, one second each: \(span.taken)")
    }

    @Test func cancellingMidwayEndsPromptlyAndNamesAllThatIsUnfinished() async throws {
        let fast = Mutex(false)
        let requests = [asking("ok", server: server)] + (0..<30).map { _ in asking("sleep/4", server: server) }
        let task = Task {
            await Downloader().fetch(requests, now: { noon }) { step in
                if case .finished = step.stage { fast.withLock { $0 = true } }
            }
        }
        while !fast.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(20)) }
        let clock = ContinuousClock()
        let cancelled = clock.now
        task.cancel()
        let results = await task.value
        #expect(clock.now - cancelled < .seconds(1))
        print("31 requests cancelled in \(clock.now - cancelled)")
        #expect(try results[0].get().body == linesOfData)
        for result in results.dropFirst() {
            #expect(throws: Fault.self) { try result.get() }
            if case .failure(let fault) = result { #expect(fault.code == "cancelled") }
        }
    }

    @Test func aPauseIsCancelledToo() async throws {
        var request = asking("status/500", server: server, attempts: 9)
        request.limits.firstBackOff = 30
        let (reached, waits) = AsyncStream<Void>.makeStream()
        let task = Task { [request] in
            await Downloader().fetch([request], now: { noon }) { step in
                if case .waiting = step.stage { waits.yield() }
            }
        }
        for await _ in reached { break }
        let clock = ContinuousClock()
        let cancelled = clock.now
        task.cancel()
        guard case .failure(let fault) = await task.value[0] else { return #expect(Bool(false)) }
        #expect(fault.code == "cancelled")
        #expect(clock.now - cancelled < .seconds(1))
    }

    @Test func aTaskThatIsAlreadyCancelledAsksNothing() async throws {
        let request = asking("fails/200/9/never", server: server)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await Downloader().fetch([request], now: { noon })
        }
        task.cancel()
        guard case .failure(let fault) = await task.value[0] else { return #expect(Bool(false)) }
        #expect(fault.code == "cancelled")
        #expect(try await answer(asking("count/never", server: server)).body == Array("0".utf8))
    }

    @Test func progressTellsTheStagesInTheirOrder() async throws {
        let stages = Mutex<[String]>([])
        _ = await Downloader().fetch(
            [asking("hops/1", server: server)], now: { noon },
            progress: { step in
                stages.withLock { $0.append("\(step.stage)") }
            })
        #expect(
            stages.withLock { $0 } == [
                "started(attempt: 1)", "redirected(to: \"\(server.url("ok"))\")",
                "finished(bytes: \(linesOfData.count), notModified: false)",
            ])
    }

    @Test func manyFetchesAtOnceDoNotBlockOneAnother() async throws {
        // If a fetch held its thread of the cooperative pool, no more could be under way than there are cores.
        let span = Span()
        let count = 2 * (try #require(Int(exactly: sysconf(Int32(_SC_NPROCESSORS_ONLN))))) + 4
        try await withThrowingTaskGroup { group in
            for _ in 0..<count {
                group.addTask { [server] in
                    let request = asking("sleep/2", server: server)
                    return try await Downloader().fetch([request], now: { noon }, progress: span.note)[0].get().body
                }
            }
            for try await body in group { #expect(body == linesOfData) }
        }
        #expect(span.most == count)
    }
}

/// What the fetches themselves saw, on their own queues: the tests' tasks may wait long for a thread while other suites
/// run programs.
private final class Span: Sendable {
    private struct State {
        var first: ContinuousClock.Instant?
        var last: ContinuousClock.Instant?
        var underWay = 0
        var most = 0
    }
    private let state = Mutex(State())

    var note: @Sendable (FetchProgress) -> Void {
        { step in
            self.state.withLock { state in
                switch step.stage {
                case .started:
                    state.first = state.first ?? .now
                    state.underWay += 1
                    state.most = max(state.most, state.underWay)
                case .finished, .failed:
                    state.last = .now
                    state.underWay -= 1
                default: break
                }
            }
        }
    }

    /// From the first start to the last end.
    var taken: Duration {
        state.withLock { state in
            guard let first = state.first, let last = state.last else { return .seconds(1_000_000) }
            return last - first
        }
    }

    /// The most that were under way at once.
    var most: Int { state.withLock { $0.most } }
}
