internal import Vocabulary

extension Indicator {
    /// Refuses what cannot be asked, before anything is computed.
    func check(_ question: IndicatorQuestion) throws {
        let count = question.series.count
        if seriesCount == 2, count != 2 {
            throw Fault(
                "wrong_question", "\(id) takes two series, \(count) given",
                remedy: "Give --series PARALLEL --series OFFICIAL, in this order.")
        }
        if seriesCount == 1, count == 0 {
            throw Fault(
                "wrong_question", "\(id) takes a series, none given", remedy: "Name one, or give \(arithmetic).")
        }
        if needsBase {
            guard let base = question.base else {
                throw Fault("wrong_question", "\(id) needs a base day", remedy: "Give --base DAY, or \(arithmetic).")
            }
            if let on = question.on, on < base {
                throw Fault(
                    "wrong_question", "the base day \(base) lies after \(on)", remedy: "Give a --base before --on.")
            }
        } else if question.base != nil {
            throw Fault("wrong_question", "\(id) takes no base day", remedy: "Leave --base out.")
        }
    }

    private var arithmetic: String { needsBase ? "numbers with --set s0=… --set s1=…" : "its name" }

    /// Press arithmetic: 47 to 230 without a series.
    func givenPoints(
        _ settings: IndicatorSettings, _ question: IndicatorQuestion
    ) throws -> (s0: Double, s1: Double)? {
        switch (try settings.positive("s0"), try settings.positive("s1")) {
        case (nil, nil): return nil
        case (let s0?, let s1?):
            guard question.series.isEmpty else {
                throw Fault(
                    "wrong_question", "\(id) was given both a series and two numbers",
                    remedy: "Leave out the series, or s0 and s1.")
            }
            return (s0, s1)
        default:
            throw Fault("wrong_question", "\(id) needs both numbers", remedy: "Give --set s0=… and --set s1=….")
        }
    }

    /// The base is looked up once, by the same rules as the day itself.
    func twoPoints(
        _ series: DatedSeries, _ question: IndicatorQuestion, _ settings: IndicatorSettings,
        _ formula: @escaping (Double, Double) -> Double
    ) throws -> (Int, Day) -> Finding {
        guard let base = question.base else { return { _, _ in .none("no base day") } }
        switch series.asOf(base, maximumAge: try settings.maximumAge) {
        case .none(let reason): return { _, _ in .none("base: \(reason)") }
        case .found(let at, let age):
            let start = series.points[at]
            let note = age == 0 ? "" : "base observed on \(start.day)"
            return { index, day in
                guard day >= base else { return .none("before the base day \(base)") }
                guard start.value > 0, series.points[index].value > 0 else { return .none(Note.notPositive) }
                return Finding(
                    value: formula(start.value, series.points[index].value), note: note,
                    inputs: series.inputs(at: at) + series.inputs(at: index))
            }
        }
    }
}

/// Phrases of the `note` column.
enum Note {
    static let notPositive = "a value is not above zero"

    static func joined(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: "; ") }
}
