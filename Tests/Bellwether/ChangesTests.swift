import TestSupport
import Testing

@Suite struct ChangesTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        var file = SDNFile(1...6)
        try desk.folder.write("2022-01-10.csv", file.text)
        file.rows[2] = nil
        file.rows[3]?.programme = "SYRIA "
        try desk.folder.write("2022-01-11.csv", file.text)
        file.rows[3]?.programme = "SDGT"
        file.rows[7] = .init(name: "ENTRY 7")
        try desk.folder.write("2022-01-12.csv", file.text)
        for day in 10...12 {
            let run = try desk.shell(
                "\"$b\" --workspace \"$w\" import us-ofac-sdn 2022-01-\(day).csv --seen @name:yyyy-MM-dd -q")
            guard run.status == 0 else { throw Mismatch(run.errors) }
        }
        return desk
    }

    private func changes(_ desk: Desk, _ words: String...) throws -> [String] {
        let run = try desk.shell(
            "\"$b\" --workspace \"$w\" changes us-ofac-sdn --format csv \(words.joined(separator: " "))")
        guard run.status == 0 else { throw Mismatch(run.errors) }
        return CSV.rows(run.output).map { "\($0["entry_id"] ?? "") \($0["change"] ?? "")" }
    }

    @Test func changesAreAskedForByDayAndByEntry() throws {
        let desk = try desk()
        #expect(try changes(desk) == ["2 removed", "3 modified", "3 modified", "7 added"])
        #expect(try changes(desk, "--entry 3") == ["3 modified", "3 modified"])
        #expect(try changes(desk, "--entry 7,2") == ["2 removed", "7 added"])
        let days = try desk.rows("changes").compactMap { $0["day"] }
        #expect(try changes(desk, "--from \(days[3])") == ["3 modified", "7 added"])
        #expect(try changes(desk, "--to \(days[0])", "--entry 2") == ["2 removed"])
    }

    @Test func anEntryThatNoListEverHadIsNamed() throws {
        let run = try desk().run("changes", "--entry", "99")
        #expect(run.status == 0 && run.errors.contains("no list ever had an entry 99"))
    }

    @Test func entriesUnderAProgrammeAreFoundWhateverBlanksStandAtItsEnds() throws {
        let desk = try desk()
        #expect(try desk.rows("entries", "us-ofac-sdn", "--programme", "SDGT").map { $0["entry_id"] } == ["3"])
        #expect(
            try desk.rows("entries", "us-ofac-sdn", "--programme", "SYRIA", "--known-on", "2022-01-11")
                .map { $0["entry_id"] } == ["3"])
    }
}
