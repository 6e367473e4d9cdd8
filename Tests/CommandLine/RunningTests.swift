import CommandLine
import Tables
import TestSupport
import Testing
import Vocabulary

@Suite struct RunningTests {
    @Test(arguments: [
        ("fetch", ExitCode.done), ("fetch partly", .partly), ("fetch busy", .busy), ("fetch html", .failed),
        ("fetch cancelled", .failed), ("fetch --nope", .usage), ("", .done), ("--version", .done), ("fetch -h", .done),
    ])
    func theExitCodeSaysHowItEnded(line: String, code: ExitCode) async {
        #expect(await Toy.run(line.split(separator: " ").map(String.init)).code == code)
    }

    @Test func aFaultIsPrintedWithItsPlaceAndRemedyAndWithoutControlCharacters() async {
        let run = await Toy.run(["fetch", "html", "-q"])
        #expect(
            run.errors == """
                bellwether: warning: ecb: no new value for 9 days
                bellwether: ecb: a web page came
                  try again\\u{1b}[31m later

                """)
    }

    @Test func quietDropsNotesAndVerboseAddsDetails() async {
        let warning = "bellwether: warning: ecb: no new value for 9 days\n"
        #expect(await Toy.run(["fetch", "--quiet"]).errors == warning)
        #expect(await Toy.run(["fetch"]).errors == "a note\\u{a}in one line\n" + warning)
        #expect(await Toy.run(["fetch", "-v"]).errors == "a note\\u{a}in one line\na detail\n" + warning)
    }

    @Test func helpIsOneTextHoweverItIsAskedFor() async {
        let help = await Toy.run(["fetch", "--help"]).output
        #expect(help.hasPrefix("USAGE\n  bellwether fetch [FEED...] [options]\n"))
        for line in [["help", "fetch"], ["fetch", "-h"], ["--help", "fetch"], ["fetch", "--nope", "--help"]] {
            #expect(await Toy.run(line).output == help)
        }
        #expect(await Toy.run([]).output == Toy.run(["help"]).output)
        #expect(await Toy.run(["words", "--", "--help"]).output == "first --help\n")
    }

    @Test func versionIsOneLine() async { #expect(await Toy.run(["--version"]).output == "bellwether 1.2.3\n") }

    /// `| head` closes its end early: that is no failure of the program.
    @Test func aReaderThatHasSeenEnoughIsNoFailure() throws {
        let line = #"{ sleep 0.3; "$0" man; echo "exit $?" >&2; } | true"#
        #expect(try Execution.run(["sh", "-c", line, Execution.program]).errors == "exit 0\n")
        // A full disk is: /dev/full refuses every byte.
        let full = try Execution.run(["sh", "-c", #""$0" man > /dev/full"#, Execution.program])
        #expect(full.status == 1)
        #expect(full.errors == "bellwether: standard output: No space left on device\n")
    }

    @Test func colourIsForTerminalsThatWantIt() async {
        var terminal = Terminal(outputIsTerminal: true, errorsAreTerminal: true, allowsColour: true, columns: 80)
        #expect(await Toy.run(["rates", "X"], terminal: terminal).output.contains("\u{1b}[1mseries"))
        #expect(
            await Toy.run(["fetch", "--nope"], terminal: terminal).errors.hasPrefix("\u{1b}[31mbellwether: \u{1b}[0m"))
        terminal.allowsColour = false
        #expect(await !Toy.run(["rates", "X"], terminal: terminal).output.contains("\u{1b}"))
        #expect(await !Toy.run(["rates", "X"]).output.contains("\u{1b}"))
        #expect(Terminal.current(["NO_COLOR": "1"]).allowsColour == false)
        #expect(Terminal.current(["NO_COLOR": ""]).allowsColour == true)
        #expect(Terminal.current(["TERM": "dumb"]).allowsColour == false)
    }

    @Test func progressIsDrawnOnlyWhereAPersonWatches() {
        let seen = Collected()
        var console = Console(errors: seen.output)
        Progress(total: 4, on: console).advance("ecb")
        #expect(seen.text == "")

        console.terminal = Terminal(outputIsTerminal: true, errorsAreTerminal: true, allowsColour: true, columns: 45)
        let progress = Progress(total: 12, on: console)
        progress.advance("ecb")
        progress.advance("us-ofac-sdn today", by: 5)
        progress.finish()
        let erase = "\r\u{1b}[2K"
        #expect(
            seen.text == erase + "[##......................]  1/12 ecb" + erase
                + "[############............]  6/12 us-ofac-sdn" + erase)
    }

    @Test(arguments: [
        ("plain", "plain"), ("Łódź 東京", "Łódź 東京"), ("a\tb\n", "a\\u{9}b\\u{a}"), ("\u{1b}[2J", "\\u{1b}[2J"),
        ("\u{9b}31m", "\\u{9b}31m"), ("x\u{7f}", "x\\u{7f}"), ("\u{202e}gpj.exe", "\\u{202e}gpj.exe"),
        ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"), ("e\u{301}", "e\u{301}"),
        // Nothing to see between two letters, and what Persian needs there.
        ("a\u{200b}b\u{2060}\u{ad}c\u{e0041}", "a\\u{200b}b\\u{2060}\\u{ad}c\\u{e0041}"),
        ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ("Ấ ở ế שָּׁ", "Ấ ở ế שָּׁ"),
        (
            "e" + String(repeating: "\u{301}", count: 8),
            "e" + String(repeating: "\u{301}", count: 6) + "\\u{301}\\u{301}"
        ),
    ])
    func whatATerminalWouldObeyIsShownInstead(text: String, shown: String) {
        #expect(Sanitised.line(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
    }

    @Test func aWordThatNoTerminalHoldsIsBrokenAndANameInANarrowColumnIsNot() {
        let name = String(repeating: "x", count: 200)
        #expect(wrapped("a \(name) b", width: 78).map(\.count) == [1, 78, 78, 46])
        #expect(wrapped("of USD/IRR:parallel.sell:bonbast", width: 20) == ["of", "USD/IRR:parallel.sell:bonbast"])
        #expect(wrapped(String(repeating: "東", count: 50), width: 79).map(\.count) == [39, 11])
    }

    @Test(arguments: [
        ("abc", 3), ("Łódź", 4), ("e\u{301}", 1), ("東京", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4), ("دمشق", 4), ("🙂", 2),
        ("a\u{200d}", 1),
    ])
    func widthIsCountedInTerminalColumns(text: String, width: Int) { #expect(displayWidth(text) == width) }
}
