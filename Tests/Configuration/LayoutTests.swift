import Configuration
import Testing
import Vocabulary

/// What a feed file's [layout] may say, and where a mistake in it is found.
@Suite struct LayoutTests {
    private func complaints(_ reader: String, _ layout: String) -> [Fault] {
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
        return FeedFile.decode(ConfigFile(name: "Config/feeds/x.toml", bytes: Array(text.utf8))).faults
    }

    @Test(
        "A layout that cannot mean anything is refused at its line and column",
        arguments: [
            ("rates-csv", "base = \"A\"\nbase_code = \"USD\"", "9:13", "`base_code` and `base` contradict each other"),
            (
                "rates-csv", "quote = \"A\"\nquote_code = \"USD\"", "9:14",
                "`quote_code` and `quote` contradict each other"
            ),
            ("rates-csv", "base_code = \"USD\"\nquote_code = \"USD\"", "9:14", "`quote_code` is `base_code`"),
            ("rates-csv", "columns = \"{quote}\"\n[layout.values]\nx = \"market\"", "8:11", "`columns` and `values`"),
            ("rates-csv", "day = \"x\"\nday_columns = true", "9:15", "`day_columns` and `day` contradict"),
            ("rates-csv", "day = \"x\"\nday_seen = true", "9:12", "`day_seen` and `day` contradict"),
            ("rates-csv", "columns = \"{qoute}\"", "8:11", "`columns` cannot be"),
            ("rates-csv", "columns = \"{base}{quote}\"", "8:11", "`columns` cannot be"),
            ("rates-csv", "columns = \"{base}-{base}\"", "8:11", "`columns` cannot be"),
            ("rates-csv", "columns = \"rate\"", "8:11", "`columns` cannot be"),
            (
                "rates-csv", "columns = \"{quote}\"\nquote_code = \"USD\"", "9:14",
                "`quote_code` and {quote} in `columns`"
            ),
            ("rates-csv", "columns = \"{quote}_{measure}\"", "8:11", "needs [layout.measures]"),
            ("rates-csv", "measure = \"bogus\"", "8:11", "`measure` cannot be"),
            ("rates-csv", "measure_column = \"x\"", "8:18", "`measure_column` needs [layout.measures]"),
            (
                "rates-csv", "measure_column = \"x\"\n[layout.measures]\nB = \"official\"\nA = \"bogus\"", "11:5",
                "`A` cannot be"
            ),
            (
                "rates-csv", "indicator = \"cpi\"\narea = \"A\"\nbase_code = \"USD\"", "8:13",
                "`indicator` and `base_code`"
            ),
            ("rates-csv", "area = \"A\"", "8:8", "`area` needs `indicator`"),
            ("rates-csv", "indicator = \"cpi\"", "7:1", "the key `area` is missing"),
            ("rates-json", "base = \"A\"", "7:1", "the key `quote` is missing"),
            ("rates-csv", "title = \"x\"", "8:9", "`title` needs `header`"),
            ("rates-csv", "offset_minutes = 60", "8:18", "`offset_minutes` needs `day_form`"),
            ("rates-csv", "root = \"x\"", "8:8", "`root` says nothing to the reader rates-csv"),
            ("rates-json", "base = \"a\"\nquote = \"b\"\nseparator = \";\"", "10:13", "says nothing to the reader"),
            ("rates-xml", "base = \"a\"\nquote = \"b\"", "7:1", "the key `root` is missing"),
            (
                "rates-xml", "root = \"a\"\nbase = \"a\"\nquote = \"b\"\nunwrap = \"b/c/d\"", "11:10",
                "`unwrap` cannot be"
            ),
            ("rates-csv", "decimal = \"5\"", "8:11", "`decimal` cannot be"),
            ("rates-csv", "decimal = \"-\"", "8:11", "`decimal` cannot be"),
            ("rates-csv", "separator = \"\\\"\"", "8:13", "`separator` cannot be"),
            ("rates-csv", "encoding = \"klingon\"", "8:12", "`encoding` cannot be"),
            ("rates-csv", "day_form = \"dd.MM\"", "8:12", "`day_form` cannot be"),
            ("rates-csv", "day_form = \"yyyy yyyy\"", "8:12", "`day_form` cannot be"),
            ("rates-csv", "[layout.nominals]\nusd = 100", "9:1", "`usd` is not allowed as a name"),
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
}
