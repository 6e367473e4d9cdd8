internal import Vocabulary

/// Every indicator there is; a new one is a line here and its formula in a file of its own.
package enum IndicatorCatalogue {
    /// In the order in which `--help` lists them.
    package static let all: [Indicator] = [
        .rate, .crossRate, .multiple, .rateChange, .valueLost.ofRates(), .devaluation, .depreciation, .logReturn,
        .drawdown.ofRates(), .maximumDrawdown.ofRates(), .volatility, .rawVolatility, .twelveMonthChange,
        .conversionLoss, .premium, .frankelRose.ofRates(),
        .reinhartRogoff.ofRates(), .laevenValencia.ofRates(), .impliedInflation, .impliedMonthly.ofRates(),
        .caganHyperinflation.ofRates(), .annualised,
        .consumerPrices, .basketIndex, .realEffectiveRate, .staleDays, .gapDays, .jump, .spike, .regimeSwitch,
        .sourceRatio, .designationsNet,
    ]

    /// For `--help`: each setting with the indicators that take it.
    package static var settingsText: String {
        var order: [IndicatorParameter] = []
        for parameter in all.flatMap(\.parameters) where parameter != .maximumAge && !order.contains(parameter) {
            order.append(parameter)
        }
        return order.map { parameter in
            let ids = all.filter { $0.parameters.contains(parameter) }.map(\.id)
            return "\(parameter.name) (\(ids.joined(separator: ", "))): \(parameter.help)"
        }.joined(separator: "\n\n")
    }

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
