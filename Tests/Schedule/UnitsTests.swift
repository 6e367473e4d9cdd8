import Schedule
import TestSupport
import Testing
import Vocabulary

@Suite struct UnitsTests {
    static func units(
        program: String = "/usr/local/bin/bellwether", workspace: String = "/home/a/watch", fetchAt: String = "06:30",
        reportOn: String = "Mon", reportAt: String = "08:00"
    ) throws -> ScheduleUnits {
        try ScheduleUnits(
            program: program, workspace: workspace, fetchAt: try #require(TimeOfDay(fetchAt)),
            reportOn: try #require(Weekday(reportOn)), reportAt: try #require(TimeOfDay(reportAt)))
    }

    @Test func theUnitsAreThese() throws {
        let text = try UnitsTests.units().files.map { "# \($0.name)\n\($0.content)" }.joined(separator: "\n")
        try Golden.check(text, "Schedule/units.txt")
    }

    @Test func everyGoldenFileIsUsed() throws { #expect(try Golden.names(in: "Schedule") == ["units.txt"]) }

    static let paths = [
        "/home/a/watch", "/home/a/My Data 50%", "/srv/say \"x\" it's $HOME ${HOME} %h \\n", "/données/東京",
    ]

    @Test(
        .enabled(if: Execution.isInstalled("systemd-analyze"), "systemd-analyze is not installed"), arguments: paths)
    func systemdFindsNothingWrongWithThem(workspace: String) throws {
        let folder = try TemporaryFolder()
        // systemd-analyze checks that the program exists, so quoting mistakes in its path would show here.
        let program = try folder.program("bin 50% $HOME %h/bellwether", "#!/bin/sh\n")
        let units = try UnitsTests.units(program: program, workspace: workspace)
        for (name, content) in units.files { try folder.write("units/\(name)", content) }
        let run = try Execution.run(
            ["systemd-analyze", "--user", "verify"] + units.files.map { "\(folder.path)/units/\($0.name)" },
            environment: ["XDG_RUNTIME_DIR": folder.path, "HOME": folder.path])
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test(.enabled(if: Execution.isInstalled("systemd-analyze"), "systemd-analyze is not installed"))
    func systemdWouldFindSomethingWrong() throws {
        let folder = try TemporaryFolder()
        let service = try UnitsTests.units(program: "\(folder.path)/absent").files[0]
        let file = try folder.write(service.name, service.content)
        let run = try Execution.run(
            ["systemd-analyze", "--user", "verify", file], environment: ["XDG_RUNTIME_DIR": folder.path])
        #expect(run.status != 0)
        #expect(run.errors.contains("absent is not executable"))
    }

    @Test(
        .enabled(if: Execution.isInstalled("systemd-analyze"), "systemd-analyze is not installed"),
        arguments: [
            ("06:30", "Mon", "08:00", ["2022-02-25 06:30:00", "2022-02-28 08:00:00"]),
            ("00:05", "Thursday", "23:59", ["2022-02-25 00:05:00", "2022-02-24 23:59:00"]),
            ("12:00", "sun", "00:00", ["2022-02-24 12:00:00", "2022-02-27 00:00:00"]),
        ])
    func systemdsCalendarElapsesWhenAsked(fetchAt: String, on: String, reportAt: String, next: [String]) throws {
        let units = try UnitsTests.units(fetchAt: fetchAt, reportOn: on, reportAt: reportAt)
        let calendars = units.files.flatMap { $0.content.split(separator: "\n") }
            .filter { $0.hasPrefix("OnCalendar=") }.map { String($0.dropFirst(11)) }
        try #require(calendars.count == 2)
        for (calendar, next) in zip(calendars, next) {
            // From noon of Thursday 24 February 2022, less a minute.
            let run = try Execution.run(
                ["systemd-analyze", "calendar", "--base-time=2022-02-24 11:59:00", calendar],
                environment: ["TZ": "UTC"])
            #expect(run.status == 0)
            #expect(run.output.contains("\(next) UTC"), "\(run.output)\(run.errors)")
        }
    }

    /// What Docs/Schedule.md says of the hour that a zone leaves out and of the one that it has twice.
    @Test(
        .enabled(if: Execution.isInstalled("systemd-analyze"), "systemd-analyze is not installed"),
        arguments: [
            ("2022-03-26 12:00:00", ["2022-03-28 02:30:00 CEST"]),
            ("2022-10-29 12:00:00", ["2022-10-30 02:30:00 CEST", "2022-10-31 02:30:00 CET"]),
        ])
    func inASkippedHourNothingRunsAndInARepeatedOneOnce(from: String, next: [String]) throws {
        let calendar = try #require(
            try UnitsTests.units(fetchAt: "02:30").files[1].content.firstMatch(of: /OnCalendar=(.+)/)?.1)
        let run = try Execution.run(
            ["systemd-analyze", "calendar", "--iterations=\(next.count)", "--base-time=\(from)", String(calendar)],
            environment: ["TZ": "Europe/Berlin"])
        let found = run.output.matches(of: /(?:elapse|#\d+): \w+ (.+)/).map { String($0.1) }
        #expect(found == next, "\(run.output)\(run.errors)")
    }

    @Test(arguments: paths) func cronLinesReachTheProgramAsTheyWereMeant(workspace: String) throws {
        let folder = try TemporaryFolder()
        let program = try folder.program("50% $HOME/bellwether", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
        let lines = try UnitsTests.units(program: program, workspace: workspace).cronLines
        #expect(lines[0].hasPrefix("30 6 * * * "))
        #expect(lines[1].hasPrefix("0 8 * * 1 "))
        let expected = [["fetch"], ["report", "weekly", "--missed", "--deliver"]].map {
            $0 + ["--quiet", "--workspace", workspace, "--log", "\(workspace)/Data/bellwether.log"]
        }
        for (line, expected) in zip(lines, expected) {
            // What cron hands to sh: the rest of the line, up to the first bare percent sign, escapes taken off.
            let command = line.split(separator: " ", maxSplits: 5)[5]
            let handed = command.replacing("\\%", with: "\u{0}").prefix { $0 != "%" }.replacing("\u{0}", with: "%")
            let run = try Execution.run(["sh", "-c", String(handed)], environment: ["HOME": "/wrong"])
            #expect(run.errors == "")
            #expect(run.lines == expected)
        }
    }

    @Test func everyWorkspaceHasNamesOfItsOwn() throws {
        let one = try UnitsTests.units()
        // Given by the reference code of FNV-1a, 32 bits.
        #expect(one.suffix == fnv1a("/home/a/watch"))
        #expect(one.files.map(\.name).allSatisfy { $0.contains("-\(one.suffix)") })
        #expect(try UnitsTests.units(workspace: "/home/a/other").suffix != one.suffix)
        for same in ["/home/a/watch/", "/home//a/./watch", "/home/b/../a/watch"] {
            #expect(try UnitsTests.units(workspace: same) == one)
        }
    }

    @Test(arguments: ["bellwether", "/opt/it's/bellwether", "/opt/\"x\"/bellwether", "/opt/a\\b/bellwether"])
    func programsThatSystemdCannotStartAreRefused(program: String) {
        #expect(throws: Fault.self) { try UnitsTests.units(program: program) }
    }

    private func fnv1a(_ text: String) -> String {
        var hash: UInt64 = 0x811c_9dc5
        for byte in text.utf8 { hash = ((hash ^ UInt64(byte)) * 0x0100_0193) % (1 << 32) }
        return String((hash | 1 << 32), radix: 16).dropFirst().description
    }

    @Test(arguments: ["watch", "./watch", "", "/home/a\nExecStart=/bin/rm", "/home/a\u{7f}"])
    func pathsThatNoUnitCanHoldAreRefused(workspace: String) {
        #expect(throws: Fault.self) { try UnitsTests.units(workspace: workspace) }
    }

    @Test(arguments: [("06:30", "06:30"), ("00:00", "00:00"), ("23:59", "23:59")])
    func timesOfDayReadBack(text: String, shown: String) throws {
        #expect(try #require(TimeOfDay(text)).description == shown)
    }

    @Test(arguments: ["24:00", "12:60", "6:30", "0630", "06:30:00", "06.30", "-6:30", "ab:cd", "", "06:3:"])
    func timesThatNoClockShowsAreRefused(text: String) { #expect(TimeOfDay(text) == nil) }

    @Test(arguments: [("Mon", 1), ("monday", 1), ("SUN", 0), ("Saturday", 6)])
    func weekdaysAreReadInAnyCase(text: String, number: Int) { #expect(Weekday(text)?.rawValue == number) }

    @Test(arguments: ["", "M", "Mo", "Montag", "1"])
    func otherWordsAreNoWeekday(text: String) { #expect(Weekday(text) == nil) }
}
