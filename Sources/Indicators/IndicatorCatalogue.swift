internal import Vocabulary

/// Every indicator there is; a new one is a line here and its formula in a file of its own.
package enum IndicatorCatalogue {
    /// In the order in which `--help` lists them.
    package static let all: [Indicator] = [
        .rate, .crossRate, .multiple, .rateChange, .valueLost, .logReturn, .drawdown, .maximumDrawdown, .volatility,
        .rawVolatility, .twelveMonthChange, .conversionLoss, .premium, .staleDays, .gapDays, .jump, .spike,
        .designationsNet,
    ]

    /// The indicator of that name; a fault lists the names there are.
    package static func indicator(_ id: String) throws -> Indicator {
        guard let found = all.first(where: { $0.id == id }) else {
            throw Fault(
                "unknown_indicator", "there is no indicator `\(id)`",
                remedy: "There are: \(all.map(\.id).joined(separator: ", ")).")
        }
        return found
    }
}
