package import Compare
internal import Tables
internal import Vocabulary

extension Document {
    /// The rejection rates of each test in percent, by model and window; all series together, then each by its headline.
    package static func calibration(_ rows: [CalibrationRow], stride: Int) -> Document {
        var document = Document(
            title: "How often each test rejects where nothing is known to have happened", subtitle: "")
        document.append(
            .paragraph(
                "Every \(stride)th publication day of each series is taken for an event. At a level of 5 % a test that "
                    + "deserves trust rejects about 5 in 100; one that rejects more would find effects that are not there. "
                    + "In turmoil (k of 1.25 and more: the ten rows before moved by a quarter more than usual) and in calm."
            ))
        let all = rows.filter { $0.series == "all" }
        for numeraire in all.map(\.numeraire).uniqued() {
            for model in all.map(\.model.rawValue).uniqued() {
                let own = all.filter { $0.numeraire == numeraire && $0.model.rawValue == model }
                document.append(
                    .subheading("All series, in \(numeraire), \(model) model: percent rejected"))
                document.append(.table(table(own)))
                if let range = own.first(where: { $0.test == .filtered && $0.times == .all }), let bounds = range.range
                {
                    document.append(
                        .paragraph(
                            "\(range.dates) placebo dates at \(range.window); the 95 % range of the first p_fhs figure is "
                                + "\(Wording.fixed(100 * bounds.low, 1)) to \(Wording.fixed(100 * bounds.high, 1)), wider in truth, for "
                                + "currencies of one day move together."))
                }
            }
        }
        let series = rows.filter {
            $0.series != "all" && $0.test == .filtered && $0.model == (all.last?.model ?? .mean)
        }
        guard let window = series.first?.window, !series.isEmpty else { return document }
        document.append(.subheading("Filtered history at \(window), series by series"))
        let first = series.filter { $0.window == window && $0.times == .all }
        let figures = CalibrationRow.Times.allCases.map { times in
            let own = series.filter { $0.window == window && $0.times == times }
            return Column<CalibrationRow>(times.rawValue, .number) { row in
                percent(own.first { $0.series == row.series && $0.numeraire == row.numeraire })
            }
        }
        let names: [Column<CalibrationRow>] = [
            Column("series", .word) { .text($0.series) },
            Column("numeraire", .word) { .text($0.numeraire) },
            Column("dates", .number) { .integer($0.dates) },
        ]
        document.append(.table(Table("series", first, names + figures)))
        return document
    }

    private static func table(_ rows: [CalibrationRow]) -> Table {
        let lines = rows.map(\.window).uniqued().flatMap { window in
            CalibrationRow.Times.allCases.map { times in
                CalibrationLine(
                    window: window, times: times, rows: rows.filter { $0.window == window && $0.times == times })
            }
        }
        let names: [Column<CalibrationLine>] = [
            Column("window", .word) { .text($0.window.description) },
            Column("times", .word) { .text($0.times.rawValue) },
            Column("dates", .number) { Cell($0.rows.first?.dates) },
        ]
        let tests = CalibrationRow.Test.allCases.map { test in
            Column<CalibrationLine>(test.rawValue, .word) { line in percent(line.rows.first { $0.test == test }) }
        }
        return Table("calibration", lines, names + tests)
    }

    private static func percent(_ row: CalibrationRow?) -> Cell {
        row?.rate.map { .text(Wording.fixed(100 * $0, 1)) } ?? .none
    }
}

/// Of one window and one kind of times, a row for each test.
private struct CalibrationLine: Sendable {
    var window: EventWindow
    var times: CalibrationRow.Times
    var rows: [CalibrationRow]
}
