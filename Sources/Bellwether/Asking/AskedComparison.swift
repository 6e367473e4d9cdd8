internal import CommandLine
internal import Compare
internal import Configuration
internal import Findings
internal import Operations
internal import Rates
internal import Store
internal import Vocabulary
internal import Workspaces

/// A comparison as the options of `compare` ask for it.
struct AskedComparison {
    enum Mode: String, CaseIterable { case rows, abnormal, pool, steps, explain, calibrate }

    let invocation: Invocation
    let mode: Mode
    private(set) var comparison: Comparison

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        mode = try AskedComparison.mode(invocation)
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let knownOn = try invocation.knownOn()
        let book = try SeriesBook(workspace.settings, ledger, known: knownOn)
        let asked = invocation.list("on").uniqued().compactMap { Quantity(rawValue: $0) }
        var only = try book.keys(invocation.list("series")).uniqued()
        // Without --series it is the configured ones that are calibrated.
        if mode == .calibrate, only.isEmpty {
            let settings = workspace.settings
            let standing = book.seriesByCurrency(settings.workspace.compare, settings.watch).sorted { $0.key < $1.key }
            only = standing.flatMap(\.value).filter { book.isKnown($0) }
        }
        comparison = try Comparison(
            workspace.settings, book,
            events: mode == .calibrate
                ? []
                : try invocation.events(
                    workspace, ledger, keepsUnwatched: !only.isEmpty, areBounded: mode != .steps),
            only: only, confounders: (ledger, knownOn), cleansEstimation: invocation.flag("clean-estimation"),
            quantities: asked.isEmpty ? [.change] : asked)
        try choose()
        let missing = comparison.eventsWithoutSubject
        if missing > 0 {
            invocation.console.note(
                "\(missing) of the events name none of the currencies of --series, and have no row.")
        }
    }

    private static func mode(_ invocation: Invocation) throws -> Mode {
        let asked = Mode.allCases.filter {
            $0 == .pool ? !invocation.list("pool").isEmpty : $0 != .rows && invocation.flag($0.rawValue)
        }
        guard asked.count < 2 else {
            throw invocation.fault("--\(asked[0].rawValue) and --\(asked[1].rawValue) do not go together")
        }
        let mode = asked.first ?? .rows
        let choosing = ["events", "event", "tag"].first { invocation.value($0) != nil || !invocation.list($0).isEmpty }
        if mode == .calibrate, let choosing {
            throw invocation.fault("--calibrate makes its own dates: it takes no --\(choosing)")
        }
        if mode == .steps, invocation.list("on").contains(Quantity.volatility.rawValue) {
            throw invocation.fault("--steps has returns or premiums, not --on volatility: a size has no direction")
        }
        for (option, owner) in [("pool-min", Mode.pool), ("seed", .pool), ("within", .steps), ("every", .calibrate)]
        where mode != owner && invocation.value(option) != nil {
            throw invocation.fault("--\(option) goes with --\(owner.rawValue)")
        }
        return mode
    }

    private mutating func choose() throws {
        let numeraires = invocation.list("numeraire").uniqued()
        if let bad = (numeraires + invocation.list("basket")).first(where: { !SeriesKey.isCurrencyCode($0) }) {
            throw invocation.fault("“\(bad)” is not a currency code such as USD")
        }
        if !numeraires.isEmpty { comparison.numeraires = numeraires }
        let basket = invocation.list("basket").uniqued()
        if !basket.isEmpty { comparison.basket = basket }
        for code in numeraires + basket where !comparison.tables.isEmpty && !comparison.quotes(code) {
            invocation.console.warn("no source of the series compared quotes \(code)")
        }
        let models = invocation.list("model").uniqued().compactMap { NormalModel(rawValue: $0) }
        if !models.isEmpty { comparison.models = models }
        // A pool and an explanation are of one rule unless two are asked for.
        if mode == .pool || mode == .explain { comparison.afterFix = [0] }
        let rules = invocation.list("after-fix").uniqued().compactMap { Int($0) }
        if !rules.isEmpty { comparison.afterFix = rules }
        if mode == .explain { comparison.windows = Array(EventWindow.usual.prefix(1)) }
        if mode == .calibrate { comparison.windows = EventWindow.calibrated }
        let windows = try invocation.list("window").map { try EventWindow($0) }.uniqued()
        if !windows.isEmpty { comparison.windows = windows }
        if comparison.events.isEmpty, mode != .calibrate { invocation.console.note("No event to compare.") }
    }
}
