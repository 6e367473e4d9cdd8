internal import CommandLine
internal import Compare
internal import Findings
internal import Vocabulary
internal import Workspaces

extension Command {
    static let compare = Command(
        "compare", abstract: "Say what moved around which event",
        discussion: """
            For every event and every series of its currencies: the abnormal return over each window against the \
            currency's own mean and against its usual link to a basket of other currencies, with standard error, t, a t \
            scaled by the turbulence of the days before, ranks among the series' own past, and filtered history, which \
            the words rest on. An event without a time is put on the first publication day on or after its date, and on \
            the next (--after-fix 0,1). What cannot be judged is printed with its status and nothing else. Coincidence in \
            time is not cause.

            With --waves the events are designation waves, which the lists themselves show; recorded events close to \
            one are named beside it. A wave of no watched country is left out unless --series says what to compare.

            --pool tests the events of a tag together, what tightens and what eases apart, one measure and stage at a \
            time. --steps dates the moves of managed currencies. --explain takes one event apart line by line, and \
            --calibrate shows on dates without events how far each p-value deserves trust.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether compare --event RU-2022-02-24", "one event, every window, in words"),
            .init("bellwether compare --tag sanctions --numeraire USD,EUR --format csv", "all figures"),
            .init("bellwether compare --waves --min-entries 50 --window 0:1", "what moved around large designations"),
            .init("bellwether compare --events mine.csv --window 0:1 --window -5:-1", "events of your own"),
            .init("bellwether compare --pool sanctions --model market", "the events of a tag together"),
            .init("bellwether compare --event RU-2022-02-24 --explain", "one event, every formula with its numbers"),
            .init("bellwether compare --calibrate --series EUR/*:reference:ecb", "how far the p-values deserve trust"),
        ],
        options: Option.reading + Option.events + Option.questions + Option.modes
    ) { invocation in
        let asked = try AskedComparison(invocation)
        return switch asked.mode {
        case .rows: try asked.printRows()
        case .abnormal: try asked.printAbnormal()
        case .pool: try asked.printPools()
        case .steps: try asked.printSteps()
        case .explain: try asked.printExplanation()
        case .calibrate: try asked.printCalibration()
        }
    }
}

extension Option {
    /// What is compared with what, and how.
    fileprivate static let questions: [Option] = [
        Option(
            "series", .list, valueName: "SERIES", help: "Only these series, or patterns with *; they need not be rates."
        ),
        Option(
            "on", .list, valueName: "WHAT", allowed: Quantity.asked.map(\.rawValue), defaultValue: "return",
            help: "Returns, how much they move, or the premium of the street rate (of --series, else of watch.toml)."),
        Option(
            "numeraire", .list, valueName: "CODE", defaultValue: "of bellwether.toml",
            help: "Values are counted in these."),
        Option(
            "model", .list, valueName: "MODEL", allowed: NormalModel.allCases.map(\.rawValue),
            help: "Which normal returns; both where none is named."),
        Option(
            "window", .list, valueName: "FIRST:LAST",
            defaultValue: EventWindow.usual.map { "\($0.first):\($0.last)" }.joined(separator: ","),
            help: "In publication days around day 0."),
        Option("basket", .list, valueName: "CODE", defaultValue: "of bellwether.toml", help: "The market."),
        Option(
            "after-fix", .list, valueName: "0|1", allowed: ["0", "1"], defaultValue: "0,1; 0 with --pool and --explain",
            help: "Day 0 on or after the date (0), strictly after it (1)."),
        .flag(
            "clean-estimation", help: "Keep rows [-1,+4] around earlier events of the country out of the estimation."),
    ]

    /// What is printed instead of a row for each window.
    fileprivate static let modes: [Option] = [
        .flag("abnormal", help: "Print the abnormal return of each day from ten before to ten after."),
        Option("pool", .list, valueName: "TAG", help: "Test the events of a tag together."),
        Option(
            "pool-min", valueName: "N", defaultValue: String(Pool.usualLeast),
            help: "With --pool: below so many entries they are only listed."),
        Option(
            "seed", valueName: "N", defaultValue: String(SignFlipSeed.usual),
            help: "With --pool: of the 100,000 sign flips drawn beyond 16 entries."),
        .flag("steps", help: "Print the steps of the series and their distance from each event."),
        Option(
            "within", valueName: "ROWS", defaultValue: String(ManagedSteps.usualReach),
            help: "With --steps: the chance that a step falls so near to a random date."),
        .flag("explain", help: "Take one event apart: every figure with its formula and numbers."),
        .flag("calibrate", help: "Print how often each test rejects on placebo dates of --series."),
        Option(
            "every", valueName: "ROWS", defaultValue: String(Comparison.usualStride),
            help: "With --calibrate: rows between two placebo dates."),
    ]
}
