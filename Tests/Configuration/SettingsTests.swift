import Configuration
import Testing
import Vocabulary
import Zones

@Suite struct SettingsTests {
    let feed = """
        id = "x"
        source = "ecb"
        kind = "rates"
        reader = "ecb-xml"
        address = ""
        licence = "free"

        """

    private func faults(_ prepare: (borrowing TemporaryWorkspace) throws -> Void) throws -> [String] {
        let workspace = try TemporaryWorkspace(feed: feed)
        try prepare(workspace)
        return Settings.check(root: workspace.path, environment: [:]).faults.map { "\($0.place): \($0.message)" }
    }

    @Test("A feed of one's own needs six keys, and the address may be empty")
    func shortest() throws {
        let workspace = try TemporaryWorkspace(feed: feed)
        let own = try #require(try Settings.load(root: workspace.path, environment: [:]).feed("x"))
        #expect(own.parts.isEmpty)
        #expect([own.every, own.maxAge] == [Interval.days(1), Interval.days(7)])
        #expect(own.zone == .utc)
    }

    @Test("A feed is proven unless its file says otherwise")
    func unproven() throws {
        let workspace = try TemporaryWorkspace(feed: feed + "unproven = true\n")
        #expect(try Settings.load(root: workspace.path, environment: [:]).feed("x")?.isUnproven == true)
        let proven = try TemporaryWorkspace(feed: feed)
        #expect(try Settings.load(root: proven.path, environment: [:]).feed("x")?.isUnproven == false)
    }

