internal import Vocabulary

/// The returns around one day 0, measured against their estimation rows.
final class Measurement {
    let dayZero: DayZero
    let returns: Returns
    let days: [Day]
    private let basket: Basket
    private let studied: String
    private let excluded: [Range<Int>]
    let estimation: EstimationRows
    private let meanEstimate: Estimate?
    private var marketEstimate: (choice: Basket.Choice, estimate: Estimate?)?
    /// What filtered history rests on.
    private lazy var pool = Pool(dayZero.row, returns, excluded: excluded)

    init(
        dayZero: DayZero, returns: Returns, days: [Day], basket: Basket, studied: String, excluded: [Range<Int>] = []
    ) {
        self.dayZero = dayZero
        self.returns = returns
        self.days = days
        self.basket = basket
        self.studied = studied
        self.excluded = excluded
        estimation = EstimationRows(day0: dayZero.row, returns: returns, excluded: excluded)
        meanEstimate = estimation.count >= EstimationRows.least ? .mean(returns, estimation) : nil
    }

    /// A peg or a stale series: half of the returns or more are zero, or nothing moves at all.
    private(set) lazy var isManaged = meanEstimate?.isManaged ?? false

    /// The model fitted for use on some rows around day 0, of the window and just before it; nil where too few returns
    /// precede, or no currency of the basket can stand for the market on all these rows.
    func estimate(_ model: NormalModel, using rows: (Range<Int>, Range<Int>)) -> Estimate? {
        guard model == .market, meanEstimate != nil else { return meanEstimate }
        let choice = basket.members(without: studied, estimation: estimation, others: rows, of: returns)
        if let known = marketEstimate, known.choice == choice { return known.estimate }
        let made =
            choice.count == 0
            ? nil : Estimate.market(returns, estimation, basket: basket.mean(choice), basketCount: choice.count)
        marketEstimate = (choice, made)
        return made
    }

    func fill(_ row: inout ComparisonRow) {
        let window = row.window.rows(around: dayZero.row)
        let present = window.clamped(to: 0..<days.count)
        row.estimationCount = estimation.count
        if let first = estimation.first, let last = estimation.last {
            row.estimation = days[first]...days[last]
        }
        let before = max(0, dayZero.row + EstimationRows.last + 1, window.lowerBound - WindowTest.turbulenceRows)
        let used = (min(before, present.lowerBound)..<present.lowerBound, present)
        guard meanEstimate != nil else {
            let hasMarket = row.model == .mean || basket.hasMember(without: studied, estimation, used, returns)
            row.status = hasMarket ? .shortEstimation : .noMarket
            return
        }
        guard let estimate = estimate(row.model, using: used) else {
            row.status = .noMarket
            return
        }
        row.fit = estimate.fit
        let isWhole = present == window && returns.hasAll(window)
        if isWhole {
            row.move = window.reduce(0) { $0 + returns.values[$1] }
            row.car = window.reduce(0) { $0 + estimate.abnormal($1, returns) }
        }
        guard !isManaged else {
            row.status = .managed
            return
        }
        guard isWhole, let car = row.car else {
            row.status = .truncated
            return
        }
        row.test = WindowTest(
            car: car, window: row.window, day0: dayZero.row, estimate: estimate, returns: returns)
        if row.test != nil { row.filtered = filtered(row.model, window) }
        row.status = row.test == nil ? .managed : returns.areAllRegular(window) ? .ok : .gap
    }
}

extension Measurement {
    /// The rows [-510,-11] and the fits on them.
    private struct Pool {
        let rows: EstimationRows
        /// Nil where there are too few returns, or the series is managed.
        let mean: Estimate?
        var market: (choice: Basket.Choice, estimate: Estimate?)?

        init(_ day0: Int, _ returns: Returns, excluded: [Range<Int>]) {
            rows = EstimationRows(day0: day0, returns: returns, first: FilteredHistory.firstRow, excluded: excluded)
            guard rows.count >= FilteredHistory.leastReturns else {
                mean = nil
                return
            }
            let estimate = Estimate.mean(returns, rows)
            mean = estimate.isManaged ? nil : estimate
        }
    }

    /// Nil where it is withheld.
    private func filtered(_ model: NormalModel, _ window: Range<Int>) -> FilteredHistory? {
        guard let mean = pool.mean else { return nil }
        let end = dayZero.row + EstimationRows.last + 1
        let before = max(0, min(end, window.lowerBound))..<window.lowerBound
        guard model == .market else { return FilteredHistory(mean, returns, rows: window, before: before) }
        let choice = basket.members(without: studied, estimation: pool.rows, others: (before, window), of: returns)
        guard choice.count > 0 else { return nil }
        let estimate: Estimate?
        if let known = pool.market, known.choice == choice {
            estimate = known.estimate
        } else {
            estimate = Estimate.market(returns, pool.rows, basket: basket.mean(choice), basketCount: choice.count)
            pool.market = (choice, estimate)
        }
        return estimate.flatMap { FilteredHistory($0, returns, rows: window, before: before) }
    }
}
