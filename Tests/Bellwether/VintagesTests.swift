import TestSupport
import Testing

/// `rates --vintages`: what each day has read as, and from when on.
@Suite struct VintagesTests {
    /// Three looks at one file: a revision, a withdrawal, and the withdrawn value's return.
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.feed("ecb-hist", "ecb-csv")
        let looks = [
            ("2022-03-02", "2022-03-01,1.12,128,\n2022-02-28,1.13,127,\n"),
            ("2022-03-03", "2022-03-01,N/A,128,\n2022-02-28,1.14,127.0,\n"),
            ("2022-03-04", "2022-03-01,1.12,128,\n2022-02-28,1.14,127,\n"),
        ]
        for (day, rows) in looks {
            let file = try desk.folder.write("\(day).csv", "Date,USD,JPY,\n2022-03-02,1.1,129,\n" + rows)
            let run = try desk.run("import", "ecb-hist", file, "--seen", "\(day)T16:00:00Z", now: "\(day)T16:00:01Z")
            guard run.status == 0 else { throw Mismatch(run.errors) }
        }
        return desk
    }

    private func readings(_ desk: Desk, _ options: String...) throws -> [[String]] {
        let run = try Execution.bellwether(
            ["--workspace", desk.workspace, "rates", "*", "--vintages", "--format", "csv"] + options)
        return CSV.rows(run.output).map { row in
            ["series", "day", "value", "known_from"].map { row[$0] ?? "" }
        }
    }

    @Test func everyReadingOfEachDayIsListedAndAWithdrawalIsEmpty() throws {
        let (dollar, yen) = ("EUR/USD:reference:ecb", "EUR/JPY:reference:ecb")
        let moments = ["2022-03-02", "2022-03-03", "2022-03-04"].map { "\($0)T16:00:00Z" }
        let wanted = [
            // 127 and 127.0 are one reading.
            [yen, "2022-02-28", "127", moments[0]], [yen, "2022-03-01", "128", moments[0]],
            [yen, "2022-03-02", "129", moments[0]], [dollar, "2022-02-28", "1.13", moments[0]],
            [dollar, "2022-02-28", "1.14", moments[1]], [dollar, "2022-03-01", "1.12", moments[0]],
            [dollar, "2022-03-01", "", moments[1]], [dollar, "2022-03-01", "1.12", moments[2]],
            [dollar, "2022-03-02", "1.1", moments[0]],
        ]
        let desk = try desk()
        #expect(try readings(desk) == wanted)
        #expect(try readings(desk, "--known-on", "2022-03-03") == wanted.filter { $0[3] != moments[2] })
        let known = try desk.rows("rates", dollar, "--known-on", "2022-03-03")
        #expect(known.map { $0["day"] } == ["2022-02-28", "2022-03-02"])
    }
}
