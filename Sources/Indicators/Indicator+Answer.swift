internal import Vocabulary

extension Indicator {
    /// Answers a question; one that cannot be asked is a fault, one that has no answer is a row without value.
    package func answer(_ question: IndicatorQuestion) throws -> [IndicatorValue] {
        let settings = try IndicatorSettings(question.settings, for: self)
        if case .twoPoints(let formula) = method, let given = try givenPoints(settings, question) {
            return [row(Finding(value: formula(given.s0, given.s1)), series: nil, day: nil, index: nil, question)]
        }
        try check(question)
        var bounded = question
        bounded.series = question.series.map { $0.bounded(from: question.from, to: question.to) }
        switch method {
        case .designations:
            throw Fault(
                "wrong_question", "\(id) is counted from changes of lists, not from series",
                remedy: "Ask for it without a series.")
        case .findings(let find):
            return try bounded.series.flatMap { series in
                let seen = series.bounded(from: nil, to: question.on)
                return try find(seen, settings).map { row($0, series: series, day: nil, index: nil, bounded) }
            }
        case .figure(let prepare):
            return try bounded.series.flatMap {
                try rows($0, bounded, maximumAge: settings.maximumAge, evaluate: prepare($0, settings))
            }
        case .history(let prepare):
            // These describe the observations that there are; how stale the last one is must not silence them.
            return try bounded.series.flatMap {
                try rows($0, bounded, maximumAge: .max, evaluate: prepare($0, settings))
            }
        case .twoPoints(let formula):
            return try bounded.series.flatMap {
                let evaluate = try twoPoints($0, bounded, settings, formula)
                return try rows($0, bounded, maximumAge: settings.maximumAge, evaluate: evaluate)
            }
        case .twoSeries(let formula):
            let (parallel, official) = (bounded.series[0], bounded.series[1])
            let maximumAge = try settings.maximumAge
            return rows(parallel, bounded, maximumAge: maximumAge) { index, day in
                switch official.asOf(day, maximumAge: maximumAge) {
                case .none(let reason): return .none("\(official.key): \(reason)")
                case .found(let at, _):
                    var finding = formula(parallel.points[index].value, official.points[at].value)
                    finding.note = Note.joined("official \(official.key) of \(official.points[at].day)", finding.note)
                    finding.inputs = parallel.inputs(at: index) + official.inputs(at: at)
                    return finding
                }
            }
        }
    }

    private func rows(
        _ series: DatedSeries, _ question: IndicatorQuestion, maximumAge: Int?,
        evaluate: (_ index: Int, _ day: Day) -> Finding
    ) -> [IndicatorValue] {
        guard let on = question.on else {
            return series.points.indices.map { index in
                let day = series.points[index].day
                return row(evaluate(index, day), series: series, day: day, index: index, question)
            }
        }
        switch series.asOf(on, maximumAge: maximumAge) {
        case .none(let reason): return [row(.none(reason), series: series, day: on, index: nil, question)]
        case .found(let index, _): return [row(evaluate(index, on), series: series, day: on, index: index, question)]
        }
    }

    private func row(
        _ finding: Finding, series: DatedSeries?, day: Day?, index: Int?, _ question: IndicatorQuestion
    ) -> IndicatorValue {
        let observed = index.flatMap { series?.points[$0].day } ?? (isListValued ? finding.date : nil)
        return IndicatorValue(
            series: series?.key.text ?? "", indicator: id, date: finding.date ?? day,
            baseDate: finding.baseDate ?? (needsBase && series != nil ? question.base : nil), value: finding.value,
            unit: unit ?? series?.unit ?? "", observedOn: observed,
            ageDays: observed.map { (day ?? question.on ?? $0) - $0 }, knownOn: question.knownOn, note: finding.note,
            inputs: finding.inputs)
    }
}
