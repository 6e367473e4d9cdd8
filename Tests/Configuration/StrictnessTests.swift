import Configuration
import Testing
import Vocabulary

/// A mistake, and the one complaint that it must bring: place, message, remedy.
struct Mistake: Sendable, CustomTestStringConvertible {
    var what: String
    var toml: String
    var code: String
    var place: String
    var message: String
    var remedy: String
    var testDescription: String { what }
}

private let whole = """
    id = "x"
    source = "ecb"
    kind = "rates"
    reader = "ecb-xml"
    address = "https://example.org/a.xml"
    licence = "free"

    """

private let feedMistakes = [
    Mistake(
        what: "a misspelt key", toml: whole.replacing("address", with: "adress"), code: "unknown_key", place: "5:1",
        message: "unknown key `adress`",
        remedy:
            "allowed: id, source, kind, reader, allow_file, address, parts, licence, name, zone, fix, fallback, "
            + "on_request, every, not_before, max_age, user_agent, headers, allow_private, expect, attribution, terms_url, calendar_filled, closed_weekdays, periods_per_year, "
            + "unproven, layout, note; did you mean `address`?"),
    Mistake(
        what: "a key that nothing resembles", toml: whole + "colour = 1\n", code: "unknown_key", place: "7:1",
        message: "unknown key `colour`", remedy: "allowed: "),
    Mistake(
        what: "a misspelt key in a table", toml: whole + "[expect]\n  min_row = 3\n", code: "unknown_key", place: "8:3",
        message: "unknown key `min_row` in [expect]",
        remedy: "allowed: min_bytes, max_bytes, min_rows, max_rows, max_removed, max_removed_percent, max_added, "
            + "max_added_percent, max_programme_removed_percent; did you mean `min_rows`?"),
    Mistake(
        what: "a number for a duration", toml: whole + "every = 1\n", code: "wrong_type", place: "7:9",
        message: "`every` is a whole number",
        remedy: "expected: a duration such as \"1d\", \"12h\", \"30m\" or \"45s\""),
    Mistake(
        what: "a duration without a unit", toml: whole + "every = \"12\"\n", code: "bad_value", place: "7:9",
        message: "`every` cannot be \"12\"",
        remedy: "expected: a duration such as \"1d\", \"12h\", \"30m\" or \"45s\""),
    Mistake(
        what: "a text for a truth", toml: whole + "allow_file = \"yes\"\n", code: "wrong_type", place: "7:14",
        message: "`allow_file` is a text", remedy: "expected: true or false"),
    Mistake(
        what: "a misspelt zone", toml: whole + "zone = \"Europe/Berlim\"\n", code: "bad_value", place: "7:8",
        message: "`zone` cannot be \"Europe/Berlim\"",
        remedy: "expected: an IANA time zone such as \"Europe/Berlin\", or \"UTC\"; did you mean \"Europe/Berlin\"?"),
    Mistake(
        what: "an hour that is none", toml: whole + "fix = \"24:15\"\n", code: "bad_value", place: "7:7",
        message: "`fix` cannot be \"24:15\"", remedy: "expected: a time of day such as \"14:15\""),
    Mistake(
        what: "a kind that is none", toml: whole.replacing("\"rates\"", with: "\"rate\""), code: "bad_value",
        place: "3:8", message: "`kind` cannot be \"rate\"",
        remedy: "expected: \"rates\", \"list\", \"news\"; did you mean \"rates\"?"),
    Mistake(
        what: "a key twice", toml: whole + "id = \"y\"\n", code: "duplicate_key", place: "7:6",
        message: "the key `id` stands here for the second time", remedy: "keep one of the two"),
    Mistake(
        what: "a table twice", toml: whole + "[expect]\n[expect]\n", code: "duplicate_key", place: "8:1",
        message: "the key `expect` stands here for the second time", remedy: "keep one of the two"),
    Mistake(
        what: "a missing key", toml: whole.replacing("licence = \"free\"\n", with: ""), code: "missing_key",
        place: "1:1", message: "the key `licence` is missing", remedy: "expected: a text on one line"),
    Mistake(
        what: "no address at all", toml: whole.replacing("address = \"https://example.org/a.xml\"\n", with: ""),
        code: "missing_key", place: "1:1", message: "the key `address` is missing", remedy: "expected: an address"),
    Mistake(
        what: "an id that is not the file's name", toml: whole.replacing("\"x\"", with: "\"y\""), code: "bad_value",
        place: "1:6", message: "`id` is \"y\" in a file called x.toml",
        remedy: "rename the file to y.toml, or the id"),
    Mistake(
        what: "an id that would be a path", toml: whole.replacing("\"x\"", with: "\"../x\""), code: "bad_value",
        place: "1:6", message: "`id` cannot be \"../x\"", remedy: "expected: 1 to 40 of a-z, 0-9, _ and -"),
    Mistake(
        what: "an unclosed text", toml: whole + "note = \"open\n", code: "syntax", place: "7:13",
        message: "not TOML: ", remedy: "the language: https://toml.io/en/v1.0.0"),
    Mistake(
        what: "a file address without leave", toml: whole.replacing("https://example.org/a.xml", with: "file:///etc/x"),
        code: "bad_value", place: "5:11", message: "`address` cannot be \"file:///etc/x\"",
        remedy: "expected: an address that begins with https:// or http://, or with file:// where allow_file = true"),
    Mistake(
        what: "an unknown place in an address", toml: whole.replacing("a.xml", with: "{dates}"), code: "bad_value",
        place: "5:11", message: "`address` cannot be \"https://example.org/{dates}\"",
        remedy: "expected: an address that begins with https:// or http://, or with file:// where allow_file = true; "
            + "`{dates}` is none of {date}, {from}, {to}, {secret:NAME}; did you mean `date`?"),
    Mistake(
        what: "a day spelled with other letters", toml: whole.replacing("a.xml", with: "{date:yyyy-mm-dd}"),
        code: "bad_value", place: "5:11", message: "`address` cannot be \"https://example.org/{date:yyyy-mm-dd}\"",
        remedy: "expected: an address that begins with https:// or http://, or with file:// where allow_file = true; "
            + "`mm` in `yyyy-mm-dd`: a day is spelled with yyyy, MM and dd"),
    Mistake(
        what: "bands that exclude everything", toml: whole + "[expect]\nmin_rows = 9\nmax_rows = 5\n",
        code: "bad_value", place: "9:12", message: "`max_rows` is less than `min_rows`",
        remedy: "expected: a number from 9 upwards"),
    Mistake(
        what: "a header that ends its line", toml: whole + "[headers]\nAccept = \"a\\r\\nHost: b\"\n",
        code: "bad_value",
        place: "8:10", message: "`Accept` cannot be ", remedy: "expected: a text on one line"),
    Mistake(
        what: "a control character", toml: whole + "attribution = \"a\\u001b[2J\"\n", code: "bad_value", place: "7:15",
        message: "`attribution` cannot be ", remedy: "expected: a text on one line"),
    Mistake(
        what: "a day that no week has", toml: whole + "calendar_filled = true\nclosed_weekdays = [\"fri\"]\n",
        code: "bad_value", place: "8:20", message: "a value of `closed_weekdays` cannot be ",
        remedy: "expected: \"monday\", \"tuesday\""),
    Mistake(
        what: "closed days of a feed that leaves them out", toml: whole + "closed_weekdays = [\"friday\"]\n",
        code: "bad_value", place: "7:19", message: "`closed_weekdays` is of a feed that prints closed days too",
        remedy: "say calendar_filled = true"),
    Mistake(
        what: "a table for a text", toml: whole + "[note]\n", code: "wrong_type", place: "7:1",
        message: "`note` is a table", remedy: "expected: a text"),
]

