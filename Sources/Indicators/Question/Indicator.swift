package import Rates
package import Vocabulary

/// A named formula over series: what it is, what it takes, and how it is computed.
package struct Indicator: Sendable {
    package let id: String
    /// One sentence for `--help`.
    package let help: String
    /// S0 and S1 are the values at the base and on the day; S_t runs over the observations.
    package let formula: String
    /// The unit of its values; nil: the series' own.
    package let unit: String?
    let ownParameters: [IndicatorParameter]
    package let method: Method
    /// Computed from given numbers where no series is; nil: it needs series.
    package var given: GivenNumbers?
    /// Whether a question must give `--base`.
    package var needsBase = false
    /// Reads what was printed, the suspect values in their places, instead of what arithmetic may use.
    package var readsPrinted = false
    /// Whether base and day are meant to lie a month apart; where they do not, the note says so.
    package var spansMonth = false
    /// Whether it speaks of a currency: prices and percentages have no value that somebody lost.
    package var wantsRate = false
    /// A pattern of series that it reads beside the one asked about, such as `US:cpi_yoy:*`.
    package var auxiliary: String?

    /// How a question is answered: this decides how many series it takes and what a row is.
    package enum Method: Sendable {
        /// One figure as of a day, from one series no older than its maximum age.
        case figure(Preparation)
        /// One figure about all observations up to a day: the age of the last one does not matter.
        case history(Preparation)
        /// One figure from the values on the base day and on the day, of a series that it fits.
        case twoPoints(fits: Fitness, TwoPointFormula)
        /// One figure as of a day from several series, the first of which gives the days; nil count: any number.
        case joint(count: Int?, JointPreparation)
        /// A row per dated finding in so many series.
        case findings(count: Int, @Sendable ([DatedSeries], IndicatorContext) throws -> [Finding])
        /// Counted from changes of lists, not from series: `DesignationsNet`.
        case designations
    }

    /// From the value at the base and the one on the day.
    package typealias TwoPointFormula = @Sendable (_ s0: Double, _ s1: Double) -> Finding
    /// Why a series cannot be asked this; nil where it can.
    package typealias Fitness = @Sendable (DatedSeries) -> String?
    /// Answers for a point's index and a day.
    package typealias Evaluation = (_ index: Int, _ day: Day) -> Finding
    /// Reads the settings and whatever the whole series gives once.
    package typealias Preparation = @Sendable (DatedSeries, IndicatorContext) throws -> Evaluation
    /// The same over several series; nil: that day has no row.
    package typealias JointPreparation =
        @Sendable ([DatedSeries], IndicatorContext) throws -> (_ index: Int, _ day: Day) -> Finding?

    init(
        _ id: String, _ help: String, formula: String, unit: String?, parameters: [IndicatorParameter] = [],
        given: GivenNumbers? = nil, needsBase: Bool = false, readsPrinted: Bool = false, auxiliary: String? = nil,
        _ method: Method
    ) {
        self.id = id
        self.help = help
        self.formula = formula
        self.unit = unit
        ownParameters = parameters
        self.given = given
        self.needsBase = needsBase
        self.readsPrinted = readsPrinted
        self.auxiliary = auxiliary
        self.method = method
    }

    /// What `--set` may name.
    package var parameters: [IndicatorParameter] { ownParameters + (given?.parameters ?? []) + [.maximumAge] }

    /// How many series one answer takes: 0 where it is not computed from series, nil for any number.
    package var seriesCount: Int? {
        switch method {
        case .designations: 0
        case .joint(let count, _): count
        case .findings(let count, _): count
        default: 1
        }
    }

    /// Whether a row is a dated finding instead of a figure for a day.
    package var isListValued: Bool {
        if case .findings = method { true } else { false }
    }

    /// The same indicator, of exchange rates only.
    func ofRates() -> Indicator {
        var copy = self
        copy.wantsRate = true
        return copy
    }

    /// Why a series cannot be asked this; nil where it can.
    func refusal(_ series: DatedSeries) -> String? {
        wantsRate && series.key.pair == nil ? "\(series.key) is no exchange rate: no currency lost value by it" : nil
    }
}

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

