internal import CommandLine
internal import Configuration
internal import Findings
internal import Indicators
internal import Lists
internal import Operations
internal import Rates
internal import Report
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let indicators = Command(
        "indicators", abstract: "Compute indicators from series and lists",
        discussion: """
            An indicator as of --on uses the last observation dated on or before that day, and says which one and how \
            old it is; beyond the feed's maximum age there is none. Nothing is interpolated and nothing looks ahead. \
            Without --on there is a row per observation, with --last only that of the last one. Two numbers do for press \
            arithmetic: --set s0=47 --set s1=230.

            Indicators:

            \(IndicatorCatalogue.all.map { "\($0.id): \($0.help) [\($0.formula)]" }.joined(separator: "\n\n"))

            What --set may name, beside max_age_days:

            \(IndicatorCatalogue.settingsText)
            """,
        group: Group.asking,
        examples: [
            .init(
                "bellwether indicators USD/RUB:reference:ecb --indicator value_lost_pct --base 2022-02-18 --on 2022-03-01",
                "how much of its value the rouble lost"),
            .init("bellwether indicators --indicator value_lost_pct --set s0=47 --set s1=230", "press arithmetic"),
            .init("bellwether indicators 'EUR/*' --indicator vol_30 --last", "how much each currency moves now"),
            .init(
                "bellwether indicators --indicator neer --set home=TRY --set weights=EUR:0.2,USD:0.8 --base 2021-09-01 --on 2021-12-20",
                "the lira against a basket"),
            .init(
                "bellwether indicators --indicator designations_net --from 2022-02-21 --to 2022-02-27",
                "additions and removals per list, programme and country"),
        ],
        arguments: [Argument("SERIES", .any, help: "Series; two-series indicators take --series twice instead.")],
        options: Option.reading + [
            Option(
                "indicator", .list, valueName: "ID", defaultValue: "rate",
                help: "Which to compute; this help's discussion lists them."),
            Option(
                "series", .repeated, valueName: "SERIES",
                help: "PARALLEL, then OFFICIAL, for a premium; A, then B, for two sources."),
            Option("on", valueName: "DAY", help: "The day that is asked about."),
            Option("base", valueName: "DAY", help: "The day to compare with."),
            Option("set", .list, valueName: "NAME=VALUE", help: "A parameter of the indicator."),
            .flag("last", help: "Only the last row of each series."),
            .flag("linked", help: "Continue series into predecessor currencies; see `units`."),
            .flag("with-suspects", help: "Count values that nothing confirms yet; `rates` shows which they are."),
        ],
        subcommands: [indicatorsClaim]
    ) { invocation in
        let wanted = try question(invocation)
        let ids = invocation.list("indicator")
        let asked = try (ids.isEmpty ? ["rate"] : ids).map(IndicatorCatalogue.indicator)
        let known = try invocation.knownOn()
        let knownDay = try invocation.day("known-on")
        var answers: [IndicatorValue] = []
        var desk: IndicatorDesk?
        for indicator in asked {
            let question = wanted.part(for: indicator, among: asked)
            if case .designations = indicator.method {
                let workspace = try invocation.workspace()
                let ledger = try workspace.ledger()
                let steps = try ledger.lists().flatMap { try ledger.steps($0, known: known) }
                let last = question.on ?? question.to ?? workspace.now.day
                let first = question.from ?? question.base ?? last - 6
                guard first <= last else { throw invocation.fault("\(first) is after \(last)") }
                answers += DesignationsNet.count(
                    ListingChange.all(steps), programmes: workspace.settings.programmes, in: first...last
                ).map { $0.indicatorValue(in: first...last, knownOn: knownDay) }
                continue
            }
            let names = invocation.arguments("SERIES") + invocation.list("series")
            // A basket finds its series itself.
            if names.isEmpty, indicator.seriesCount != nil {
                answers += try indicator.answer(question)
                continue
            }
            if desk == nil {
                let workspace = try invocation.workspace()
                var options = SeriesOptions()
                options.isLinked = invocation.flag("linked")
                options.keepsSuspects = invocation.flag("with-suspects")
                desk = IndicatorDesk(
                    try SeriesBook(workspace.settings, try workspace.ledger(), known: known, options: options))
            }
            answers += try desk?.answers(indicator, names, question) ?? []
        }
        try invocation.console.print(.indicators(answers), as: invocation.format)
        return .done
    }

    private static func question(_ invocation: Invocation) throws -> IndicatorQuestion {
        var settings: [String: String] = [:]
        var isWeights = false
        for text in invocation.list("set") {
            // A comma parts settings, but also the weights of a basket: EUR:0.2,USD:0.8.
            if isWeights, !text.contains("=") {
                settings["weights", default: ""] += ",\(text)"
                continue
            }
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw invocation.fault("--set wants NAME=VALUE, not “\(text)”")
            }
            settings[String(parts[0])] = String(parts[1])
            isWeights = parts[0] == "weights"
        }
        let (from, to) = try invocation.days()
        var question = IndicatorQuestion(
            [], on: try invocation.day("on"), base: try invocation.day("base"), from: from, to: to,
            settings: settings, knownOn: try invocation.day("known-on"))
        question.lastOnly = invocation.flag("last")
        return question
    }
}
