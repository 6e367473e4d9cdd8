internal import Configuration
package import Fetch
package import Findings
internal import Intake
internal import Store
package import Vocabulary
package import Workspaces

/// One round of fetching: what is due is asked side by side, each answer goes the way of intake, and the rules that begin
/// to hold are told.
///
/// It is made and run by the one writer, who holds the workspace's lock.
package struct FetchRound {
    package let plan: FetchPlan
    private let workspace: Workspace
    private let intake: Intake

    /// What came of a round.
    package struct Outcome {
        package var runs: [Run]
        /// Rules that hold now and did not at the round before.
        package var alarms: [Alarm]
    }

    /// How many minutes a clock may be behind the last fetch before it is taken to be wrong.
    private static let clockGrace: Int64 = 3600

    /// - Throws: `clock_back` where the last fetch lies ahead by more than an hour, unless `request.force` is set.
    package init(_ workspace: Workspace, _ request: FetchPlan.Request) throws {
        self.workspace = workspace
        intake = try workspace.intake()
        if let last = try intake.ledger.lastFetch(), workspace.now < last + -FetchRound.clockGrace, !request.force {
            throw Fault(
                "clock_back", "it is \(workspace.now), but the last fetch was at \(last)",
                remedy: "Set the clock right; --force fetches all the same.")
        }
        plan = try FetchPlan(workspace, ledger: intake.ledger, request)
    }

    /// - Parameters:
    ///   - progress: is told of each step of each request of the plan.
    ///   - fellBack: is told of each second address that was asked because the first one failed.
    /// - Throws: `CancellationError` where the task was cancelled: nothing is taken in then.
    package func run(
        progress: @escaping @Sendable (FetchProgress) -> Void, fellBack: (FetchRequest) -> Void
    ) async throws -> Outcome {
        let answers = try await answers(progress: progress, fellBack: fellBack)
        try Task.checkCancellation()
        let before = try intake.ledger.lastFetch()
        let runs = try plan.deliveries(answers, at: workspace.now, archive: intake.archived)
            .map { try intake.take($0.delivery, of: $0.item.publication) }
        // Where nothing was tried nothing can have begun.
        return Outcome(runs: runs, alarms: runs.isEmpty ? [] : try workspace.alarms(intake.ledger, since: before))
    }

    /// In the order of the plan's requests.
    private func answers(
        progress: @escaping @Sendable (FetchProgress) -> Void, fellBack: (FetchRequest) -> Void
    ) async throws -> [Result<FetchResponse, Fault>] {
        let downloader = try workspace.downloader()
        let (width, now) = (workspace.settings.workspace.fetch.atOnce, workspace.now)
        var answers = await downloader.fetch(plan.requests, width: width, now: { now }, progress: progress)
        let fallbacks = plan.fallbacks(answers)
        guard !fallbacks.isEmpty else { return answers }
        let second = await downloader.fetch(fallbacks.map(\.request), width: width, now: { now })
        for ((place, request), answer) in zip(fallbacks, second) {
            fellBack(request)
            // Where both fail, the first says why.
            if case .success = answer { answers[place] = answer }
        }
        return answers
    }
}
