import Foundation
import TestSupport
import Testing

@Suite struct HostileTests {
    private let seen = ["--seen", "2022-01-02T00:00:00Z"]

    /// A desk with thirty entries on the list.
    private func listed() throws -> Desk {
        let desk = try Desk()
        let file = try desk.folder.write("base.csv", SDNFile(1...30).text)
        let run = try desk.run("import", "us-ofac-sdn", file, "--seen", "2022-01-01T00:00:00Z")
        guard run.status == 0 else { throw Mismatch(run.errors) }
        return desk
    }

    @Test func whatIsNoFileIsSaidToBeNoneAndNothingWaitsForIt() throws {
        let desk = try listed()
        let before = try desk.state()
        let run = try desk.shell(
            """
            mkfifo pipe; ln -s loop loop; mkdir empty
            for file in pipe /dev/zero /dev/null empty loop missing; do
                timeout 10 "$b" --workspace "$w" import us-ofac-sdn $file \(seen.joined(separator: " ")) -q --format csv
                echo "code $?"
            done
            """)
        #expect(run.lines.filter { $0.hasPrefix("code") } == Array(repeating: "code 3", count: 6), "\(run.errors)")
        #expect(run.lines.count { $0.contains(",failed,") } == 6)
        for word in [
            "pipe: is a pipe or a device", "/dev/zero: is a pipe", "/dev/null: is a pipe",
            "empty: no file called sdn.csv",
            "loop: cannot open: Too many levels", "missing: cannot open: No such file",
        ] {
            #expect(run.errors.contains(word), "\(word): \(run.errors)")
        }
        #expect(try desk.state() == before)
        try desk.verify()
    }

    @Test(arguments: ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2999-01-05T09:00:00Z"])
    func aMomentThatCannotBeIsRefusedBeforeItIsRecorded(moment: String) throws {
        let desk = try listed()
        let file = try desk.folder.write("next.csv", SDNFile(1...31).text)
        let run = try desk.run("import", "us-ofac-sdn", file, "--seen", moment)
        #expect(run.status == 1)
        #expect(run.errors.contains("it cannot have been seen at \(moment)"))
        try desk.verify()
    }

    @Test(arguments: ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
    func anImpossiblePresentIsRefused(moment: String) throws {
        let desk = try listed()
        #expect(try desk.run("fetch", "events", now: moment).status == 2)
        try desk.verify()
    }

    @Test func aClockThatWasSetBackStopsTheFetchUnlessForced() throws {
        let desk = try FetchedSample.copy()
        let run = try desk.run("fetch", "events", now: "2022-03-01T00:00:00Z")
        #expect(run.status == 1)
        #expect(run.errors.contains("the last fetch was at 2022-03-04T02:03:13Z"))
        #expect(try desk.run("fetch", "events", "--force", now: "2022-03-01T00:00:00Z").status == 0)
        try desk.verify()
    }

    @Test func aResultThatCannotBeWrittenIsAFailureAndAReaderThatLeftIsNone() throws {
        let desk = try listed()
        let run = try desk.shell(
            """
            "$b" --workspace "$w" entries us-ofac-sdn > /dev/full; echo $?
            "$b" --workspace "$w" verify -q <&- >&- 2>&-; echo $?
            "$b" --workspace "$w" entries us-ofac-sdn --format csv | true; echo $?
            """)
        #expect(run.errors.contains("standard output: No space left on device"))
        #expect(run.lines.first == "1" && run.lines.last == "0", "\(run.output)")
        try desk.verify()
    }

    @Test func whatAPublisherWritesIsShownAndNeverObeyed() throws {
        let desk = try listed()
        var file = SDNFile(1...30)
        let names = [
            "=cmd|' /C calc'!A0", "@SUM(1)", "-1+1", "\u{202e}gnp.exe", "\u{1b}[31mred", "<script>alert(1)</script>",
        ]
        for (index, name) in names.enumerated() { file.rows[101 + index] = SDNFile.Row(name: name) }
        let path = try desk.folder.write("hostile.csv", file.text)
        #expect(try desk.run("import", "us-ofac-sdn", path, "--seen", "2022-01-04T12:00:00Z").status == 0)
        for words in [["entries", "us-ofac-sdn"], ["changes"], ["entries", "us-ofac-sdn", "104", "105"]] {
            let text = try Execution.bellwether(["--workspace", desk.workspace] + words).output
            #expect(text.contains("\\u{202e}gnp.exe") && text.contains("\\u{1b}[31mred"), "\(text)")
            #expect(!text.unicodeScalars.contains("\u{1b}") && !text.unicodeScalars.contains("\u{202e}"))
        }
        let csv = try desk.rows("entries", "us-ofac-sdn").compactMap { $0["name"] }
        for name in names.prefix(3) { #expect(csv.contains("'" + name)) }
        let report = try desk.run("report", "weekly", "--week", "2022-W01", now: "2022-01-10T08:00:00Z")
        #expect(report.status == 0 || report.status == 3, "\(report.errors)")
        #expect(
            try Execution.run(["grep", "-rlaF", "<script>alert(1)", "\(desk.workspace)/Reports", "--include=*.html"])
                .output == "")
        #expect(
            try Execution.run([
                "grep", "-rlaP", "\\x1b|\\xe2\\x80\\xae", "\(desk.workspace)/Reports", "--include=*.txt",
            ]).output == "")
    }

    @Test(arguments: [
        "0", "0.0", "-1", "1e300", "1e3", "NaN", "inf", "0x10", "1,5", "99999999999999999999", "", " 1.1", "1.1.1",
        "N/A",
    ])
    func aRateThatIsNoneFailsItsFileWithThePlace(rate: String) throws {
        let desk = try Desk()
        let path = try desk.folder.write("r.xml", ecb(day: "2022-02-18", rate: rate))
        let run = try desk.run("import", "ecb", path, "--seen", "2022-02-18T17:00:00Z")
        #expect(run.status == 3)
        #expect(
            run.errors.contains("r.xml: line ") && run.errors.contains("\"\(rate)\" is no positive rate"),
            "\(run.errors)")
        #expect(try desk.rows("rates").isEmpty)
    }

