import Schedule
import Synchronization
import TestSupport
import Testing
import Vocabulary

/// Without a systemd to answer: what is written, and what is said.
@Suite struct InstallerTests {
    /// systemctl as it answers where no session bus is: the real program, kept from any real bus.
    static let silent: CommandRunner = { arguments in
        let run = try Execution.run(arguments, environment: ["LC_ALL": "C", "XDG_RUNTIME_DIR": "/nonexistent"])
        return CommandResult(status: run.status, output: run.output, errors: run.errors)
    }

    @Test(.enabled(if: Execution.isInstalled("systemctl"), "systemctl is not installed"))
    func whereSystemdDoesNotAnswerTheUnitsAreWrittenAndThePersonIsTold() throws {
        let folder = try TemporaryFolder()
        let units = try UnitsTests.units()
        let installer = ScheduleInstaller(
            folder: UnitFolder(path: "\(folder.path)/systemd/user"), run: InstallerTests.silent)
        let outcome = try installer.install(units)
        #expect(try folder.files() == units.files.map { "systemd/user/\($0.name)" }.sorted())
        for (name, content) in units.files { #expect(try folder.read("systemd/user/\(name)") == content) }
        #expect(outcome.files == units.files.map { "\(folder.path)/systemd/user/\($0.name)" })
        #expect(!outcome.isInForce)
        let notice = try #require(outcome.notices.first)
        #expect(notice.message.hasPrefix("the timers are written but do not run: "))
        #expect(notice.remedy.contains("systemctl --user enable --now \(units.timers[0]) \(units.timers[1])"))

        let (timers, notices) = try installer.show(units)
        #expect(timers.map(\.name) == units.timers)
        #expect(timers.map(\.calendar) == ["*-*-* 06:30:00", "Mon *-*-* 08:00:00"])
        #expect(timers.allSatisfy { $0.isInstalled && $0.activity == "" && $0.next == "" })
        #expect(notices.first?.code == "systemd_silent")

        let removal = try installer.remove(units)
        #expect(removal.files == outcome.files)
        #expect(try folder.files() == [])
        #expect(removal.notices.first?.code == "systemd_silent")
        #expect(try installer.remove(units).files == [])
        #expect(try installer.show(units).timers.allSatisfy { !$0.isInstalled })
    }

    @Test func removingOneWorkspaceLeavesTheOthers() throws {
        let folder = try TemporaryFolder()
        let installer = ScheduleInstaller(folder: UnitFolder(path: folder.path), run: InstallerTests.silent)
        let (one, two) = (try UnitsTests.units(), try UnitsTests.units(workspace: "/home/a/other"))
        _ = try installer.install(one)
        _ = try installer.install(two)
        #expect(try folder.files().count == 10)
        _ = try installer.remove(one)
        #expect(try folder.files() == two.files.map(\.name).sorted())
    }

    @Test func unitsOfAnotherVersionAreNoticed() throws {
        let folder = try TemporaryFolder()
        let installer = ScheduleInstaller(folder: UnitFolder(path: folder.path), run: InstallerTests.silent)
        let units = try UnitsTests.units()
        _ = try installer.install(units)
        let sameAtOtherTimes = try UnitsTests.units(fetchAt: "01:00", reportOn: "Fri")
        #expect(try !installer.show(sameAtOtherTimes).notices.contains { $0.code == "units_outdated" })
        try folder.write(units.files[2].name, "[Service]\nExecStart=bellwether report weekly\n")
        let notice = try installer.show(units).notices.first { $0.code == "units_outdated" }
        #expect(notice?.place == units.files[2].name)
        _ = try installer.remove(units)
        #expect(try !installer.show(units).notices.contains { $0.code == "units_outdated" })
    }

    @Test func aFolderThatCannotBeWrittenIsNamed() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("taken", "a file where a folder should be")
        let fault = #expect(throws: Fault.self) {
            try ScheduleInstaller(folder: UnitFolder(path: file), run: InstallerTests.silent).install(
                UnitsTests.units())
        }
        #expect(fault?.place.hasPrefix(file) == true)
    }

    @Test(arguments: [
        (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], "/c/systemd/user"), (["HOME": "/h"], "/h/.config/systemd/user"),
        (["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/systemd/user"),
    ])
    func unitsGoWhereSystemdReadsThem(environment: [String: String], path: String) throws {
        #expect(try UnitFolder(environment: environment).path == path)
    }

    @Test func withoutAHomeThereIsNoFolder() {
        #expect(throws: Fault.self) { try UnitFolder(environment: [:]) }
    }

    @Test func programsAreRunWithoutAShell() throws {
        let result = try runCommand(["printf", "%s|", "a b", "$HOME", "`id`", "*", "'"])
        #expect(result == CommandResult(status: 0, output: "a b|$HOME|`id`|*|'|"))
        let failing = try runCommand(["sh", "-c", "echo out; echo err >&2; exit 7"])
        #expect(failing == CommandResult(status: 7, output: "out\n", errors: "err\n"))
        #expect(try runCommand(["sh", "-c", "kill -9 $$"]).status == 137)
        #expect(try runCommand(["no-such-program-anywhere"]).status == 127)
        #expect(try runCommand(["seq", "200000"]).output.utf8.count == 1_288_895)
    }
}
