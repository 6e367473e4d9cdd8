/// What a currency's return is expected to be.
package enum NormalModel: String, Sendable, CaseIterable {
    /// Its own mean.
    case mean
    /// Its usual link to the mean return of a basket of currencies.
    case market
}

/// A model fitted on estimation rows, as it is printed; shared by all windows of an event.
package final class NormalFit: Sendable {
    package let model: NormalModel
    /// L, the number of estimation returns.
    package let count: Int
    package let alpha: Double
    /// 0 for `mean`, as are `meanOfBasket` and `spreadOfBasket`.
    package let beta: Double
    /// Nil for `mean`.
    package let tBeta: Double?
    package let meanOfBasket: Double
    /// Smm, the sum of squares of the basket's returns around their mean.
    package let spreadOfBasket: Double
    package let r2: Double
    package let s2: Double
    package let df: Int
    package let basketCount: Int

    init(
        model: NormalModel, count: Int, alpha: Double, beta: Double = 0, tBeta: Double? = nil, meanOfBasket: Double = 0,
        spreadOfBasket: Double = 0, r2: Double = 0, s2: Double, df: Int, basketCount: Int = 0
    ) {
        self.model = model
        self.count = count
        self.alpha = alpha
        self.beta = beta
        self.tBeta = tBeta
        self.meanOfBasket = meanOfBasket
        self.spreadOfBasket = spreadOfBasket
        self.r2 = r2
        self.s2 = s2
        self.df = df
        self.basketCount = basketCount
    }

    /// AR of one row, given the basket's returns by row; they are empty for `mean`.
    func abnormal(_ value: Double, _ basket: [Double], _ row: Int) -> Double {
        value - alpha - (basket.isEmpty ? 0 : beta * basket[row])
    }

    /// Var(CAR) for a window of n rows whose basket returns add up to `basketSum` (MacKinlay 1997, eqs 7-12): the future
    /// error, the error of the estimated mean, and the error of the estimated link.
    func variance(rows n: Int, basketSum: Double) -> Double {
        let length = Double(n)
        let link = spreadOfBasket > 0 ? squared(basketSum - length * meanOfBasket) / spreadOfBasket : 0
        return s2 * (length + length * length / Double(count) + link)
    }
}

func squared(_ x: Double) -> Double { x * x }