    private func ecb(day: String, rate: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
        xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
        <gesmes:subject>Reference rates</gesmes:subject>
        <Cube><Cube time="\(day)"><Cube currency="USD" rate="1.1354"/><Cube currency="RUB" rate="\(rate)"/></Cube></Cube>
        </gesmes:Envelope>
        """
    }

    @Test func aPublicationOfTheYear9999FailsAndTheNextRealOneIsTaken() throws {
        let desk = try Desk()
        let far = try desk.folder.write("far.xml", ecb(day: "9999-12-31", rate: "85.3"))
        let held = try desk.run("import", "ecb", far, "--seen", "2022-02-17T17:00:00Z")
        #expect(held.status == 3)
        #expect(
            held.errors.contains("ecb: failed") && held.errors.contains("after next year's end, 2023-12-31"),
            "\(held.errors)")
        #expect(try desk.rows("rates").isEmpty)
        let real = try desk.folder.write("real.xml", ecb(day: "2022-02-18", rate: "85.3"))
        #expect(try desk.run("import", "ecb", real, "--seen", "2022-02-18T17:00:00Z").status == 0)
        try desk.verify()
    }

    @Test(arguments: ["../us-ofac-sdn", "/etc/passwd", "us-ofac-sdn\n", "US-OFAC-SDN", "-", "*", "us ofac"])
    func aFeedIsANameAndNeverAPath(name: String) throws {
        let desk = try listed()
        for words in [["import", "--", name, "base.csv"], ["fetch", "--", name], ["entries", "--", name]] {
            let run = try Execution.bellwether(["--workspace", desk.workspace] + words, in: desk.folder.path)
            #expect(run.status == 2, "\(words): \(run.errors)")
        }
    }

    @Test func aConfigurationThatIsAPipeOrADeviceIsRefused() throws {
        let desk = try Desk()
        let run = try desk.shell(
            """
            mkfifo "$w/Config/feeds/x.toml"; timeout 10 "$b" --workspace "$w" config check; echo $?
            rm "$w/Config/feeds/x.toml"; ln -s /dev/zero "$w/Config/feeds/x.toml"
            timeout 10 "$b" --workspace "$w" config check; echo $?
            """)
        #expect(run.lines == ["1", "1"])
        #expect(
            run.errors.components(separatedBy: "Config/feeds/x.toml: the file cannot be read: it is a pipe").count == 3)
    }

    @Test func initMakesNoWorkspaceWhereThereCanBeNone() throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "")
        for (path, code) in [("file", 1), ("file/below", 1), ("/dev/null", 1), ("", 2)] {
            let run = try Execution.bellwether(["init", path], in: folder.path)
            #expect(Int(run.status) == code, "\(path)")
            #expect(!run.errors.contains("NSCocoaErrorDomain"), "\(run.errors)")
        }
        #expect(try folder.files() == ["file"])
    }

    @Test func twoFailuresInOneSecondAreTwoRunsWithTheirOwnReasons() throws {
        let desk = try Desk()
        for name in ["one", "two"] {
            let run = try desk.run("import", "us-ofac-sdn", "\(desk.folder.path)/\(name)", "--seen", seen[1])
            #expect(run.status == 3)
            #expect(run.errors.contains("/\(name): cannot open"), "\(run.errors)")
        }
        let again = try desk.run("import", "us-ofac-sdn", "\(desk.folder.path)/two", "--seen", seen[1])
        #expect(again.errors.contains("already taken in, failed: "), "\(again.errors)")
    }

    @Test func tenThousandEventsAreImportedAndListed() throws {
        let desk = try Desk()
        let rows = (0..<10_000).map {
            "RU-E\($0),2022-02-\($0 % 20 + 10 > 28 ? 28 : $0 % 20 + 10),Event \($0),RU,RUB\n"
        }
        let path = try desk.folder.write("events.csv", "id,date,title,countries,currencies\n" + rows.joined())
        #expect(try desk.run("events", "import", path).status == 0)
        #expect(try desk.rows("events", "list").count == 10_000)
        #expect(try desk.rows("events", "list", "--to", "2022-02-10").count == 500)
    }
}
