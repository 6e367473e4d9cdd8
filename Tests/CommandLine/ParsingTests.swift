import CommandLine
import Tables
import Testing
import Vocabulary

@Suite struct ParsingTests {
    @Test(arguments: [
        ("words a", "first a"),
        ("words a b c", "first a|rest b|rest c"),
        ("words a --one x", "first a|one x"),
        ("words a --one=x", "first a|one x"),
        ("words --one x=y a", "first a|one x=y"),
        ("words a --one=-x", "first a|one -x"),
        ("words a --one -0.5", "first a|one -0.5"),
        ("words a --one -.5", "first a|one -.5"),
        ("words a -o x", "first a|one x"),
        ("words a -ox", "first a|one x"),
        ("words a -fo x", "first a|force|one x"),
        ("words a --window -5:-1", "first a|window -5:-1"),
        ("words a --window=-5:-1", "first a|window -5:-1"),
        ("words a --window -5:-1,0:1 --window 0:4", "first a|window -5:-1|window 0:1|window 0:4"),
        ("words a --set x=1,2 --set y=3", "first a|set x=1,2|set y=3"),
        ("words -- --force", "first --force"),
        ("words a -- -x -- y", "first a|rest -x|rest --|rest y"),
        ("words - -1", "first -|rest -1"),
        ("words a --pick market", "first a|pick market"),
        ("words a --pick market --pick market", "first a|pick market"),
        ("--workspace /w words a", "first a|workspace /w"),
        ("words a --workspace=/w --offline", "first a|workspace /w|offline"),
        ("words a --now 2022-03-07T08:00:00Z", "first a|now 2022-03-07T08:00:00Z"),
    ])
    func wordsAreReadAsWritten(line: String, expected: String) async {
        let run = await Toy.run(line.split(separator: " ").map(String.init))
        #expect(run.output == expected.split(separator: "|").map { "\($0)\n" }.joined())
        #expect(run.code == .done)
        #expect(run.errors == "")
    }

    /// Each message says what is wrong and what would be right, and points at the help of the command concerned.
    @Test(arguments: [
        ("fetsh", "bellwether has no command “fetsh”", "did you mean “fetch”?; see `bellwether --help`"),
        ("xyzzy", "bellwether has no command “xyzzy”", "see `bellwether --help`"),
        (
            "report wekly", "bellwether report has no command “wekly”",
            "did you mean “weekly”?; see `bellwether report --help`"
        ),
        ("report", "bellwether report needs a command: weekly", "see `bellwether report --help`"),
        (
            "fetch --forse", "bellwether fetch has no option --forse",
            "did you mean --force?; see `bellwether fetch --help`"
        ),
        (
            "fetch --work /w", "bellwether fetch has no option --work",
            "did you mean --workspace?; see `bellwether fetch --help`"
        ),
        ("fetch -force", "bellwether fetch has no option -force", "did you mean --force?"),
        ("fetch -x", "bellwether fetch has no option -x", ""),
        (
            "--vintages rates X", "bellwether has no option --vintages",
            "a command's options follow its name: `bellwether rates --vintages`; see `bellwether --help`"
        ),
        ("words", "FIRST is missing: One word.", "see `bellwether words --help`"),
        ("report weekly a b", "bellwether report weekly cannot use “b”: it is one argument too many", ""),
        ("words a --one", "--one needs a value: --one X", "see `bellwether words --help`"),
        (
            "words a --one --force", "--one needs a value: --one X",
            "a value that begins with a dash is given as --one=--force; see `bellwether words --help`"
        ),
        ("words a --one=", "--one was given an empty value: --one X", ""),
        ("words a --window 0:1,,0:4", "--window was given an empty value: --window A:B", ""),
        ("words a --force=yes", "--force takes no value", ""),
        ("words a --one 1 --one 2", "--one was given twice: “1” and “2”", ""),
        ("words a --pick markt", "--pick does not take “markt”: it takes mean or market", "did you mean “market”?"),
        ("rates X --format xml", "--format does not take “xml”: it takes text, csv or json", ""),
        ("completion tcsh", "SHELL does not take “tcsh”: it takes bash, zsh or fish", ""),
        ("rates X --known-on yesterday", "--known-on wants a day such as 2022-02-24, not “yesterday”", ""),
        ("rates X --from 2022-02-30", "--from wants a day such as 2022-02-24, not “2022-02-30”", ""),
        ("rates X --from 2022-03-02 --to 2022-03-01", "--from 2022-03-02 is after --to 2022-03-01", ""),
        ("rates X --week 2021-W53", "--week wants an ISO week such as 2022-W09, not “2021-W53”", ""),
        ("rates X --max-age 36", "--max-age wants a time such as 90s, 30m, 36h, 7d or 2w, not “36”", ""),
        ("rates X --limit ten", "--limit wants a number such as 2.5, not “ten”", ""),
        ("rates X --now today", "--now wants a moment such as 2022-03-07T08:00:00Z, not “today”", ""),
        ("fetch -qv", "--quiet and --verbose exclude each other", ""),
        ("help fetsh", "bellwether has no command “fetsh”", "did you mean “fetch”?"),
    ])
    func whatIsNotUnderstoodIsExplained(line: String, message: String, remedy: String) async throws {
        let run = await Toy.run(line.split(separator: " ").map(String.init))
        #expect(run.code == .usage)
        #expect(run.output == "")
        let lines = run.errors.split(separator: "\n").map(String.init)
        try #require(lines.count == 2)
        #expect(lines[0] == "bellwether: \(message)")
        #expect(lines[1].hasPrefix("  \(remedy)"))
        #expect(lines[1].hasSuffix("--help`"))
    }

