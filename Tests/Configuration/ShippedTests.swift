import Configuration
import Foundation
import Readers
import Testing
import Vocabulary
import Zones

/// The repository's own `Config` and `Sample`, as a user gets them.
@Suite struct ShippedTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()

    @Test("The shipped workspace and the sample are without a fault", arguments: ["", "Sample"])
    func clean(folder: String) throws {
        let checked = Settings.check(root: Self.root + folder, environment: [:])
        #expect(checked.faults == [])
        // The feeds, and bellwether.toml, watch.toml, units.toml, programs.csv.
        #expect(try checked.get().files.count == Self.names("\(folder)/Config/feeds").count + 4)
    }

    /// The names of a folder's files without what is behind the point.
    private static func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + path).map { String($0.prefix { $0 != "." }) }
            .sorted()
    }

    @Test("A feed is one file and its reader one line: none stands without the other")
    func feedsAndReaders() throws {
        let feeds = try Settings.load(root: Self.root, environment: [:]).feeds
        #expect(feeds.map(\.id) == (try Self.names("Config/feeds")))
        #expect(Set(feeds.map(\.reader)) == Set(ReaderCatalogue.all.map(\.name)))
    }

    @Test("Each shipped feed has its licence, its attribution and the address of its terms")
    func terms() throws {
        let feeds = try Settings.load(root: Self.root, environment: [:]).feeds
        #expect(feeds.allSatisfy { !$0.licence.isEmpty && !$0.attribution.isEmpty })
        #expect(feeds.filter { $0.kind != .news }.allSatisfy { $0.termsURL.hasPrefix("https://") })
    }

    @Test("OFAC's set has its four parts and Washington's days")
    func sdn() throws {
        let settings = try Settings.load(root: Self.root, environment: [:])
        let sdn = try #require(settings.feed("us-ofac-sdn"))
        #expect(sdn.parts.map(\.name) == ["sdn", "add", "alt", "sdn_comments"])
        #expect(sdn.zone == Zone("America/New_York"))
        #expect(sdn.limits.removed == 20)
        #expect(sdn.limits.removedPercent == 5)
    }

    @Test("Each shipped feed fits the reader that it names", arguments: ["", "Sample"])
    func fits(folder: String) throws {
        let settings = try Settings.load(root: Self.root + folder, environment: [:])
        for feed in settings.feeds where ReaderCatalogue.named(feed.reader) != nil {
            let file = try #require(settings.files.first { $0.name == "Config/feeds/\(feed.id).toml" })
            #expect(FeedFile.decode(file, readers: ReaderCatalogue.all).faults == [])
        }
    }

    @Test("The watch list has the fifteen economies, each with a programme family")
    func watch() throws {
        let settings = try Settings.load(root: Self.root, environment: [:])
        let codes = settings.watch.countries.map(\.code)
        #expect(codes == ["SY", "RU", "BY", "IR", "VE", "CU", "KP", "MM", "SD", "AF", "YE", "LB", "ZW", "LY", "NI"])
        #expect(settings.watch.countries.allSatisfy { !$0.programmes.isEmpty })
        #expect(
            settings.watch.country("RU")?.official.map(\.text) == ["USD/RUB:official:cbr", "EUR/RUB:reference:ecb"])
    }

    @Test(
        "Every redenomination of the design stands in the table with its ratio",
        arguments: [
            ("TRL", "TRY", 1e6, "2005-01-01"), ("ROL", "RON", 1e4, "2005-07-01"), ("ZMK", "ZMW", 1e3, "2013-01-01"),
            ("BYR", "BYN", 1e4, "2016-07-01"), ("STD", "STN", 1e3, "2018-01-01"), ("MRO", "MRU", 10, "2018-01-01"),
            ("VEF", "VES", 1e5, "2018-08-20"), ("VES", "VES", 1e6, "2021-10-01"), ("SLL", "SLE", 1e3, "2022-07-01"),
            ("HRK", "EUR", 7.5345, "2023-01-01"), ("KPW", "KPW", 100, "2009-11-30"), ("VEB", "VEF", 1e3, "2008-01-01"),
            ("ZWR", "ZWL", 1e12, "2009-02-02"), ("AZM", "AZN", 5e3, "2006-01-01"), ("GHC", "GHS", 1e4, "2007-07-01"),
            ("MZM", "MZN", 1e3, "2006-07-01"), ("SDD", "SDG", 100, "2007-01-10"), ("TMM", "TMT", 5e3, "2009-01-01"),
            ("EEK", "EUR", 15.6466, "2011-01-01"), ("LVL", "EUR", 0.702804, "2014-01-01"),
            ("LTL", "EUR", 3.4528, "2015-01-01"), ("ZWL", "ZWG", 2498.7242, "2024-04-05"),
            ("ANG", "XCG", 1, "2025-03-31"), ("BGN", "EUR", 1.95583, "2026-01-01"), ("SYP", "SYP", 100, "2026-01-01"),
        ])
    func units(from: String, to: String, ratio: Double, effective: String) throws {
        let changes = try Settings.load(root: Self.root, environment: [:]).units.changes
        let row = try #require(
            changes.first { $0.codeFrom == from && $0.codeTo == to && $0.effective?.description == effective })
        #expect(row.divisor == ratio)
        #expect(row.status == .inForce)
        #expect(!row.source.isEmpty)
    }

    @Test("What is postponed, undated or counted the other way says so")
    func specialUnits() throws {
        let changes = try Settings.load(root: Self.root, environment: [:]).units.changes
        let postponed = try #require(changes.first { $0.status == .postponed })
        #expect([postponed.codeFrom, postponed.effective?.description] == ["VEF", "2018-06-04"])
        let announced = try #require(changes.first { $0.status == .announced })
        #expect([announced.codeFrom, announced.effective?.description] == ["IRR", nil])
        let pesos = try #require(changes.first { $0.codeFrom == "CUC" })
        #expect(pesos.ratio == 24)
        #expect(pesos.divisor == 1 / 24.0)
    }

    @Test(
        "A renamed tag leads to the tag of today",
        arguments: [
            ("BELARUS-EO", "BELARUS-EO14038", "2021-08-20"), ("PEESA-EO", "PEESA-EO14039", "2021-11-12"),
            ("ILLICIT-DRUGS-EO", "ILLICIT-DRUGS-EO14059", "2022-09-22"),
            ("SYRIA-EO13894", "PAARSSR-EO13894", "2025-06-30"),
        ])
    func renames(old: String, new: String, on: String) throws {
        let programmes = try Settings.load(root: Self.root, environment: [:]).programmes
        #expect(programmes.current(old, list: "us-ofac-sdn") == new)
        #expect(programmes.current(new, list: "us-ofac-sdn") == new)
        #expect(programmes.row(old, list: "us-ofac-sdn")?.renamedOn?.description == on)
        let family = programmes.family(of: old, list: "us-ofac-sdn")
        #expect(family == programmes.family(of: new, list: "us-ofac-sdn"))
    }

    @Test("A tag is looked up in its list, a marker is told from a programme, a theme from a country")
    func programmes() throws {
        let programmes = try Settings.load(root: Self.root, environment: [:]).programmes
        #expect(programmes.family(of: "GB", list: "un-sc") == "GW.main")
        #expect(programmes.family(of: "GB", list: "us-ofac-sdn") == nil)
        #expect(programmes.current("NEW-TAG", list: "us-ofac-sdn") == "NEW-TAG")
        #expect(Set(programmes.rows.filter(\.isMarker).map(\.tag)) == ["IFSR", "IRGC"])
        #expect(programmes.row("SDGT", list: "us-ofac-sdn")?.isTheme == true)
        #expect(programmes.tags(of: "RU.ukraine", list: "us-ofac-sdn").count == 4)
    }

    @Test("The sample's programmes are the shipped ones, its other rows are rows of them")
    func sampleIsPart() throws {
        let shipped = try Settings.load(root: Self.root, environment: [:])
        let sample = try Settings.load(root: Self.root + "Sample", environment: [:])
        #expect(Set(sample.units.changes).isSubset(of: shipped.units.changes))
        #expect(sample.programmes.rows == shipped.programmes.rows)
        // The sample has fewer sources, and watches what these have.
        let sources = Set(sample.feeds.map(\.source))
        let watched = shipped.watch.countries.map { country in
            var country = country
            country.official.removeAll { !sources.contains($0.source) }
            country.parallel.removeAll { !sources.contains($0.source) }
            return country
        }
        #expect(Set(sample.watch.countries).isSubset(of: watched))
    }

    @Test(
        "At its two instants the sample asks for files that are there, and the history only once",
        arguments: [
            ("2022-02-25T01:50:29Z", nil, ["ecb-90d", "ecb-hist", "events", "un-sc", "us-ofac-sdn"], "2022-02-24"),
            (
                "2022-03-04T02:03:13Z", "2022-02-25T01:50:29Z", ["ecb-90d", "events", "un-sc", "us-ofac-sdn"],
                "2022-03-03"
            ),
        ] as [(String, String?, [String], String)])
    func sampleFiles(now: String, last: String?, due: [String], washington: String) throws {
        let settings = try Settings.load(root: Self.root + "Sample", environment: [:])
        let now = try #require(Instant(iso: now))
        let last = last.flatMap { Instant(iso: $0) }
        let feeds = settings.feeds.filter { $0.isDue(at: now, lastSuccess: last) }
        #expect(feeds.map(\.id) == due)
        for feed in feeds {
            for part in feed.parts {
                let address = try settings.address(of: part, in: feed, at: now).text
                let url = try #require(URL(string: address))
                #expect(url.isFileURL && FileManager.default.fileExists(atPath: url.path()), "\(address)")
            }
        }
        let sdn = try #require(settings.feed("us-ofac-sdn"))
        #expect(try settings.address(of: sdn.parts[0], in: sdn, at: now).masked.contains("/\(washington)/sdn.csv"))
    }

    @Test("The sample's lists end as the publisher's do, and its rates as the ECB's rouble did")
    func sampleShapes() throws {
        let feeds = URL(filePath: Self.root + "Sample/feeds")
        for day in ["2022-02-24", "2022-03-03"] {
            for (part, columns) in [("sdn", 12), ("add", 6), ("alt", 5)] {
                let text = String(
                    decoding: try Data(contentsOf: feeds.appending(path: "us-ofac-sdn/\(day)/\(part).csv")),
                    as: UTF8.self)
                #expect(text.hasSuffix("\r\n\u{1a}"))
                // A quoted comma stands inside a pair of quotes: what is left between pairs are the separators.
                let first = try #require(text.split(separator: "\r\n").first)
                let bare = first.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                    .filter { $0.offset % 2 == 0 }.map(\.element).joined()
                #expect(bare.filter { $0 == "," }.count == columns - 1)
            }
        }
        let rates = String(
            decoding: try Data(contentsOf: feeds.appending(path: "ecb-90d/2022-03-04.xml")), as: UTF8.self)
        let last = try #require(rates.range(of: "<Cube time=\"2022-03-01\">"))
        #expect(!rates[..<last.lowerBound].contains("RUB"))
        #expect(rates[last.lowerBound...].contains("<Cube currency=\"RUB\" rate=\"117.201\"/>"))
    }
}
