internal import CommandLine
internal import Compare
internal import Report
internal import Tables
internal import Vocabulary

extension AskedComparison {
    private var isForPeople: Bool { invocation.format == .text }

    func printRows() throws -> ExitCode {
        let rows = try comparison.rows()
        guard isForPeople else {
            try invocation.console.print(.comparison(rows), as: invocation.format)
            return .done
        }
        if !rows.isEmpty {
            try invocation.console.print(Document.comparison(rows, events: comparison.events).text())
        }
        return .done
    }

    func printAbnormal() throws -> ExitCode {
        let rows = try comparison.abnormalReturns()
        guard isForPeople, !rows.isEmpty else {
            try invocation.console.print(.abnormal(rows), as: invocation.format)
            return .done
        }
        try invocation.console.print(Document.abnormal(rows).text())
        return .done
    }

    func printPools() throws -> ExitCode {
        let least = try invocation.integer("pool-min") ?? Pool.usualLeast
        guard least >= 2 else { throw invocation.fault("--pool-min is at least 2: one entry has no spread") }
        let seed = try invocation.integer("seed").map { UInt64(bitPattern: Int64($0)) } ?? SignFlipSeed.usual
        let tags = invocation.list("pool").uniqued()
        for tag in tags where !comparison.events.contains(where: { $0.tags.contains(tag) }) {
            invocation.console.warn("no event has the tag \(tag)")
        }
        let rows = try comparison.pooled(Pool.pools(tags, of: comparison.events), least: least, seed: seed)
        guard isForPeople else {
            try invocation.console.print(.pools(rows), as: invocation.format)
            return .done
        }
        try invocation.console.print(Document.pools(rows, least: least).text())
        return .done
    }

    func printSteps() throws -> ExitCode {
        let (from, to) = try invocation.days()
        let reach = try invocation.integer("within") ?? ManagedSteps.usualReach
        guard (0...EventWindow.farthest).contains(reach) else {
            throw invocation.fault("--within counts rows: 0 to \(EventWindow.farthest)")
        }
        let rows = try comparison.steps(from: from, to: to, within: reach)
        try invocation.console.print(isForPeople ? .stepsForPeople(rows) : .steps(rows), as: invocation.format)
        return .done
    }

    func printExplanation() throws -> ExitCode {
        guard comparison.events.count <= 1 else {
            throw invocation.fault(
                "--explain takes one event apart, and \(comparison.events.count) are chosen: name one with --event")
        }
        let lines = try comparison.explained()
        guard isForPeople else {
            try invocation.console.print(.explained(lines), as: invocation.format)
            return .done
        }
        try invocation.console.print(Document.explained(lines, events: comparison.events).text())
        return .done
    }

    func printCalibration() throws -> ExitCode {
        let (from, to) = try invocation.days()
        let stride = try invocation.integer("every") ?? Comparison.usualStride
        guard (1...EventWindow.farthest).contains(stride) else {
            throw invocation.fault("--every counts rows: 1 to \(EventWindow.farthest)")
        }
        guard !comparison.only.isEmpty else {
            throw invocation.fault(
                "there is no series to calibrate on: name some with --series, such as EUR/*:reference:ecb")
        }
        let rows = try comparison.calibrated(every: stride, from: from, to: to)
        guard isForPeople else {
            try invocation.console.print(.calibration(rows), as: invocation.format)
            return .done
        }
        try invocation.console.print(Document.calibration(rows, stride: stride).text())
        return .done
    }
}
