internal import Configuration
internal import Findings
internal import Indicators
internal import Lists
internal import Rates
internal import Vocabulary

/// The year of a country's rates, with what was listed and announced beside them.
struct CountryCharts {
    let context: ReportContext
    let lists: ListsInPeriod
    /// Those that charts mark, by the code of the country.
    let events: [String: YearEvents]

    private var days: ClosedRange<Day> { context.period.year }

    /// The first official and the first street rate that say something, with what was listed and announced beside them;
    /// nil where there is no point to draw.
    func chart(_ country: CountryRates) throws -> Chart? {
        let pairs = [(country.official, Chart.Line.Kind.official), (country.street, .street)]
        let lines = pairs.compactMap { figures, kind -> (DatedSeries, Chart.Line)? in
            guard let series = figures?.series else { return nil }
            let line = line(series, kind, "\(series.key.measure) \(series.key.source)")
            return line.points.isEmpty ? nil : (series, line)
        }
        // Another unit has no place on the same axis.
        guard let lead = lines.first?.0 else { return nil }
        let own = lines.filter { $0.0.key.pair == lead.key.pair }.map(\.1)
        var chart = Chart(
            title: "\(country.country.currency), \(country.country.name)", unit: lead.unit, days: days,
            period: context.period.days, lines: own)
        if let premium = country.premium, own.count == 2 {
            let ratios = try PremiumSeries.ratios(parallel: premium.street, official: premium.official)
            var line = line(ratios, .premium, "premium")
            line.points = line.points.map { Chart.Point(day: $0.day, value: 100 * ($0.value - 1)) }
            chart.premium = line
        }
        switch events[country.country.code] {
        case .few(let events):
            chart.marks = events.map { event in
                Chart.Mark(day: event.date, title: "\(event.date) \(event.title.isEmpty ? event.id : event.title)")
            }
        case .many(let count): chart.unmarked = count
        case nil: break
        }
        chart.bars = bars(country.country)
        chart.looked = looked
        return chart
    }

    /// The stretches between one look at a list and the next, of any list: what changed within them is known.
    private var looked: [ClosedRange<Day>] {
        let spans = lists.histories.flatMap(\.looks).compactMap { look -> ClosedRange<Day>? in
            let first = max(look.previous ?? look.day, days.lowerBound)
            return first <= look.day && look.day <= days.upperBound ? first...look.day : nil
        }
        return spans.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, span in
            if let last = merged.last, span.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                merged.append(span)
            }
        }
    }

    private func line(_ series: DatedSeries, _ kind: Chart.Line.Kind, _ name: String) -> Chart.Line {
        let points = series.bounded(from: days.lowerBound, to: days.upperBound).points
        return Chart.Line(
            kind: kind, name: name, points: points.map { Chart.Point(day: $0.day, value: $0.value) },
            longestGap: series.maximumAgeDays)
    }

    /// Entries that came and went, week by week, where they are placed in the country or listed under a programme about it.
    private func bars(_ country: WatchList.Country) -> [Chart.Bar] {
        var counts: [Day: (added: Int, removed: Int)] = [:]
        for step in lists.steps(in: days) {
            let monday = step.run.day - (step.run.day.weekday - 1)
            for change in step.changes where change.isComing || change.kind == .removed {
                guard context.names.concerns(change, country) else { continue }
                if change.isComing {
                    counts[monday, default: (0, 0)].added += 1
                } else {
                    counts[monday, default: (0, 0)].removed += 1
                }
            }
        }
        return counts.sorted { $0.key < $1.key }.map { monday, count in
            let first = max(monday, days.lowerBound)
            return Chart.Bar(
                days: first...max(first, min(monday + 6, days.upperBound)), added: count.added,
                removed: count.removed)
        }
    }
}
