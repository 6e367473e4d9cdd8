import Foundation
import TestSupport
import Testing

/// Feeds whose files say where the values stand, through the whole program.
@Suite struct LayoutFeedTests {
    private static func feed(_ lines: String) -> String {
        """
        source = "bank"
        kind = "rates"
        licence = "test"
        \(lines)

        """
    }

    private static let prices = """
        [layout]
        day.column = "day"
        currency.base_code = "USD"
        currency.quote = "code"

        [layout.values]
        price = "official"
        """

    private static func desk(_ layout: String = prices, _ lines: String = "address = \"\"") throws -> Desk {
        let desk = try Desk(.bare)
        try desk.write(
            "Config/feeds/bank.toml", "id = \"bank\"\nreader = \"rates-json\"\n" + feed(lines) + layout + "\n")
        return desk
    }

    @Test("What a file said when its layout was another stays as it was read, also when the ledger is made anew")
    func layoutIsKept() throws {
        let desk = try Self.desk()
        let file = try desk.write("answer.json", #"[{"day":"2024-01-02","code":"SYP","price":"13000"}]"#)
        try #require(try desk.run("import", "bank", file, now: "2024-01-02T12:00:00Z").status == 0)
        let before = try desk.rows("rates", "*")
        #expect(before.map { "\($0["series"] ?? "") \($0["value"] ?? "")" } == ["USD/SYP:official:bank 13000"])
        // The publisher turns its columns round; the feed file follows.
        try desk.write(
            "Config/feeds/bank.toml",
            "id = \"bank\"\nreader = \"rates-json\"\n" + Self.feed("address = \"\"")
                + Self.prices.replacingOccurrences(of: "price =", with: "rate =") + "\n")
        let later = try desk.write("later.json", #"[{"day":"2024-01-03","code":"SYP","rate":"13100"}]"#)
        try #require(try desk.run("import", "bank", later, now: "2024-01-03T12:00:00Z").status == 0)
        let both = try desk.rows("rates", "*", "--vintages")
        #expect(both.map { $0["value"] } == ["13000", "13100"])
        try desk.verify()
        try FileManager.default.removeItem(atPath: "\(desk.workspace)/Data/ledger.sqlite")
        try #require(try desk.run("rebuild").status == 0)
        #expect(try desk.rows("rates", "*", "--vintages") == both)
    }

    @Test("A column that moved fails the feed with what is missing, and changes nothing")
    func movedColumn() throws {
        let desk = try Self.desk()
        let file = try desk.write("answer.json", #"[{"day":"2024-01-02","code":"SYP","price":"13000"}]"#)
        try #require(try desk.run("import", "bank", file, now: "2024-01-02T12:00:00Z").status == 0)
        let before = try desk.state()
        let moved = try desk.write("moved.json", #"[{"day":"2024-01-03","code":"SYP","value":"13000"}]"#)
        let run = try desk.run("import", "bank", moved, now: "2024-01-03T12:00:00Z")
        #expect(run.status == 3)
        #expect((run.output + run.errors).contains("no column \"price\""))
        #expect(try desk.state() == before)
    }

    @Test("Where the first address does not answer, the second is asked; where both fail, the first says why")
    func fallback() throws {
        let server = try FileServer()
        try server.folder.write("rates.json", Array(#"[{"day":"2024-01-02","code":"SYP","price":"13000"}]"#.utf8))
        func lines(_ second: String) -> String {
            """
            address = "\(server.url("plain/gone.json"))"
            fallback = "\(server.url("plain/\(second)"))"
            allow_private = true
            """
        }
        let desk = try Self.desk(Self.prices, lines("rates.json"))
        try desk.write("Config/bellwether.toml", "[fetch]\nretries = 0\n")
        let rows = try desk.rows("fetch", now: "2024-01-02T12:00:00Z")
        #expect(rows.map { $0["outcome"] } == ["stored"])
        let failing = try Self.desk(Self.prices, lines("gone-too.json"))
        try failing.write("Config/bellwether.toml", "[fetch]\nretries = 0\n")
        let run = try failing.run("fetch", now: "2024-01-02T12:00:00Z")
        #expect(run.status == 3)
        #expect((run.output + run.errors).contains("gone.json"))
    }

    @Test("A feed that waits to be named is fetched then, and not before")
    func onRequest() throws {
        let server = try FileServer()
        try server.folder.write("rates.json", Array(#"[{"day":"2024-01-02","code":"SYP","price":"13000"}]"#.utf8))
        let desk = try Self.desk(
            Self.prices, "address = \"\(server.url("plain/rates.json"))\"\non_request = true\nallow_private = true")
        #expect(try desk.run("fetch", now: "2024-01-02T12:00:00Z").status == 0)
        #expect(try server.requests().isEmpty)
        #expect(try desk.rows("fetch", "bank", now: "2024-01-02T12:00:00Z").map { $0["outcome"] } == ["stored"])
    }

    @Test("A lone file is taken for the first part with a warning, for its name's part, or for the part that is named")
    func parts() throws {
        let desk = try Desk(.shipped)
        let body = #"[{"fecha":"2026-05-19","tasaOficial":24,"tasaPublica":120,"tasaEspecial":502}]"#
        let file = try desk.write("answer.json", body)
        let guessed = try desk.run("read", "bcc", file)
        #expect(guessed.output.contains("USD/CUP") && guessed.errors.contains("is taken for the part usd"))
        let named = try desk.run("read", "bcc", file, "--part", "eur")
        #expect(named.output.contains("EUR/CUP") && !named.errors.contains("is taken for"))
        let byName = try desk.run("read", "bcc", try desk.write("cad.json", body))
        #expect(byName.output.contains("CAD/CUP") && !byName.errors.contains("is taken for"))
        #expect(try desk.run("read", "bcc", file, "--part", "gbp").status == 2)
    }

    @Test("read prints what it did not read as a line to paste, behind what is ignored already")
    func readyIgnore() throws {
        let desk = try Self.desk("[layout]\nignore = \"note\"" + Self.prices.dropFirst("[layout]".count))
        let file = try desk.write(
            "answer.json", #"[{"day":"2024-01-02","code":"SYP","price":"13000","note":"x","b":"1","a \"q\"":"2"}]"#)
        let run = try desk.run("read", "bank", file)
        #expect(run.status == 0)
        #expect(run.errors.contains(#"ignore = ["note", "a \"q\"", "b"]"#), "\(run.errors)")
    }

    @Test("A journal with a layout from before there were groups makes the same ledger")
    func flatJournal() throws {
        let desk = try Self.desk()
        let file = try desk.write("answer.json", #"[{"day":"2024-01-02","code":"SYP","price":"13000"}]"#)
        try #require(try desk.run("import", "bank", file, now: "2024-01-02T12:00:00Z").status == 0)
        let before = try desk.rows("rates", "*", "--vintages")
        try #require(before.count == 1)
        let path = "\(desk.workspace)/Data/archive/journal.jsonl"
        let flat =
            #""layout":{"absent":[],"baseCode":"USD","codes":{},"day":"day","hasDayColumns":false,"hasMembers":false,"#
            + #""ignore":[],"isKnownOnly":false,"isLastOfDay":false,"isOfDaySeen":false,"isZeroAbsent":false,"measures":{},"#
            + #""mids":{},"nominals":{},"only":{},"quote":"code","records":[],"units":{},"values":{"price":"official"}}"#
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line -> String in
            guard let start = line.range(of: #""layout":"#) else { return String(line) }
            var depth = 0
            let end = line[start.upperBound...].firstIndex { mark in
                depth += mark == "{" ? 1 : mark == "}" ? -1 : 0
                return depth == 0
            }
            return line.replacingCharacters(in: start.lowerBound...(end ?? start.lowerBound), with: flat)
        }
        try #require(lines.contains { $0.contains(flat) })
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
        try FileManager.default.removeItem(atPath: "\(desk.workspace)/Data/ledger.sqlite")
        try #require(try desk.run("rebuild").status == 0)
        #expect(try desk.rows("rates", "*", "--vintages") == before)
    }

    @Test("config check points from an old word of a layout to its new one, and is content")
    func pointer() throws {
        let desk = try Self.desk(Self.prices.replacingOccurrences(of: "day.column", with: "day"))
        let run = try desk.run("config", "check")
        #expect(run.status == 0)
        #expect(
            run.errors.contains(
                "warning: Config/feeds/bank.toml:8:1: `layout.day` is now `layout.day.column`; the old word is still read"
            ),
            "\(run.errors)")
    }

    @Test("What read cannot make out names the key of the layout, and does not send anybody to fetch again")
    func remedies() throws {
        let desk = try Self.desk()
        for (answer, hint) in [
            (#"[{"day":"2024-01-02","code":"SYP","price":"n/a"}]"#, "`number.absent`"),
            (#"[{"day":"02/01/2024","code":"SYP","price":"1"}]"#, "`day.form`"),
            (#"[{"day":"2024-01-02","code":"SYP","rate":"1"}]"#, "(values)"),
            (#"[{"day":"2024-01-02","code":"","price":"1"}]"#, "`currency.quote`"),
        ] {
            let run = try desk.run("read", "bank", try desk.write("answer.json", answer))
            #expect(run.status == 1)
            #expect(run.errors.contains(hint), "\(run.errors)")
            #expect(!run.errors.contains("Fetch it again"))
        }
        let cut = try desk.run("read", "bank", try desk.write("answer.json", #"[{"day":"#))
        #expect(cut.errors.lowercased().contains("fetch it again"), "\(cut.errors)")
    }
}