@Suite struct StrictnessTests {
    @Test("Each mistake in a feed file is named with its line, its column and what is allowed", arguments: feedMistakes)
    func feed(mistake: Mistake) throws {
        let checked = FeedFile.decode(ConfigFile(name: "Config/feeds/x.toml", bytes: Array(mistake.toml.utf8)))
        #expect(checked.value == nil)
        let fault = try #require(checked.faults.first { $0.code == mistake.code }, "\(checked.faults)")
        #expect(fault.place == "Config/feeds/x.toml:\(mistake.place)")
        #expect(fault.message.hasPrefix(mistake.message), "\(fault.message)")
        #expect(fault.remedy.hasPrefix(mistake.remedy), "\(fault.remedy)")
    }

    @Test("Every mistake of a file is named, in the order of the file")
    func all() {
        let toml = """
            id = "x"
            source = "ecb"
            kind = "rats"
            reader = 7
            adress = "https://example.org/a.xml"
            every = "1 day"
            zone = "Berlin"
            [expect]
            min_rows = -1
            """
        let faults = FeedFile.decode(ConfigFile(name: "x.toml", bytes: Array(toml.utf8))).faults
        #expect(
            faults.map { "\($0.place) \($0.code)" } == [
                "x.toml:1:1 missing_key", "x.toml:1:1 missing_key", "x.toml:3:8 bad_value", "x.toml:4:10 wrong_type",
                "x.toml:5:1 unknown_key", "x.toml:6:9 bad_value", "x.toml:7:8 bad_value", "x.toml:9:12 bad_value",
            ])
    }

    @Test("The fault that is thrown says how many more there are")
    func first() throws {
        let toml = "id = \"x\"\nsource = 1\nkind = 2\nreader = 3\naddress = \"\"\nlicence = \"free\"\n"
        let checked = FeedFile.decode(ConfigFile(name: "x.toml", bytes: Array(toml.utf8)))
        let fault = try #require(throws: Fault.self) { try checked.get() }
        #expect(fault.place == "x.toml:2:10")
        #expect(fault.remedy.hasSuffix("and 2 more: `bellwether config check` prints them all"))
    }

    @Test("A feed names a reader of the program, of its kind, with its parts")
    func readers() {
        let readers = [
            Reader(name: "ofac-csv", version: 1, kind: .list, parts: ["sdn", "add", "alt"]) { _ in Reading(.list([])) },
            Reader(name: "ecb-xml", version: 1, kind: .rates) { _ in Reading(.rates([])) },
        ]
        func messages(_ toml: String) -> [String] {
            FeedFile.decode(ConfigFile(name: "x.toml", bytes: Array(toml.utf8)), readers: readers).faults.map {
                "\($0.place): \($0.message)"
            }
        }
        let head = "id = \"x\"\nsource = \"s\"\nlicence = \"free\"\n"
        #expect(
            messages(head + "kind = \"rates\"\nreader = \"ecb-xmx\"\naddress = \"\"\n")
                == ["x.toml:5:10: there is no reader \"ecb-xmx\""])
        #expect(
            messages(head + "kind = \"rates\"\nreader = \"ofac-csv\"\naddress = \"\"\n")
                == ["x.toml:4:8: the reader ofac-csv reads list, not rates"])
        #expect(
            messages(head + "kind = \"list\"\nreader = \"ofac-csv\"\n[parts]\nad = \"https://example.org\"\n") == [
                "x.toml:6:1: the reader ofac-csv knows no part \"ad\"",
                "x.toml:6:1: the part \"sdn\" is missing, and the reader ofac-csv needs it",
            ])
        #expect(messages(head + "kind = \"rates\"\nreader = \"ecb-xml\"\naddress = \"\"\n") == [])
    }

    @Test(
        "A hostile document is refused and never exhausts the stack",
        arguments: [
            String(repeating: "[", count: 4000), "a = " + String(repeating: "[", count: 4000),
            "a = " + String(repeating: "{a=", count: 1000), String(repeating: "a.", count: 2000) + "a = 1",
            String(repeating: "a.", count: 500_000) + "a = 1",
            (0..<400).map { "[" + String(repeating: "k\($0).", count: 600) + "a]\n" }.joined(),
            "a = [\n" + String(repeating: String(repeating: "a.", count: 1500) + "a = [\n", count: 200), "\u{0}",
            "a = \"\u{7f}\"", "= 1", "[[a]]\n[a]\n", "a = 1e400", "a = 99999999999999999999", "a = 2022-02-30",
        ])
    func hostile(toml: String) throws {
        let checked = UnitChanges.decode(ConfigFile(name: "units.toml", bytes: Array(toml.utf8)))
        #expect(checked.value == nil)
        #expect(try #require(checked.faults.first).place.hasPrefix("units.toml"))
    }

    @Test("A text that is not UTF-8, and a file too large, are refused")
    func notText() {
        for bytes in [[0x61, 0x3d, 0x22, 0xff, 0x22], [UInt8](repeating: 10, count: 1 << 21)] as [[UInt8]] {
            #expect(UnitChanges.decode(ConfigFile(name: "u.toml", bytes: bytes)).faults.count == 1)
        }
    }
}
