import TestSupport
import Testing

@Suite struct ScreenTests {
    /// Six listed names, three of which the tests ask for; the file has them for organisations.
    private func desk() throws -> Desk {
        let desk = try Desk()
        var file = SDNFile(1...3)
        file.rows[11] = .init(name: "TIMCHENKO, Gennady Nikolayevich")
        file.rows[12] = .init(name: "HARBOUR STAR TRADING LLC")
        file.rows[13] = .init(name: "KIM, Yong Su")
        try desk.folder.write("2022-01-10.csv", file.text)
        let run = try desk.shell(
            "\"$b\" --workspace \"$w\" import us-ofac-sdn 2022-01-10.csv --seen @name:yyyy-MM-dd -q")
        guard run.status == 0 else { throw Mismatch(run.errors) }
        return desk
    }

    @Test("A name finds its entry in another spelling, order and script, and the answer says of which snapshot it is")
    func names() throws {
        let desk = try desk()
        for name in ["Gennady Timchenko", "Timchenko Genadi", "Геннадий Тимченко"] {
            #expect(try desk.rows("screen", name).map { $0["entry_id"] } == ["11"])
        }
        let run = try desk.run("screen", "Jane Roe", "--format", "csv", now: "2022-01-20T08:00:00Z")
        #expect(
            run.output.hasPrefix(
                "query,rank,list,entry_id,name,matched_name,score,why,match,kind,listed_on,programs\n\"Jane Roe\",,,,,,0"
            ))
        #expect(run.errors.contains("us-ofac-sdn: snapshot of") && run.errors.contains("days old"))
    }

    @Test("A file may have its columns in any order, a byte order mark and semicolons; one without names is refused")
    func files() throws {
        let desk = try desk()
        let path = try desk.write(
            "asked.csv", "\u{FEFF}kind;name\ncompany;Gennady Timchenko\nvessel;Gennady Timchenko\n")
        #expect(try desk.rows("screen", "--file", path).map { $0["match"] } == ["yes", "no"])
        let wrong = try desk.write("wrong.csv", "who\nJane Roe\n")
        let run = try desk.run("screen", "--file", wrong)
        #expect(run.status != 0 && run.errors.contains("the header has no column name"))
    }

    @Test("Pairs are answered one row each in their order")
    func pairs() throws {
        let desk = try Desk()
        let path = try desk.write(
            "pairs.csv", "name1,name2,schema\nApex Fund 1,Apex Fund 2,Company\nBob Smith,Robert Smith,Person\n,,\n")
        let rows = try desk.rows("screen", "--pairs", path)
        #expect(rows.map { $0["match"] } == ["no", "yes", "no"])
        #expect(rows.map { $0["query"] } == ["Apex Fund 1", "Bob Smith", ""])
    }

    @Test("search finds by name, by its beginning and by key; a day before the first snapshot is unknown")
    func search() throws {
        let desk = try desk()
        #expect(try desk.rows("search", "Timchenko").first?["entry_id"] == "11")
        #expect(try desk.rows("search", "Harb").map { $0["entry_id"] } == ["12"])
        #expect(try desk.rows("search", "13").map { $0["entry_id"] } == ["13"])
        let unknown = try desk.rows("screen", "Gennady Timchenko", "--on", "2020-01-01")
        #expect(unknown.map { $0["match"] } == ["unknown"])
        let early = try desk.run("search", "Timchenko", "--on", "2020-01-01")
        #expect(early.status == 0 && early.errors.contains("unknown, not looked at by then"))
    }
}
