import Archive
import FileSystem
import Foundation
import Gate
import Intake
import Store
import TestSupport
import Testing
import Vocabulary

/// The World Bank's revisions as they were published, file by file, since 2012: asked as known at each vintage, the
/// ledger answers what replaying the list of changes gives (the semantics of ALFRED).
@Suite struct RealVintagesTests {
    let shop = Workshop()

    /// One cell of a vintage: nil is withdrawn.
    struct Change {
        var series: SeriesKey
        var day: Day
        var number: PublishedNumber?
    }

    /// Two-letter areas of the file's three-letter ones.
    static let areas = [
        "AFG": "AF", "ARG": "AR", "BLR": "BY", "CUB": "CU", "IRN": "IR", "LBN": "LB", "MMR": "MM", "RUS": "RU",
        "SDN": "SD", "SYR": "SY", "TUR": "TR", "VEN": "VE", "YEM": "YE", "ZWE": "ZW",
    ]

    func changes(_ file: String, _ indicator: String) throws -> [(day: Day, changes: [Change])] {
        let unpack = "import lzma, sys; sys.stdout.write(lzma.open(sys.argv[1], 'rt').read())"
        let run = try Execution.run(["python3", "-c", unpack, try RealData.path("macro/\(file)")])
        try #require(run.status == 0, "\(run.errors)")
        var found: [(day: Day, changes: [Change])] = []
        for line in run.lines.dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let vintage = try #require(Day(iso: cells[0]))
            let area = try #require(RealVintagesTests.areas[cells[2]])
            let change = Change(
                series: try #require(SeriesKey("\(area):\(indicator):worldbank")),
                day: try #require(Day(iso: "\(cells[3])-12-31")), number: try number(cells[6]))
            if found.last?.day != vintage { found.append((vintage, [])) }
            found[found.count - 1].changes.append(change)
        }
        return found
    }

    private func number(_ text: String) throws -> PublishedNumber? {
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: ".")
        let digits = try #require(Int64(parts.joined()), "\(text)")
        return PublishedNumber(digits: digits, decimals: UInt8(parts.count == 2 ? parts[1].utf8.count : 0))
    }

    /// Snapshots as text: a line per value, complete from the first year of any vintage to the last.
    static let reader = Reader(name: "vintages", version: 1, kind: .rates) { snapshot in
        let rows = try String(decoding: snapshot.parts[0].content.all(), as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: "\t").map(String.init) }
        guard let first = Day(iso: rows[0][1]), let last = Day(iso: rows[0][2]) else { throw Fault("bad", "bad") }
        return Reading(
            .rates(
                Dictionary(grouping: rows.dropFirst()) { $0[0] }.sorted { $0.key < $1.key }.compactMap { name, rows in
                    guard let key = SeriesKey(name) else { return nil }
                    let values = rows.filter { $0.count == 4 }
                    var reading = SeriesReading(
                        key: key, unit: "percent", complete: first...last,
                        days: values.compactMap { Day(iso: $0[1]) },
                        numbers: values.compactMap { row in
                            Int64(row[2]).map { PublishedNumber(digits: $0, decimals: UInt8(row[3]) ?? 0) }
                        })
                    reading.period = .annual
                    return reading
                }))
    }

    typealias State = [SeriesKey: [Day: PublishedNumber]]

    static func text(_ state: State, _ keys: Set<SeriesKey>, _ range: ClosedRange<Day>) -> String {
        var lines = ["#\t\(range.lowerBound)\t\(range.upperBound)"]
        for key in keys.sorted() {
            // A series of which nothing is left is still covered.
            lines.append("\(key)")
            for (day, number) in (state[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
                lines.append("\(key)\t\(day)\t\(number.digits)\t\(number.decimals)")
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test(
        .enabled(if: RealData.isPresent, "\(RealData.reason)"),
        arguments: [
            ("vintages-FP.CPI.TOTL.ZG.csv.xz", "cpi_yoy"), ("vintages-NY.GDP.MKTP.CD.csv.xz", "gdp_usd"),
        ])
    func asKnownAtEachVintageTheLedgerAnswersWhatReplayingGives(_ file: String, _ indicator: String) throws {
        try Files.makeFolder(shop.folder)
        let reader = RealVintagesTests.reader
        let intake = Intake(
            archive: BlobArchive(folder: "\(shop.folder)/archive"),
            journal: Journal(path: "\(shop.folder)/archive/journal.jsonl"),
            ledger: try LedgerStore(path: shop.ledgerPath).open(), readers: { [reader].first(with: $0) })
        var publication = Publication(feed: "worldbank", source: "worldbank", reader: reader)
        publication.limits.removedPercent = 100
        let vintages = try changes(file, indicator)
        let days = vintages.flatMap { $0.changes.map(\.day) }
        let range = try #require(days.min())...(try #require(days.max()))
        var state: State = [:]
        var keys: Set<SeriesKey> = []
        var states: [(day: Day, state: State)] = []
        var histories: [SeriesKey: [Day: [PublishedNumber?]]] = [:]
        for vintage in vintages {
            for change in vintage.changes {
                keys.insert(change.series)
                state[change.series, default: [:]][change.day] = change.number
                histories[change.series, default: [:]][change.day, default: []].append(change.number)
            }
            states.append((vintage.day, state))
            let text = RealVintagesTests.text(state, keys, range)
            let run = try intake.take(shop.delivery(text, at: "\(vintage.day)T12:00:00Z"), of: publication)
            #expect(run.outcome == .stored || run.outcome == .unchanged, "\(vintage.day): \(run.message)")
        }
        #expect(vintages.count >= 4 && keys.count >= 12)
        var withdrawn = 0
        for (day, expected) in states {
            for key in keys {
                let rows = try intake.ledger.observations(ObservationQuery(key, known: KnownOn(day: day)))
                let answer = Dictionary(uniqueKeysWithValues: rows.map { ($0.day, $0.number) })
                #expect(answer == (expected[key] ?? [:]).mapValues { $0 }, "\(key) as known on \(day)")
            }
        }
        for key in keys {
            let all = try intake.ledger.observations(ObservationQuery(key, vintages: true))
            for (day, numbers) in histories[key] ?? [:] {
                let listed = all.filter { $0.day == day }.map(\.number)
                // A change that was printed otherwise and is the same value is no vintage.
                let told = numbers.reduce(into: [PublishedNumber?]()) { list, number in
                    let isSame = list.last.map { last in
                        if let last, let number { last.isSameValue(as: number) } else { last == nil && number == nil }
                    }
                    if isSame != true { list.append(number) }
                }
                #expect(listed.map { $0?.normalised } == told.map { $0?.normalised }, "\(key) \(day)")
                withdrawn += listed.count { $0 == nil }
            }
        }
        print("\(file): \(vintages.count) vintages, \(keys.count) series, \(withdrawn) withdrawn values")
    }
}
