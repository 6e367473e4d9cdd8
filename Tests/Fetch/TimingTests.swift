import Fetch
import Synchronization
import Testing
import Vocabulary

@Suite struct TimingTests {
    let server: MisbehavingServer
    init() throws { server = try MisbehavingServer.shared.get() }

    @Test func twelveFeedsOnAServerThatSleepsOneSecondTakeLessThanTwoAndAHalf() async throws {
        let requests = (0..<12).map { _ in asking("sleep/1", server: server) }
        let clock = ContinuousClock()
        let started = clock.now
        let results = await Downloader().fetch(requests, now: { noon })
        let taken = clock.now - started
        for result in results { #expect(try result.get().body == linesOfData) }
        #expect(taken < .seconds(2.5))
        print("12 requests, one second each: \(taken)")
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
        // More than the cooperative pool has threads.
        let clock = ContinuousClock()
        let started = clock.now
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask { [server] in try await answer(asking("sleep/0.5", server: server)).body.count }
            }
            for try await count in group { #expect(count == linesOfData.count) }
        }
        #expect(clock.now - started < .seconds(2.5))
    }
}