    @Test func theEnvironmentNamesAWorkspaceThatTheOptionOverrules() async {
        let environment = ["BELLWETHER_WORKSPACE": "/home/a/one"]
        #expect(await Toy.run(["words", "a"], environment: environment).output == "first a\nworkspace /home/a/one\n")
        let run = await Toy.run(["words", "a", "--workspace", "/two"], environment: environment)
        #expect(run.output == "first a\nworkspace /two\n")
        #expect(await Toy.run(["words", "a"], environment: ["BELLWETHER_WORKSPACE": ""]).output == "first a\n")
    }

    @Test(arguments: [
        ("90s", 90), ("30m", 1800), ("36h", 129_600), ("7d", 604_800), ("2w", 1_209_600),
    ])
    func agesAreTimesWithAUnit(text: String, seconds: Int) async {
        // The command's own reading is proven above to refuse others; this proves what it makes of good ones.
        let seen = Collected()
        let command = Command(
            "age", abstract: "Print seconds", examples: [],
            options: [Option("max-age", valueName: "TIME", help: "An age.")],
            run: { invocation in
                try invocation.console.print("\(try invocation.duration("max-age") ?? -1)")
                return .done
            })
        let program = Program(
            Command("bellwether", abstract: "Toy", subcommands: [command]), version: "0", released: Day(number: 0))
        _ = await program.main(
            ["age", "--max-age", text], environment: [:], console: Console(output: seen.output),
            clock: { Instant(seconds: 0) })
        #expect(seen.text == String(seconds))
    }

    @Test(arguments: [
        ("rates", "own []"), ("rates X", "own [X]"), ("rates X convert", "own [X, convert]"),
        ("rates convert", "below"),
        ("rates --format csv convert", "below"), ("rates -- convert", "own [convert]"),
        ("rates --all convert", "bellwether rates convert has no option --all"),
    ])
    func aCommandThatTakesArgumentsMayHaveCommandsBelowIt(line: String, says: String) async {
        let convert = Command(
            "convert", abstract: "Convert", options: [.format],
            run: { invocation in
                try invocation.console.print("below")
                return .done
            })
        let rates = Command(
            "rates", abstract: "Print", arguments: [Argument("SERIES", .any, help: "Series.")],
            options: [.format, .flag("all", help: "All.")], subcommands: [convert],
            run: { invocation in
                try invocation.console.print("own [\(invocation.arguments("SERIES").joined(separator: ", "))]")
                return .done
            })
        let program = Program(
            Command("bellwether", abstract: "Toy", subcommands: [rates]), version: "0", released: Day(number: 0))
        let (seen, errors) = (Collected(), Collected())
        _ = await program.main(
            line.split(separator: " ").map(String.init), environment: [:],
            console: Console(output: seen.output, errors: errors.output), clock: { Instant(seconds: 0) })
        #expect(seen.text == says || errors.text.hasPrefix("bellwether: \(says)"), "\(errors.text)")
    }

    @Test func declarationsHaveNoFlawsAndFlawsAreFound() {
        #expect(Toy.program.root.flaws == [])
        let bad = Command(
            "bellwether", abstract: "Ends with a full stop.",
            subcommands: [
                Command(
                    "a", abstract: "One",
                    options: [.flag("quiet", help: ""), .flag("seven", short: "7", help: "Seven.")])
            ])
        #expect(
            bad.flaws == [
                "bellwether: an abstract is one line of at most 58 bytes without a full stop",
                "bellwether a neither runs nor has subcommands", "bellwether a has two options --quiet",
                "bellwether a --quiet: has no help", "bellwether a --seven: a short option cannot be a digit",
            ])
    }
}
