internal import Vocabulary

extension SQLiteRows {
    func series() throws -> [SeriesRow] {
        try seriesRows("SELECT key, name, unit, period FROM series ORDER BY name", [])
    }

    func series(named name: String) throws -> SeriesRow? {
        try seriesRows("SELECT key, name, unit, period FROM series WHERE name = ?", [.text(name)]).first
    }

    private func seriesRows(_ sql: String, _ values: [Binding]) throws -> [SeriesRow] {
        let statement = try database.statement(sql)
        try statement.bind(values)
        var found: [SeriesRow] = []
        while try statement.step() {
            found.append(
                SeriesRow(
                    key: statement.integer(0), name: statement.text(1), unit: statement.text(2),
                    period: statement.text(3)))
        }
        return found
    }

    func addSeries(_ name: String, unit: String, period: String) throws -> SeriesRow {
        let key = try database.value(
            "INSERT INTO series (name, unit, period) VALUES (?, ?, ?) RETURNING key", .text(name), .text(unit),
            .text(period))
        return SeriesRow(key: key ?? 0, name: name, unit: unit, period: period)
    }

    func values(
        of series: Int64, days: ClosedRange<Int64>, descending: Bool, _ body: (ValueRow) throws -> Bool
    ) throws {
        let order = descending ? "day DESC, moment DESC" : "day, moment"
        let statement = try database.statement(
            """
            SELECT day, moment, digits, decimals FROM observation WHERE series = ? AND day BETWEEN ? AND ?
            ORDER BY \(order)
            """)
        defer { statement.reset() }
        try statement.bind([.integer(series), .integer(days.lowerBound), .integer(days.upperBound)])
        while try statement.step() {
            let row = ValueRow(
                day: statement.integer(0), moment: statement.integer(1), digits: statement.optionalInteger(2),
                decimals: statement.integer(3))
            guard try body(row) else { return }
        }
    }

    func coverage(ofSeries series: Int64, after moment: Int64) throws -> [SeriesCoverageRow] {
        let statement = try database.statement(
            """
            SELECT r.moment, r.known_from, c.first_day, c.last_day FROM run r
            -- CROSS fixes the order: mostly there is no later run, however many cover the series.
            CROSS JOIN series_coverage c ON c.run = coalesce(r.same_as, r.key)
            WHERE r.moment > ? AND r.known_from IS NOT NULL AND c.series = ? ORDER BY r.moment
            """)
        try statement.bind([.integer(moment), .integer(series)])
        var found: [SeriesCoverageRow] = []
        while try statement.step() {
            found.append(
                SeriesCoverageRow(
                    moment: statement.integer(0), known: statement.integer(1),
                    days: statement.integer(2)...statement.integer(3)))
        }
        return found
    }

    func cover(series: Int64, run: RunID, days: ClosedRange<Int64>) throws {
        try database.statement("INSERT OR IGNORE INTO series_coverage VALUES (?, ?, ?, ?)").run([
            .integer(series), .integer(try key(ofRun: run)), .integer(days.lowerBound), .integer(days.upperBound),
        ])
    }

    func insert(_ rows: [ValueRow], series: Int64) throws {
        let statement = try database.statement("INSERT INTO observation VALUES (?, ?, ?, ?, ?)")
        statement.bind(1, series)
        for row in rows {
            statement.bind(2, row.day)
            statement.bind(3, row.moment)
            if let digits = row.digits { statement.bind(4, digits) } else { statement.bindNull(4) }
            statement.bind(5, row.decimals)
            try statement.runBound()
        }
    }

    func deleteValue(series: Int64, day: Int64, moment: Int64) throws {
        try database.statement("DELETE FROM observation WHERE series = ? AND day = ? AND moment = ?")
            .run([.integer(series), .integer(day), .integer(moment)])
    }
}
