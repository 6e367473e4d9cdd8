internal import Glibc
internal import Rates
internal import Vocabulary

extension Indicator {
    static let basketIndex = Indicator(
        "neer", "A basket index: the value of a currency against several, weighted; a fall means that it weakens.",
        formula: "100*prod((V_i(d)/V_i(base))^w_i), V_i = units of currency i per one unit of home", unit: "index",
        parameters: [
            IndicatorParameter(name: "home", help: "the currency whose value is measured, such as TRY"),
            IndicatorParameter(name: "weights", help: "EUR:0.2,USD:0.8 and so on; they sum to 1"),
            IndicatorParameter(name: "source", help: "whose rates, where the ledger has several"),
        ], needsBase: true,
        .joint(count: nil) { series, context in
            let weights = try BasketWeights(context.settings)
            let legs = try weights.legs(series)
            guard let base = context.question.base else { return { _, _ in .none("no base day") } }
            return { _, day in
                guard day >= base else { return .none("before the base day \(base)") }
                var sum = 0.0
                var inputs: [IndicatorInput] = []
                var ages: [String] = []
                for leg in legs {
                    var values: [Double] = []
                    var days: [String] = []
                    for asked in [base, day] {
                        switch leg.series.asOf(asked, maximumAge: context.maximumAge) {
                        case .none(let reason): return .none("\(leg.series.key) as of \(asked): \(reason)")
                        case .found(let at, let age):
                            values.append(leg.series.points[at].value)
                            days.append("\(age)")
                            inputs += leg.series.inputs(at: at, asOf: asked).filter { !inputs.contains($0) }
                        }
                    }
                    guard values.allSatisfy({ $0 > 0 }) else { return .none(Note.notPositive) }
                    sum += leg.weight * log(values[1] / values[0])
                    ages.append("\(leg.currency) \(days.joined(separator: "/"))")
                }
                var finding = Finding(
                    value: 100 * exp(sum),
                    note: "basket index, base 100; age in days at base/day: "
                        + ages.joined(separator: ", "))
                finding.inputs = inputs
                finding.series = "\(weights.home):basket:\(legs[0].series.key.source)"
                return finding
            }
        })
}
