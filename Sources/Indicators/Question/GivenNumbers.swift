internal import Vocabulary

/// Press arithmetic: the numbers of a newspaper instead of a series.
package struct GivenNumbers: Sendable {
    /// What `--set` must name, all of it.
    let parameters: [IndicatorParameter]
    /// Every number must lie above this.
    let above: Double
    /// The numbers in the order of `parameters`.
    let formula: @Sendable ([Double]) -> Finding

    init(
        _ parameters: [(name: String, help: String)], above: Double = 0,
        _ formula: @escaping @Sendable ([Double]) -> Finding
    ) {
        self.parameters = parameters.map { IndicatorParameter(name: $0.name, help: $0.help) }
        self.above = above
        self.formula = formula
    }

    static func twoPoints(_ formula: @escaping Indicator.TwoPointFormula) -> GivenNumbers {
        GivenNumbers([
            ("s0", "the value at the base, without a series"), ("s1", "the value now, without a series"),
        ]) { formula($0[0], $0[1]) }
    }

    static func twoRates(_ formula: @escaping @Sendable (_ parallel: Double, _ official: Double) -> Finding)
        -> GivenNumbers
    {
        GivenNumbers([
            ("parallel", "the parallel rate, without a series"), ("official", "the official rate, without a series"),
        ]) { formula($0[0], $0[1]) }
    }

    /// As a remedy names them.
    var example: String { "numbers with " + parameters.map { "--set \($0.name)=…" }.joined(separator: " ") }

    /// The finding from numbers; nil where none is given.
    func finding(_ context: IndicatorContext, for id: String) throws -> Finding? {
        let numbers = try parameters.map { try context.settings.number($0.name, above: above) }
        let there = numbers.compactMap { $0 }
        guard !there.isEmpty else { return nil }
        guard there.count == numbers.count else {
            let missing = zip(parameters, numbers).filter { $0.1 == nil }.map(\.0.name).joined(separator: " and ")
            throw Fault(
                "wrong_question", "\(id) needs both numbers; \(missing) is missing", remedy: "Give \(example).")
        }
        guard context.question.series.isEmpty else {
            throw Fault(
                "wrong_question",
                "\(id) was given both a series and \(numbers.count == 1 ? "a number" : "two numbers")",
                remedy: "Leave out the series, or \(parameters.map(\.name).joined(separator: " and ")).")
        }
        return formula(there)
    }
}
