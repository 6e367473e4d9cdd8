internal import Rates
internal import Vocabulary

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
