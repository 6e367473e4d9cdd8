internal import Vocabulary

/// Runs all requests of one fetch side by side over one libcurl multi handle, on a thread of its own.
actor TransferQueue {
    private let queue = SerialQueue(label: "bellwether.fetch")
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let multi: MultiHandle
    private let route: Exchange.Route
    private let width: Int
    private let now: @Sendable () -> Instant
    private let progress: (@Sendable (FetchProgress) -> Void)?

    private var results: [Result<FetchResponse, Fault>?] = []
    /// Not yet started, in the order asked for.
    private var waiting: ArraySlice<FetchJob> = []
    private var pausing: [(until: ContinuousClock.Instant, job: FetchJob)] = []
    private var running: [UnsafeMutableRawPointer: FetchJob] = [:]

    init(
        multi: MultiHandle, caFile: String?, proxy: ProxyChoice, width: Int, now: @escaping @Sendable () -> Instant,
        progress: (@Sendable (FetchProgress) -> Void)?
    ) {
        self.multi = multi
        route = Exchange.Route(caFile: caFile, proxy: proxy, rule: PeerRule(proxy: proxy))
        self.width = max(1, width)
        self.now = now
        self.progress = progress
    }

    /// One result per request, in their order. Blocks this actor's thread until all have ended or were cancelled.
    func run(_ requests: [FetchRequest]) -> [Result<FetchResponse, Fault>] {
        results = Array(repeating: nil, count: requests.count)
        waiting = requests.enumerated().map { FetchJob(index: $0.offset, request: $0.element) }[...]
        var broken: Fault?
        do throws(Fault) {
            while !multi.isCancelled, !(waiting.isEmpty && pausing.isEmpty && running.isEmpty) {
                startDue()
                try multi.perform()
                if finishEnded() { continue }
                try multi.poll(milliseconds: millisecondsToNextStart)
            }
        } catch { broken = error }
        for pointer in running.keys { multi.remove(pointer) }
        running = [:]
        return zip(requests, results).map { request, result in
            result ?? .failure(broken ?? .cancelled(place: request.shownAddress))
        }
    }

    private func startDue() {
        let clock = ContinuousClock.now
        for (until, job) in pausing where until <= clock && running.count < width {
            pausing.removeAll { $0.job === job }
            start(job)
        }
        while running.count < width, let job = waiting.popFirst() { start(job) }
    }

    private func start(_ job: FetchJob) {
        report(job, .started(attempt: job.attempt + 1))
        launch(job) { () throws(Fault) in try job.begin(route, now: now(), onBytes: counter(job)) }
    }

    private func launch(_ job: FetchJob, _ open: () throws(Fault) -> Exchange) {
        do throws(Fault) {
            let pointer = try open().easy.pointer
            try multi.add(pointer)
            running[pointer] = job
        } catch { end(job, .failure(error)) }
    }

    private func finishEnded() -> Bool {
        var any = false
        while let (pointer, code) = multi.nextEnded() {
            any = true
            guard let job = running.removeValue(forKey: pointer) else { continue }
            multi.remove(pointer)
            switch job.ended(code, rule: route.rule, now: now()) {
            case .end(let result): end(job, result)
            case .wait(let seconds, let fault):
                pausing.append((.now + .seconds(seconds), job))
                report(job, .waiting(seconds: seconds, because: fault.message))
            case .follow(let shown):
                report(job, .redirected(to: shown))
                launch(job) { () throws(Fault) in try job.follow(route, onBytes: counter(job)) }
            }
        }
        return any
    }

    private func end(_ job: FetchJob, _ result: Result<FetchResponse, Fault>) {
        results[job.index] = result
        switch result {
        case .success(let response):
            report(job, .finished(bytes: response.rawBytes, notModified: response.notModified))
        case .failure(let fault): report(job, .failed(fault.message))
        }
    }

    private var millisecondsToNextStart: Int {
        guard running.count < width, let next = pausing.map(\.until).min() else { return 1000 }
        let left = (next - .now).components
        return min(1000, max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000) + 1))
    }

    private func counter(_ job: FetchJob) -> (Int, Int?) -> Void {
        guard let progress else { return { _, _ in } }
        let (feed, part) = (job.request.feed, job.request.part)
        return { progress(FetchProgress(feed: feed, part: part, stage: .received(bytes: $0, of: $1))) }
    }

    private func report(_ job: FetchJob, _ stage: FetchProgress.Stage) {
        progress?(FetchProgress(feed: job.request.feed, part: job.request.part, stage: stage))
    }
}
