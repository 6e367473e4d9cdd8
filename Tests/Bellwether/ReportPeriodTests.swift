import Foundation
import TestSupport
import Testing

/// Reports of days, ranges and countries, of weeks that have nothing, and the folder they are in.
@Suite struct ReportPeriodTests {
    private let monday = "2022-03-07T06:00:00Z"

    @Test(
        "Each period has its folder, its words and its own span",
        arguments: [
            (
                ["daily", "--day", "2022-03-01"], "2022-03-01", "daily report 2022-03-01",
                "since the rate of 2022-02-28"
            ),
            (
                ["daily"], "2022-03-06", "daily report 2022-03-06",
                "No watched rate can be compared over the day"
            ),
            (
                ["range", "--from", "2022-02-01", "--to", "2022-03-06"], "2022-02-01_2022-03-06",
                "report 2022-02-01 to 2022-03-06", "over the period"
            ),
            (["weekly", "--week", "2022-W09", "--country", "RU"], "2022-W09-RU", "2022-W09, Russia", "over the week"),
        ])
    func periods(words: [String], folder: String, title: String, span: String) throws {
        let desk = try FetchedSample.copy()
        let run = try Execution.bellwether(["--workspace", desk.workspace, "--now", monday, "report"] + words)
        #expect(run.status == 0, "\(run.errors)")
        let text = run.output.replacing("\n  ", with: " ")
        #expect(text.contains(title) && text.contains(span), "\(text.prefix(1500))")
        #expect(FileManager.default.fileExists(atPath: "\(desk.workspace)/Reports/\(folder)/report.html"))
    }

    @Test("A country's report has its own changes and events alone")
    func country() throws {
        let desk = try FetchedSample.copy()
        let text = try desk.run("report", "weekly", "--week", "2022-W09", "--country", "YE", now: monday).output
        #expect(text.contains("THE HOUTHIS") && !text.contains("USMANOV") && !text.contains("RU-2022-03-01"))
        let unknown = try desk.run("report", "weekly", "--country", "XX", now: monday)
        #expect(unknown.status == 1 && unknown.errors.contains("the watch list has no country XX"))
        #expect(unknown.errors.contains("watched: SY, RU, BY, YE"))
    }

    @Test("Another watch list is held to the same names")
    func otherWatchList() throws {
        let desk = try FetchedSample.copy()
        let own = try desk.folder.write(
            "own.toml",
            "[[country]]\ncode = \"GB\"\nname = \"Britain\"\ncurrency = \"GBP\"\nofficial = \"EUR/GBP:reference:ecb\"\n"
                + "base_date = 2021-01-04\n")
        let run = try desk.run("report", "weekly", "--week", "2022-W09", "--watch", own, now: monday)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("GBP (Britain):") && run.output.contains("12 mo  base"))
        let bad = try desk.folder.write(
            "bad.toml",
            "[[country]]\ncode = \"GB\"\nname = \"B\"\ncurrency = \"GBP\"\nofficial = \"EUR/GBP:reference:nowhere\"\n")
        let refused = try desk.run("report", "weekly", "--watch", bad, now: monday)
        #expect(refused.status == 1 && refused.errors.contains("bad.toml:5:12"), "\(refused.errors)")
    }

    @Test(
        "A week that has nothing, has not come or is not over says so",
        arguments: [
            ("2030-W01", "This week begins after the last that is known"), ("2010-W01", "No watched rate has a value"),
            ("2022-W09", "what came later in this week is not in it"),
            (
                "2022-W08 --known-on 2022-02-25",
                "Dated after what is known, so announced or entered ahead: RU-2022-02-26."
            ),
        ])
    func withoutObservations(week: String, words: String) throws {
        let desk = try FetchedSample.copy()
        let run = try Execution.bellwether(
            ["--workspace", desk.workspace, "--now", monday, "report", "weekly", "--week"]
                + week.split(separator: " ").map(String.init))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.replacing("\n  ", with: " ").contains(words), "\(run.output.prefix(1500))")
    }

    @Test("An empty ledger has a report of nothing, which says so and leaves no ledger")
    func emptyLedger() throws {
        let desk = try Desk()
        let run = try desk.run("report", "weekly", "--week", "2022-W09", now: monday)
        #expect(run.status == 3, "\(run.errors)")
        for words in ["The ledger held nothing", "No list in the ledger", "Never obtained: ", "none of the 0 in use"] {
            #expect(run.output.replacing("\n  ", with: " ").contains(words), "\(words)")
        }
        #expect(!FileManager.default.fileExists(atPath: "\(desk.workspace)/Data/ledger.sqlite"))
        let page = try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W09/report.html", encoding: .utf8)
        let path = try desk.folder.write("page.html", page)
        let tidy = try Execution.run(["tidy", "-q", "-e", "-utf8", path], environment: [:], in: desk.folder.path)
        #expect(tidy.errors + tidy.output == "")
    }

    @Test("A person's own file in a report's folder stays, and the folder of an interrupted run does not")
    func ownFiles() throws {
        let desk = try FetchedSample.copy()
        #expect(try desk.run("report", "weekly", "--week", "2022-W09", now: monday).status == 0)
        try desk.write("Reports/2022-W09/notes.txt", "call them")
        #expect(try desk.run("report", "weekly", "--week", "2022-W09", now: monday).status == 0)
        let kept = try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W09/notes.txt", encoding: .utf8)
        #expect(kept == "call them")
        // What a killed run left is taken away, but for what was a person's.
        try desk.write("Reports/2022-W09.4194999.part/summary.txt", "half")
        try desk.write("Reports/2022-W09.4194999.part/plan.txt", "mine")
        #expect(try desk.run("report", "weekly", "--week", "2022-W09", now: monday).status == 0)
        let plan = try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W09/plan.txt", encoding: .utf8)
        #expect(plan == "mine")
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(desk.workspace)/Reports")
        #expect(Set(names) == ["2022-W09", "index.html"])
    }

    @Test(
        "Bad days are refused as a command line",
        arguments: [
            ["range"], ["range", "--from", "2022-03-06", "--to", "2022-03-01"], ["range", "--from", "2022-03-01"],
            ["weekly", "--missed", "--week", "2022-W09"], ["daily", "--day", "yesterday"],
        ])
    func refused(words: [String]) throws {
        let desk = try FetchedSample.shared.get()
        #expect(try Execution.bellwether(["--workspace", desk.workspace, "report"] + words).status == 2)
    }
}
