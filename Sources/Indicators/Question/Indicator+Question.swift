internal import Rates
internal import Vocabulary

extension Indicator {
    /// Refuses what cannot be asked, before anything is computed.
    func check(_ question: IndicatorQuestion) throws {
        let count = question.series.count
        if seriesCount == 2, count != 2 {
            throw Fault(
                "wrong_question", "\(id) takes two series, \(count) given",
                remedy: "Give \(pairing)\(given.map { ", or \($0.example)" } ?? "").")
        }
        if seriesCount == 1, count == 0 {
            throw Fault(
                "wrong_question", "\(id) takes a series, none given",
                remedy: "Name one, as `bellwether rates` lists them\(orNumbers).")
        }
        if needsBase {
            guard let base = question.base else {
                throw Fault("wrong_question", "\(id) needs a base day", remedy: "Give --base DAY\(orNumbers).")
            }
            if let on = question.on, on < base {
                throw Fault(
                    "wrong_question", "the base day \(base) lies after \(on)", remedy: "Give a --base before --on.")
            }
        } else if question.base != nil {
            throw Fault("wrong_question", "\(id) takes no base day", remedy: "Leave --base out.")
        }
    }

    private var orNumbers: String { given.map { ", or give \($0.example)" } ?? "" }

    /// Quality signals hold two sources against one another; a premium has a side for each.
    private var pairing: String {
        readsPrinted ? "--series A --series B" : "--series PARALLEL --series OFFICIAL, in this order"
    }

    /// The base is looked up once, by the same rules as the day itself.
    func twoPoints(
        _ series: DatedSeries, _ context: IndicatorContext, fits: Fitness, _ formula: @escaping TwoPointFormula
    ) -> Evaluation {
        guard let base = context.question.base else { return { _, _ in .none("no base day") } }
        if let reason = refusal(series) ?? fits(series) { return { _, _ in .none(reason) } }
        switch series.asOf(base, maximumAge: context.maximumAge) {
        case .none(let reason): return { _, _ in .none("base: \(reason)") }
        case .found(let at, let age):
            let start = series.points[at].value
            let note = age == 0 ? "" : "base observed on \(series.points[at].day)"
            let origin = series.inputs(at: at, asOf: base)
            return { index, day in
                guard day >= base else { return .none("before the base day \(base)") }
                let end = series.points[index].value
                guard start > 0, end > 0 else { return .none(Note.notPositive) }
                var finding = formula(start, end)
                let span = day - base
                finding.note = Note.joined(
                    note, finding.note,
                    spansMonth && !(28...31).contains(span) ? "over \(span) days, which is no month" : "")
                finding.inputs = origin + series.inputs(at: index, asOf: day)
                return finding
            }
        }
    }
}
