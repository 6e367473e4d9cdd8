import Configuration
import Testing
import Vocabulary

/// What a feed file's [layout] may say, and where a mistake in it is found.
@Suite struct LayoutTests {
    private func complaints(_ reader: String, _ layout: String) -> [Fault] { decoded(reader, layout).faults }

    private func decoded(_ reader: String, _ layout: String) -> Checked<FeedFile> {
        let text = """
            id = "x"
            source = "x"
            kind = "rates"
            reader = "\(reader)"
            address = ""
            licence = "free"
            [layout]
            \(layout)
            """
        return FeedFile.decode(ConfigFile(name: "Config/feeds/x.toml", bytes: Array(text.utf8)))
    }

    @Test(
        "A layout that cannot mean anything is refused at its line and column",
        arguments: [
            (
                "rates-csv", "currency.base = \"A\"\ncurrency.base_code = \"USD\"", "9:22",
                "`currency.base_code` and `currency.base` contradict each other"
            ),
            (
                "rates-csv", "currency.quote = \"A\"\ncurrency.quote_code = \"USD\"", "9:23",
                "`currency.quote_code` and `currency.quote` contradict each other"
            ),
            (
                "rates-csv", "currency.base_code = \"USD\"\ncurrency.quote_code = \"USD\"", "9:23",
                "`currency.quote_code` is `currency.base_code`"
            ),
            ("rates-csv", "columns = \"{quote}\"\n[layout.values]\nx = \"market\"", "8:11", "`columns` and `values`"),
            (
                "rates-csv", "day.column = \"x\"\nday.in_header = true", "9:17",
                "`day.in_header` and `day.column` contradict"
            ),
            ("rates-csv", "day.column = \"x\"\nday.seen = true", "9:12", "`day.seen` and `day.column` contradict"),
            ("rates-csv", "columns = \"{qoute}\"", "8:11", "`columns` cannot be"),
            ("rates-csv", "columns = \"{base}{quote}\"", "8:11", "`columns` cannot be"),
            ("rates-csv", "columns = \"{base}-{base}\"", "8:11", "`columns` cannot be"),
            ("rates-csv", "columns = \"rate\"", "8:11", "`columns` cannot be"),
            (
                "rates-csv", "columns = \"{quote}\"\ncurrency.quote_code = \"USD\"", "9:23",
                "`currency.quote_code` and {quote} in `columns`"
            ),
            ("rates-csv", "columns = \"{quote}_{measure}\"", "8:11", "needs [layout.measures]"),
            ("rates-csv", "measure = \"bogus\"", "8:11", "`measure` cannot be"),
            ("rates-csv", "measure_column = \"x\"", "8:18", "`measure_column` needs [layout.measures]"),
            (
                "rates-csv", "measure_column = \"x\"\n[layout.measures]\nB = \"official\"\nA = \"bogus\"", "11:5",
                "`A` cannot be"
            ),
            (
                "rates-csv", "indicator.name = \"cpi\"\nindicator.area = \"A\"\ncurrency.base_code = \"USD\"", "8:18",
                "`indicator.name` and `currency.base_code`"
            ),
            ("rates-csv", "indicator.area = \"A\"", "8:18", "`indicator.area` needs `indicator.name`"),
            ("rates-csv", "indicator.name = \"cpi\"", "7:1", "the key `indicator.area` is missing"),
            ("rates-json", "currency.base = \"A\"", "7:1", "the key `currency.quote` is missing"),
            ("rates-csv", "where.title = \"x\"", "8:15", "`where.title` needs `where.header`"),
            ("rates-csv", "day.offset_minutes = 60", "8:22", "`day.offset_minutes` needs `day.form`"),
            ("rates-csv", "where.root = \"x\"", "8:14", "`where.root` says nothing to the reader rates-csv"),
            (
                "rates-json", "currency.base = \"a\"\ncurrency.quote = \"b\"\nwhere.separator = \";\"", "10:19",
                "says nothing to the reader"
            ),
            ("rates-xml", "currency.base = \"a\"\ncurrency.quote = \"b\"", "7:1", "the key `where.root` is missing"),
            (
                "rates-xml",
                "where.root = \"a\"\ncurrency.base = \"a\"\ncurrency.quote = \"b\"\nwhere.unwrap = \"b/c/d\"", "11:16",
                "`unwrap` cannot be"
            ),
            ("rates-csv", "number.decimal = \"5\"", "8:18", "`decimal` cannot be"),
            ("rates-csv", "number.decimal = \"-\"", "8:18", "`decimal` cannot be"),
            ("rates-csv", "where.separator = \"\\\"\"", "8:19", "`separator` cannot be"),
            ("rates-csv", "where.encoding = \"klingon\"", "8:18", "`encoding` cannot be"),
            ("rates-csv", "day.form = \"dd.MM\"", "8:12", "`form` cannot be"),
            ("rates-csv", "day.form = \"yyyy yyyy\"", "8:12", "`form` cannot be"),
            ("rates-csv", "[layout.number.nominals]\nusd = 100", "9:1", "`usd` is not allowed as a name"),
            ("rates-csv", "[layout.codes]\nX = \"9223372036854775807 USD\"", "9:5", "`X` cannot be"),
            ("rates-csv", "[layout.codes]\nX = \"USD:bogus\"", "9:5", "`X` cannot be"),
            ("rates-csv", "[layout.mids]\nofficial = [\"official.buy\"]", "8:1", "mean of two measures"),
            ("rates-csv", "[layout.mids]\nbogus = [\"official.buy\", \"official.sell\"]", "8:1", "no kind of rate"),
            (
                "rates-csv",
                "[layout.values]\nx = \"official\"\ny = \"official.sell\"\n[layout.mids]\nofficial = [\"official\", \"official.sell\"]",
                "11:1", "cannot be a mean as well"
            ),
        ])
    func refused(reader: String, layout: String, place: String, message: String) {
        let found = complaints(reader, layout)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.place == "Config/feeds/x.toml:\(place)", "\(found)")
        #expect(found.first?.message.contains(message) == true, "\(found)")
        #expect(found.first?.remedy.isEmpty == false)
    }

    private static let old = """
        root = "a"
        records = "b"
        members = true
        unwrap = "c/a"
        day = "Date"
        day_form = "unix"
        offset_minutes = 60
        last_of_day = true
        base = "Code"
        quote_code = "RUB"
        known_only = true
        decimal = ","
        thousands = " "
        absent = "-"
        zero_absent = true
        factor = 10
        nominal = "Nominal"
        ignore = "Name"
        [layout.nominals]
        JPY = 100
        """

    private static let new = """
        ignore = "Name"
        [layout.where]
        root = "a"
        records = "b"
        members = true
        unwrap = "c/a"
        [layout.day]
        column = "Date"
        form = "unix"
        offset_minutes = 60
        last = true
        [layout.currency]
        base = "Code"
        quote_code = "RUB"
        known_only = true
        [layout.number]
        decimal = ","
        thousands = " "
        absent = "-"
        zero_absent = true
        factor = 10
        nominal = "Nominal"
        nominals = { JPY = 100 }
        """

    @Test("Words from before there were groups mean what they meant, each with a pointer to its place")
    func oldWords() throws {
        let old = decoded("rates-xml", Self.old)
        let new = decoded("rates-xml", Self.new)
        #expect(try old.get().layout == new.get().layout)
        #expect(try new.get().layout?.number.nominals == ["JPY": 100])
        #expect(new.pointers.isEmpty)
        #expect(old.pointers.count == 18)
        #expect(
            old.pointers[5].line
                == "Config/feeds/x.toml:13:1: `layout.day_form` is now `layout.day.form`; the old word is still read")
        #expect(old.pointers.last?.message.contains("`layout.number.nominals`") == true)
    }

    @Test("A page's, a table's and an indicator's words from before there were groups are read too")
    func moreOldWords() throws {
        for (reader, old, new) in [
            (
                "rates-html",
                "header = \"a\"\ntitle = \"b\"\ntable = 2\nday_input = \"d\"\nbase_code = \"USD\"\nquote = \"q\"",
                "where.header = \"a\"\nwhere.title = \"b\"\nwhere.table = 2\nday.input = \"d\"\ncurrency.base_code = \"USD\"\n"
                    + "currency.quote = \"q\""
            ),
            (
                "wide-csv",
                "separator = \";\"\nencoding = \"windows-1251\"\nindicator = \"cpi\"\narea = \"c\"\nday_columns = true",
                "where = { separator = \";\", encoding = \"windows-1251\" }\nindicator = { name = \"cpi\", area = \"c\" }\n"
                    + "day = { in_header = true }"
            ),
            (
                "rates-json", "indicator = \"cpi\"\narea_code = \"TR\"\nday_seen = true",
                "indicator.name = \"cpi\"\nindicator.area_code = \"TR\"\nday.seen = true"
            ),
        ] {
            #expect(try decoded(reader, old).get().layout == decoded(reader, new).get().layout)
        }
    }

    @Test("An old word and its new one, both given, are refused where the old one stands")
    func bothWords() {
        let found = complaints("rates-csv", "day.form = \"unix\"\nday_form = \"unix\"")
        #expect(
            found.map(\.line) == [
                "Config/feeds/x.toml:9:1: `layout.day_form` and `layout.day.form` are one key; keep `layout.day.form`"
            ])
    }

    @Test("An unknown key is held against the words of its group, and sent to the group that has it")
    func unknownWords() {
        #expect(
            complaints("rates-csv", "day.fromat = \"unix\"").map(\.line) == [
                "Config/feeds/x.toml:8:5: unknown key `fromat` in [layout.day]; "
                    + "allowed: column, form, input, seen, in_header, last, offset_minutes, "
                    + "calendar, pivot, columns, published"
            ])
        #expect(
            complaints("rates-csv", "day.colum = \"x\"").first?.remedy.hasSuffix("did you mean `column`?") == true)
        #expect(
            complaints("rates-csv", "day.decimal = \",\"").first?.remedy.hasSuffix("did you mean `number.decimal`?")
                == true)
        #expect(complaints("rates-csv", "form = \"unix\"").first?.remedy.hasSuffix("did you mean `day.form`?") == true)
    }
}