extension Indicator {
    /// Answers a question; one that cannot be asked is a fault, one that has no answer is a row without value.
    package func answer(_ question: IndicatorQuestion) throws -> [IndicatorValue] {
        let context = try IndicatorContext(question, for: self)
        if let finding = try given?.finding(context, for: id) {
            return [row(finding, series: [], day: nil, index: nil, question)]
        }
        try check(question)
        let series = try question.series.map {
            try (readsPrinted ? $0.asPrinted : $0).bounded(from: question.from, to: question.to)
        }
        switch method {
        case .designations:
            throw Fault(
                "wrong_question", "\(id) is counted from changes of lists, not from series",
                remedy: "Ask for it without a series.")
        case .findings(let count, let find):
            let seen = series.map { $0.bounded(from: nil, to: question.on) }
            return try (count == 1 ? seen.map { [$0] } : [seen]).flatMap { group in
                let found = try find(group, context)
                return (question.lastOnly ? found.suffix(1) : found[...])
                    .map { row($0, series: group, day: nil, index: nil, question) }
            }
        case .figure(let prepare):
            return try series.flatMap {
                rows([$0], question, maximumAge: context.maximumAge, evaluate: try evaluation($0, context, prepare))
            }
        case .history(let prepare):
            // These describe the observations that there are; how stale the last one is must not silence them.
            return try series.flatMap {
                rows([$0], question, maximumAge: .max, evaluate: try evaluation($0, context, prepare))
            }
        case .twoPoints(let fits, let formula):
            return series.flatMap {
                rows(
                    [$0], question, maximumAge: context.maximumAge,
                    evaluate: twoPoints($0, context, fits: fits, formula))
            }
        case .joint(_, let prepare):
            return rows(series, question, maximumAge: context.maximumAge, evaluate: try prepare(series, context))
        }
    }

    private func evaluation(
        _ series: DatedSeries, _ context: IndicatorContext, _ prepare: Preparation
    ) throws -> Evaluation {
        guard let reason = refusal(series) else { return try prepare(series, context) }
        return { _, _ in .none(reason) }
    }

    /// The first series gives the days.
    private func rows(
        _ series: [DatedSeries], _ question: IndicatorQuestion, maximumAge: Int?,
        evaluate: (_ index: Int, _ day: Day) -> Finding?
    ) -> [IndicatorValue] {
        guard let first = series.first else { return [] }
        guard let on = question.on else {
            let indices = first.points.indices
            guard question.lastOnly else { return indices.compactMap { answer(at: $0) } }
            // The last observation may have no row where several series are asked about: then the one before it.
            for index in indices.reversed() {
                if let found = answer(at: index) { return [found] }
            }
            return []
        }
        switch first.asOf(on, maximumAge: maximumAge) {
        case .none(let reason):
            // Of several series it is worth saying which one is silent.
            var finding = Finding.none(series.count > 1 ? "\(first.key): \(reason)" : reason)
            finding.since = first.lastIndex(onOrBefore: on).map { first.points[$0].day } ?? first.firstDay
            return [row(finding, series: series, day: on, index: nil, question)]
        case .found(let index, _):
            return [evaluate(index, on)].compactMap { $0 }
                .map { row($0, series: series, day: on, index: index, question) }
        }
        func answer(at index: Int) -> IndicatorValue? {
            let day = first.points[index].day
            return evaluate(index, day).map { row($0, series: series, day: day, index: index, question) }
        }
    }

    private func row(
        _ finding: Finding, series: [DatedSeries], day: Day?, index: Int?, _ question: IndicatorQuestion
    ) -> IndicatorValue {
        let first = series.first
        let observed = index.flatMap { first?.points[$0].day } ?? (isListValued ? finding.date : nil)
        let suspects = readsPrinted ? 0 : finding.suspectsLeftOut(of: series, upTo: day)
        return IndicatorValue(
            series: finding.series ?? first?.key.text ?? "", indicator: id, date: finding.date ?? day,
            baseDate: finding.baseDate ?? (needsBase && first != nil ? question.base : nil), value: finding.value,
            flag: finding.flag, unit: unit ?? first?.unit ?? "", observedOn: observed,
            ageDays: observed.map { (day ?? question.on ?? $0) - $0 }, knownOn: question.knownOn,
            note: Note.joined(finding.note, Suspects.words(suspects)), inputs: finding.inputs,
            inputsBetween: finding.between)
    }
}
