import Compare
import Indicators
import Lists
import Rates
import Tables
import Testing
import Vocabulary

@testable import Configuration
@testable import Findings
@testable import Lists
@testable import Report

/// Each section by itself, made from small values: no workspace, no ledger.
@Suite struct SectionTests {
    private let context: ReportContext
    private let rouble = WatchList.Country(code: "RU", name: "Russia", currency: "RUB")

    init() throws { context = try SectionTests.context("2022-W09") }

    private static func context(_ week: String) throws -> ReportContext {
        let period = ReportPeriod(try #require(Week(iso: week)))
        return ReportContext(
            period: period,
            scope: try ReportScope(WatchList(countries: [.init(code: "RU", name: "Russia", currency: "RUB")])),
            names: ListNames(programmes: Programmes(rows: []), titles: ["us-ofac-sdn": "OFAC SDN"]),
            moment: Instant(period.last + 1), base: "USD", rows: 2)
    }

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private func event(_ id: String, _ date: String) throws -> NewsEvent {
        var event = NewsEvent(id: id, date: try day(date))
        event.title = "Assets frozen"
        event.countries = ["RU"]
        return event
    }

    private func run(_ date: String) throws -> Run {
        let day = try day(date)
        return Run(
            id: RunID(seen: Instant(day), feed: "us-ofac-sdn", digest: "00000000"), feed: "us-ofac-sdn", source: "ofac",
            how: "fetch", seen: Instant(day),
            recorded: Instant(day), outcome: .stored, localDay: day)
    }

    /// OFAC's list of the week, one entry of which is new.
    private func lists() throws -> ListsInPeriod {
        let entry = Designation(
            list: "us-ofac-sdn", id: "36216", attributes: [Attribute(.name, "USMANOV, Alisher", [])])
        let run = try run("2022-03-03")
        let change = EntryChange(kind: .added, id: "36216", before: nil, after: entry)
        let step = Step(
            run: run, previousSeen: Instant(try day("2022-02-24")), entries: 71, changes: [change], rawChanged: 1)
        return ListsInPeriod(
            histories: [
                ListHistory(
                    list: "us-ofac-sdn", steps: [step], entries: 71, lastRun: run,
                    looks: [.init(day: run.localDay, previous: try day("2022-02-24"))])
            ], period: context.period)
    }

    /// The rouble of the ECB's source loses a fifth.
    private func rates() throws -> [CountryRates] {
        let key = try #require(SeriesKey("USD/RUB:reference:ecb"))
        let points = try [("2022-02-18", 77.0), ("2022-02-25", 84.0), ("2022-03-01", 105.0)].map { date, value in
            DatedPoint(
                day: try day(date), value: value, knownFrom: Instant(try day(date) + 1),
                run: RunID(seen: Instant(try day(date) + 1), feed: "own", digest: "00000000"))
        }
        let series = DatedSeries(key: key, unit: "RUB per USD", points: points)
        let figures = try RateFigures(series, rouble, context.period, isStreet: false)
        return [CountryRates(country: rouble, rates: [figures], headline: figures, premium: nil)]
    }

    private func difference(learnedManyEvents: Bool = false) throws -> ReportDifference {
        ReportDifference(
            then: KnownOn(day: context.period.first), knewAnything: true,
            revisions: [
                .init(
                    series: try #require(SeriesKey("EUR/RUB:reference:ecb")), day: try day("2022-02-25"),
                    before: PublishedNumber(digits: 930, decimals: 1), after: PublishedNumber(digits: 950, decimals: 1),
                    knownFrom: Instant(try day("2022-03-01")),
                    run: RunID(seen: Instant(try day("2022-03-01")), feed: "ecb", digest: "00000000"))
            ], lateValues: 3, newEvents: learnedManyEvents ? [] : [try event("RU-2022-02-28", "2022-02-28")],
            changedEvents: [], droppedEvents: [], learnedManyEvents: learnedManyEvents, lateSteps: [])
    }

    private func text(_ section: some ReportSection) throws -> String {
        var document = Document(title: "", subtitle: "")
        document.blocks = try section.blocks
        return try document.text(width: 1000)
    }

    private func csv(_ section: some ReportSection, _ name: String) throws -> [Substring] {
        let file = try #require(section.files.first { $0.name == name })
        return String(decoding: file.table.bytes(as: .csv), as: UTF8.self).split(separator: "\n")
    }

    @Test func listsTellWhoCameInNumbersAndByName() throws {
        let section = ListsSection(context: context, lists: try lists(), net: [])
        let text = try text(section)
        #expect(text.contains("us-ofac-sdn       71      1        0         0          1  2022-03-03"))
        #expect(text.contains("- USMANOV, Alisher (us-ofac-sdn 36216; )"))
        #expect(try csv(section, "changes").count == 2)
        let none = ListsSection(context: context, lists: .init(histories: [], period: context.period), net: [])
        #expect(try self.text(none).contains("No list in the ledger."))
    }

    @Test func ratesShowALossInTheTableAndInWords() throws {
        let charts = CountryCharts(context: context, lists: try lists(), events: [:])
        let section = RatesSection(context: context, rates: try rates(), charts: charts, others: [])
        let text = try text(section)
        #expect(text.contains("RUB   reference ecb  105.000"))
        #expect(text.contains("RUB (Russia): 105.000 RUB per USD on 2022-03-01"))
        let lost = try #require(section.values.first { $0.indicator == "value_lost_pct" }?.value)
        #expect(abs(lost - 20) < 1e-9)
        #expect(try csv(section, "indicators").count == section.values.count + 1)
    }

    @Test func aChartMarksEventsAndCountsWhatWasListedInTheYear() throws {
        let marked = ["RU": YearEvents.few([try event("RU-1", "2022-02-24")])]
        let charts = CountryCharts(context: context, lists: try lists(), events: marked)
        let chart = try #require(try charts.chart(try rates()[0]))
        #expect(chart.marks.map(\.title) == ["2022-02-24 Assets frozen"])
        #expect(chart.lines[0].points.count == 3 && chart.looked.count == 1)
    }

    @Test func moreEventsThanCanBeComparedAreNotCalledNone() throws {
        let section = DifferenceSection(
            context: context, difference: try difference(learnedManyEvents: true), lists: try lists())
        let text = try text(section)
        #expect(text.contains("Events learned since: more than 2,000, too many to name"))
        #expect(!text.contains("Events learned since: none"))
    }

    @Test func aChartSaysThatEventsAreTooManyToMark() throws {
        let charts = CountryCharts(context: context, lists: try lists(), events: ["RU": .many(2710)])
        let chart = try #require(try charts.chart(try rates()[0]))
        #expect(chart.marks.isEmpty)
        #expect(chart.summary.hasSuffix("2,710 events, too many to mark."))
    }

    @Test func eventsOfThePeriodStandBeforeThoseOfTheWeeksBefore() throws {
        let events = [try event("RU-1", "2022-02-20"), try event("RU-2", "2022-03-01")]
        let section = EventsSection(context: context, events: events)
        let text = try text(section)
        let (own, earlier) = (try #require(text.ranges(of: "RU-2").first), try #require(text.ranges(of: "RU-1").first))
        #expect(own.lowerBound < earlier.lowerBound)
        #expect(try csv(section, "events").count == 3)
    }

    @Test func aComparisonSaysWhichEventsItLeavesOut() throws {
        var events = [try event("XX-1", "2022-03-01"), try event("RU-2", "2022-03-01")]
        events[0].countries = ["XX"]
        let section = ComparisonSection(
            context: context, events: events, compared: [events[1]], rows: [], headline: nil)
        #expect(try text(section).contains("Not compared, because they name no watched country: XX-1."))
        #expect(try csv(section, "comparison").count == 1)
    }

    @Test func aComparisonSaysHowManyEventsAreTooManyToCompare() throws {
        let event = try event("RU-2", "2022-03-01")
        let section = ComparisonSection(
            context: context, events: [event], compared: [event], rows: [], uncompared: 614, headline: nil)
        let text = try text(section).replacing("\n", with: " ")
        #expect(text.contains("614 earlier events of watched countries are not compared here"))
        #expect(!text.contains("they name no watched country"))
    }

    @Test func tagsAreTestedTogetherOnlyAtTheEndOfAQuarter() throws {
        #expect(PoolsSection(context: context, rows: []).blocks.isEmpty)
        let quarter = PoolsSection(context: try SectionTests.context("2022-W13"), rows: [])
        #expect(try text(quarter).contains("fewer are not tested together"))
    }

    @Test func claimsAreQuotedWithWhatTheyComeTo() throws {
        let phrase = "lost 20 % since 18 February 2022"
        let test = ClaimTest(try ClaimSentence.read(phrase), on: try day("2022-03-01"))
        let series = try #require(try rates().first?.headline?.series)
        let outcomes: [(CheckedClaim.Outcome, String)] = [
            (
                .tested(try ClaimSentence.read(phrase), per: "USD", test.findings(series)),
                "Holds for none of 1 rate tested."
            ),
            (.noRates, "Not tested: no stored series has a rate of RUB."),
            (.unreadable(Fault("claim", "no figure")), "Not tested: no figure."),
        ]
        for (outcome, words) in outcomes {
            let claim = CheckedClaim(
                event: try event("RU-1", "2022-03-01"), currency: "RUB", phrase: phrase, outcome: outcome)
            let section = ClaimsSection(context: context, claims: [claim])
            #expect(try text(section).contains("RU-1 (2022-03-01): “\(phrase)” \(words)"))
            let rows = try csv(section, "claims").dropFirst()
            #expect(rows.allSatisfy { $0.hasPrefix("RU-1,\"\(phrase)\",") })
            #expect(rows.isEmpty == claim.findings.isEmpty)
        }
        #expect(ClaimsSection(context: context, claims: []).blocks.isEmpty)
    }

    @Test func namesSayWhichListsWereLookedAt() throws {
        let screening = ListedNames(
            names: ["Jane Roe"], rows: [.init(name: "Jane Roe", list: "us-ofac-sdn", status: .notListed)],
            looked: ["us-ofac-sdn"], unknown: ["un-sc"])
        let section = NamesSection(context: context, screening: screening, lists: try lists())
        let text = try text(section)
        #expect(text.contains("against us-ofac-sdn (seen 2022-03-03); not looked at by then: un-sc: Jane Roe."))
        #expect(text.contains("None of them is listed under such a name."))
        #expect(try csv(section, "names")[1] == "\"Jane Roe\",us-ofac-sdn,,,,,not listed")
    }

    @Test func aDifferenceTellsWhatIsNewAndWhatWasRevised() throws {
        let section = DifferenceSection(context: context, difference: try difference(), lists: try lists())
        let text = try text(section)
        #expect(text.contains("New on lists: 1 entry added, 0 removed, 0 changed."))
        #expect(text.contains("Events learned since: 1, RU-2022-02-28."))
        #expect(text.contains("change %") && !text.contains("change_pct"))
        #expect(try csv(section, "revisions")[0] == "series,day,before,after,change_pct,known_from,run")
    }

    @Test func whatToKnowBeginsWithTheRateThatMovedMost() throws {
        let section = SummarySection(
            context: context, rates: try rates(), lists: try lists(), events: [try event("RU-1", "2022-03-01")],
            comparison: [], window: nil, health: [])
        #expect(section.headline.hasPrefix("The RUB lost 20.0 % of its value over the week, to 105.000"))
        let text = try text(section)
        #expect(text.contains("Lists: OFAC SDN +1 -0, 0 changed."))
        #expect(text.contains("One event of this week, 2022-03-01: Assets frozen (RU-1)."))
    }

    @Test func healthSaysWhatIsNotInTheReportYet() throws {
        let section = HealthSection(
            context: context, today: context.period.first, health: [], events: [try event("RU-1", "2022-03-05")],
            findings: ["A rate is suspect."])
        let text = try text(section)
        #expect(text.contains("! Known to 2022-03-07T00:00:00Z: what came later in this week is not in it."))
        #expect(text.contains("announced or entered ahead: RU-1.") && text.contains("! A rate is suspect."))
        let calm = HealthSection(
            context: context, today: context.period.last + 1, health: [], events: [], findings: [])
        #expect(try self.text(calm).contains("No feed failed"))
    }

    @Test func aReportWithoutRulesHasNoWordOfThemAndAnEmptyFile() throws {
        let section = AlarmsSection(context: context, alarms: [], unknownRules: [])
        #expect(try section.blocks.isEmpty && csv(section, "alarms") == ["rule,since,standing,value,unit,finding"])
    }

    @Test func sourcesAndMethodSayByWhatMomentTheyGo() throws {
        let sources = SourcesSection(context: context, feeds: [], health: [])
        #expect(try text(sources).contains("As known at 2022-03-07T00:00:00Z"))
        #expect(try csv(sources, "sources").count == 1)
        #expect(try text(MethodSection(context: context)).contains("local units per one USD"))
    }
}
