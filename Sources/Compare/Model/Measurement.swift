internal import Vocabulary

/// The returns around one day 0, measured against their estimation rows.
final class Measurement {
    let dayZero: DayZero
    let returns: Returns
    private let studied: String
    private let series: MeasuredSeries
    private let excluded: [Range<Int>]
    let estimation: EstimationRows
    /// Whether enough returns precede.
    private let isLongEnough: Bool
    private lazy var meanEstimate = Estimate.mean(returns, estimation)
    private var marketEstimate: (choice: Basket.Choice, estimate: Estimate?)?
    /// What filtered history rests on.
    private lazy var pool = Pool(dayZero.row, returns, excluded: excluded)

    init?(_ dayZero: DayZero, _ series: MeasuredSeries, studied: String, excluded: [Range<Int>] = []) {
        guard let returns = series.returns else { return nil }
        self.dayZero = dayZero
        self.returns = returns
        self.series = series
        self.studied = studied
        self.excluded = excluded
        estimation = EstimationRows(day0: dayZero.row, returns: returns, excluded: excluded)
        isLongEnough = estimation.count >= EstimationRows.least
    }

    /// A peg or a stale series: half of the returns or more are zero, or nothing moves at all.
    private(set) lazy var isManaged = isLongEnough && Estimate.isManaged(returns, estimation)

    var days: [Day] { series.days }
    private var basket: Basket { series.basket }

    /// Of the whole series.
    var steps: ManagedSteps? { series.steps }

    /// The model fitted for use on some rows around day 0, of the window and just before it; nil where too few returns
    /// precede, or no currency of the basket can stand for the market on all these rows.
    func estimate(_ model: NormalModel, using rows: (Range<Int>, Range<Int>)) -> Estimate? {
        guard isLongEnough else { return nil }
        guard model == .market else { return meanEstimate }
        let choice = basket.members(without: studied, estimation: estimation, others: rows, of: returns)
        if let known = marketEstimate, known.choice == choice { return known.estimate }
        let made =
            choice.count == 0
            ? nil : Estimate.market(returns, estimation, basket: basket.mean(choice), basketCount: choice.count)
        marketEstimate = (choice, made)
        return made
    }

    /// The rows on which a window rests besides the estimation: just before it, and its own that there are.
    func used(_ window: EventWindow) -> (Range<Int>, Range<Int>) {
        let rows = window.rows(around: dayZero.row)
        let present = rows.clamped(to: 0..<days.count)
        let before = max(0, dayZero.row + EstimationRows.last + 1, rows.lowerBound - WindowTest.turbulenceRows)
        return (min(before, present.lowerBound)..<present.lowerBound, present)
    }

    /// What one model says of one window, or why it says nothing.
    func measure(_ model: NormalModel, _ window: EventWindow) -> (status: ComparisonStatus, figures: WindowFigures?) {
        let rows = window.rows(around: dayZero.row)
        let used = used(window)
        guard isLongEnough else {
            let hasMarket = model == .mean || basket.hasMember(without: studied, estimation, used, returns)
            return (hasMarket ? .shortEstimation : .noMarket, nil)
        }
        guard let estimate = estimate(model, using: used) else { return (.noMarket, nil) }
        guard used.1 == rows, returns.hasAll(rows) else {
            return (isManaged ? .managed : .truncated, WindowFigures(estimate.fit))
        }
        let move = rows.reduce(0) { $0 + returns.values[$1] }
        let car = rows.reduce(0) { $0 + estimate.abnormal($1, returns) }
        let test =
            isManaged
            ? nil : WindowTest(car: car, window: window, day0: dayZero.row, estimate: estimate, returns: returns)
        let filtered = test == nil ? nil : filtered(model, rows)
        return (
            test == nil ? .managed : returns.areAllRegular(rows) ? .ok : .gap,
            WindowFigures(estimate.fit, move: move, car: car, test: test, filtered: filtered)
        )
    }
}

extension Measurement {
    /// The rows [-510,-11] and the fits on them.
    private struct Pool {
        let rows: EstimationRows
        /// False where there are too few returns, or the series is managed.
        let serves: Bool
        lazy var mean = FilteredPath(.mean(returns, rows), day0: day0)
        var market: (choice: Basket.Choice, path: FilteredPath?)?
        private let day0: Int
        private let returns: Returns

        init(_ day0: Int, _ returns: Returns, excluded: [Range<Int>]) {
            (self.day0, self.returns) = (day0, returns)
            rows = EstimationRows(day0: day0, returns: returns, first: FilteredHistory.firstRow, excluded: excluded)
            serves = rows.count >= FilteredHistory.leastReturns && !Estimate.isManaged(returns, rows)
        }
    }

    /// Nil where it is withheld.
    private func filtered(_ model: NormalModel, _ window: Range<Int>) -> FilteredHistory? {
        path(model, window).flatMap { FilteredHistory($0, returns, rows: window) }
    }

    /// What filtered history of a window looks back on; nil where there is too little of it.
    func path(_ model: NormalModel, _ window: Range<Int>) -> FilteredPath? {
        guard pool.serves else { return nil }
        guard model == .market else { return pool.mean }
        let end = dayZero.row + EstimationRows.last + 1
        let before = max(0, min(end, window.lowerBound))..<window.lowerBound
        let choice = basket.members(without: studied, estimation: pool.rows, others: (before, window), of: returns)
        if pool.market?.choice != choice {
            let estimate =
                choice.count == 0
                ? nil : Estimate.market(returns, pool.rows, basket: basket.mean(choice), basketCount: choice.count)
            pool.market = (choice, estimate.map { FilteredPath($0, day0: dayZero.row) })
        }
        return pool.market?.path
    }
}
