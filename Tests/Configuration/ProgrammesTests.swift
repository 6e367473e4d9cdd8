import Configuration
import Testing
import Vocabulary

@Suite struct ProgrammesTests {
    private static let old = "family,list,tag,act,from,until,renamed_to,renamed_on,marker,note"
    private static let new = old + ",country,restriction"

    private func decode(_ header: String, _ rows: String...) -> Checked<Programmes> {
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        return Programmes.decode(ConfigFile(name: "programs.csv", bytes: Array(text.utf8)))
    }

    private func entry(_ list: String, _ kind: String, _ tags: [String], stated: [String] = []) -> Designation {
        Designation(
            list: list, id: "1",
            attributes: [Attribute(.kind, kind)] + tags.map { Attribute(.programme, $0) }
                + stated.map { Attribute(.restriction, $0) })
    }

    @Test("The file of an older workspace, without countries and restrictions, is read as before")
    func older() throws {
        let row = try #require(try decode(Self.old, "RU.main,x,T,act,2022-02-24,,,,,n").get().row("T", list: "x"))
        #expect(row.act == "act" && row.note == "n" && row.from?.description == "2022-02-24")
        #expect(row.countries == [] && row.restrictions == [])
    }

    @Test("Columns are found by their names, wherever they stand")
    func byName() throws {
        let header = "tag,restriction,country,family,list,act,from,until,renamed_to,renamed_on,marker,note"
        let row = try #require(
            try decode(header, "T,debt;equity,RU;UA,RU.main,x,a,,,,,,").get().row("T", list: "x"))
        #expect(row.family == "RU.main" && row.act == "a")
        #expect(row.countries == ["RU", "UA"] && row.restrictions == [.debt, .equity])
    }

    @Test("A row that names several lists is a row of each")
    func lists() throws {
        let programmes = try decode(Self.new, "RU.main,a;b,T,,,,U,2022-01-01,,,,block", "RU.main,a;b,U,,,,,,,,,").get()
        #expect(programmes.rows.map(\.list) == ["a", "b", "a", "b"])
        #expect(programmes.current("T", list: "b") == "U")
        #expect(programmes.row("T", list: "c") == nil)
    }

    @Test(
        "A mistake in what is new is named with its line and column",
        arguments: [
            ("RU.main,x,T,,,,,,,,ru,", "2:20: `country` cannot be \"ru\""),
            ("RU.main,x,T,,,,,,,,,blok", "2:21: `restriction` cannot be \"blok\""),
            ("RU.main,x,T,,,,,,,,,block;", "2:21: `restriction` cannot be \"block;\""),
            ("RU.main,x;,T,,,,,,,,,", "2:9: `list` cannot be \"x;\""),
            ("RU.main,x;y,T,,,,,,,,,\nRU.main,y,T ,,,,,,,,,", "3:1: y has the tag \"T \" for the second time"),
            (
                "RU.main,x;y,T,,,,U,2022-01-01,,,,\nRU.main,x,U,,,,,,,,,",
                "2:1: \"T\" is renamed to \"U\", which has no row for y"
            ),
        ])
    func mistakes(rows: String, complaint: String) {
        #expect(decode(Self.new, rows).faults.map { "\($0.place): \($0.message)" } == ["programs.csv:" + complaint])
    }

    @Test(
        "A column that is unknown, missing or there twice is named where it stands",
        arguments: [
            (new + ",contry", "1:86: unknown column `contry`"),
            (new + ",note", "1:86: the column `note` stands here twice"),
            ("list,tag,act,from,until,renamed_to,renamed_on,marker,note", "1:1: the column `family` is missing"),
            ("a,b", "1:1: the first row does not name the columns"),
        ])
    func header(header: String, complaint: String) {
        #expect(decode(header).faults.map { "\($0.place): \($0.message)" } == ["programs.csv:" + complaint])
    }

    @Test("White space at the ends of a tag does not count, what is inside does")
    func whiteSpace() throws {
        let programmes = try decode(Self.new, "VE.main,x,Venezuela ,,,,,,,,,", "RU.main,x,CAATSA - RUSSIA,,,,,,,,,")
            .get()
        #expect(programmes.row("Venezuela", list: "x")?.family == "VE.main")
        #expect(programmes.row("\u{A0}Venezuela\n", list: "x")?.family == "VE.main")
        #expect(programmes.row("CAATSA-RUSSIA", list: "x") == nil)
        #expect(programmes.row("venezuela", list: "x") == nil)
    }

    @Test("A rename moves nobody from one family to another, however long the chain")
    func renames() throws {
        let programmes = try decode(
            Self.new, "RU.old,x,A,,,,B,2022-01-01,,,,", "RU.mid,x,B,,,,C,2023-01-01,,,,", "RU.new,x,C,,,,,,,,,"
        ).get()
        for tag in ["A", "B", "C", " A"] {
            #expect(programmes.current(tag, list: "x") == "C")
            #expect(programmes.family(of: tag, list: "x") == "RU.new")
        }
    }

    @Test("What a publisher states of an entry wins; else its programmes tell, and only persons travel")
    func restrictions() throws {
        let programmes = try decode(
            Self.new, "LY.main,x,A,,,,,,,,,travel;block", "LY.main,x,B,,,,,,,,,arms;block", "LY.main,x,C,,,,,,,,,"
        ).get()
        #expect(programmes.restrictions(of: ["B", "A", "?"], list: "x") == ["block", "travel", "arms"])
        #expect(programmes.restrictions(of: ["A"], list: "y") == [])
        let derived = programmes.restrictions(of: entry("x", "organisation", ["A", "C"]))
        #expect(derived.words == ["block"] && !derived.isStated)
        #expect(programmes.restrictions(of: entry("x", "person", ["A"])).words == ["block", "travel"])
        let stated = programmes.restrictions(of: entry("x", "person", ["A"], stated: ["debt"]))
        #expect(stated.words == ["debt"] && stated.isStated)
    }

    @Test("Tags that no row explains are told, by their own list; a marker counts for no family")
    func unknown() throws {
        let programmes = try decode(Self.new, "GW.main,un,GB,,,,,,,,,", "IR.main,un,M,,,,,,true,,,").get()
        #expect(
            programmes.unknownTags(of: [entry("un", "person", ["GB", "NEW "]), entry("uk", "person", ["GB"])]) == [
                "GB", "NEW",
            ])
        #expect(programmes.families(of: entry("un", "person", ["M", "GB", "GB"])) == ["GW.main"])
    }
}