    @Test("The faults of all files are collected in one run")
    func collected() throws {
        let found = try faults {
            try $0.write("bellwether.toml", "zone = 1\n[report]\nbase = \"usd\"\n")
            try $0.write(
                "feeds/y.toml", "id = \"y\"\nsource = \"s\"\nkind = \"list\"\nreader = \"r\"\nlicence = \"l\"\n")
            try $0.write("units.toml", "[[unit]]\ncode_from = \"TRL\"\n")
        }
        #expect(
            found == [
                "Config/feeds/y.toml:1:1: the key `address` is missing",
                "Config/bellwether.toml:1:8: `zone` is a whole number",
                "Config/bellwether.toml:3:8: `base` cannot be \"usd\"",
                "Config/units.toml:1:1: the key `code_to` is missing in [unit]",
                "Config/units.toml:1:1: the key `ratio` is missing in [unit]",
                "Config/units.toml:1:1: the key `status` is missing in [unit]",
                "Config/units.toml:1:1: the key `source` is missing in [unit]",
            ])
    }

    @Test("A series of a source that no feed has, and a programme that no row has, are named where they stand")
    func references() throws {
        let found = try faults {
            try $0.write("bellwether.toml", "[compare.series]\nRUB = [\"EUR/RUB:reference:ecbb\"]\n")
            try $0.write(
                "watch.toml",
                """
                [[country]]
                code = "RU"
                name = "Russia"
                currency = "RUB"
                official = "EUR/RUB:reference:cbr"
                programmes = ["RU.mian"]
                [[country]]
                code = "RU"
                name = "Russia"
                currency = "rub"
                """)
            try $0.write(
                "programs.csv",
                "family,list,tag,act,from,until,renamed_to,renamed_on,marker,note\nRU.main,x,T,\"an act, amended\",,,,,,\n"
            )
        }
        #expect(
            found == [
                "Config/bellwether.toml:2:7: no feed has the source \"ecbb\" of EUR/RUB:reference:ecbb",
                "Config/watch.toml:5:12: no feed has the source \"cbr\" of EUR/RUB:reference:cbr",
                "Config/watch.toml:6:14: Config/programs.csv has no tag or family \"RU.mian\"",
                "Config/watch.toml:10:12: `currency` cannot be \"rub\"",
            ])
    }

    @Test(
        "A mistake in programs.csv is named with its line and column",
        arguments: [
            ("RU.main,x,T,,2022-02-30,,,,,", "2:14: `from` cannot be \"2022-02-30\""),
            ("RUmain,x,T,,,,,,,", "2:1: `family` cannot be \"RUmain\""),
            ("RU.main,x,T,,,,,,yes,", "2:18: `marker` cannot be \"yes\""),
            ("RU.main,x,U,,,,,,,\nRU.main,x,T,,,,U,,,", "3:18: `renamed_on` cannot be \"\""),
            ("RU.main,x,T,,,,U,2022-01-01,,", "2:1: \"T\" is renamed to \"U\", which has no row for x"),
            ("RU.main,x,T,,,,,,,\nRU.main,x,T,,,,,,,", "3:1: x has the tag \"T\" for the second time"),
            ("RU.main,x,T,,,,,,", "2:1: the row has 9 fields, not 10"),
        ])
    func programmes(rows: String, complaint: String) throws {
        let found = try faults {
            try $0.write("programs.csv", "family,list,tag,act,from,until,renamed_to,renamed_on,marker,note\n\(rows)\n")
        }
        #expect(found == ["Config/programs.csv:" + complaint])
    }

    @Test("A folder that is no workspace is told from one with a file missing")
    func missing() {
        let faults = Settings.check(root: "/nonexistent", environment: [:]).faults
        #expect(
            faults.map(\.place) == [
                "Config/feeds", "Config/bellwether.toml", "Config/programs.csv", "Config/watch.toml",
                "Config/units.toml",
            ])
        #expect(faults.allSatisfy { $0.remedy.contains("bellwether init") })
    }

    @Test("Renames that go in a circle end")
    func circle() {
        let row = { (tag: String, next: String) in
            var row = Programmes.Row(family: "A.b", list: "x", tag: tag)
            row.renamedTo = next
            return row
        }
        let programmes = Programmes(rows: [row("A", "B"), row("B", "A")])
        #expect(["A", "B"].contains(programmes.current("A", list: "x")))
    }

    @Test(
        "Durations read as they print",
        arguments: [("1d", 86_400), ("12h", 43_200), ("30m", 1800), ("45s", 45), ("36h", 129_600), ("28d", 2_419_200)])
    func durations(text: String, seconds: Int64) throws {
        let interval = try #require(Interval(text))
        #expect(interval.seconds == seconds)
        #expect(interval.description == text)
    }

    @Test(
        "What is no duration is refused",
        arguments: ["", "d", "1", "0d", "-1d", "1.5h", "1 d", "1w", "1D", "9999999d", "１d"])
    func badDurations(text: String) {
        #expect(Interval(text) == nil)
    }

    @Test(
        "A daily feed is due once on each of the publisher's days, however the timer wanders",
        arguments: [
            // Every day at six: five minutes early is still the next day.
            ("every = \"1d\"\n", "2022-02-24T06:05:00Z", "2022-02-25T06:00:00Z", true),
            ("every = \"1d\"\n", "2022-02-24T06:05:00Z", "2022-02-24T23:00:00Z", false),
            // Before 16:15 in Frankfurt the day's rates are not out: the day before counts.
            (
                "every = \"1d\"\nzone = \"Europe/Berlin\"\nnot_before = \"16:15\"\n", "2022-02-24T15:20:00Z",
                "2022-02-25T15:10:00Z", false
            ),
            (
                "every = \"1d\"\nzone = \"Europe/Berlin\"\nnot_before = \"16:15\"\n", "2022-02-24T15:20:00Z",
                "2022-02-25T15:15:00Z", true
            ),
            (
                "every = \"1d\"\nzone = \"Europe/Berlin\"\nnot_before = \"16:15\"\n", "2022-02-24T09:00:00Z",
                "2022-02-24T15:15:00Z", true
            ),
            ("every = \"7d\"\n", "2022-02-24T06:00:00Z", "2022-03-02T23:00:00Z", false),
            ("every = \"7d\"\n", "2022-02-24T06:00:00Z", "2022-03-03T01:00:00Z", true),
            ("every = \"12h\"\n", "2022-02-24T06:00:00Z", "2022-02-24T17:30:00Z", true),
            ("every = \"12h\"\n", "2022-02-24T06:00:00Z", "2022-02-24T16:00:00Z", false),
        ])
    func due(keys: String, last: String, now: String, isDue: Bool) throws {
        let own = try FeedFile.decode(ConfigFile(name: "x.toml", bytes: Array((feed + keys).utf8))).get()
        #expect(own.isDue(at: try #require(Instant(iso: now)), lastSuccess: Instant(iso: last)) == isDue)
        #expect(own.isDue(at: try #require(Instant(iso: now)), lastSuccess: nil))
    }
}
