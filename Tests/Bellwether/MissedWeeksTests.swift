import Foundation
import TestSupport
import Testing

/// A machine that was off, and a program that takes reports on.
@Suite struct MissedWeeksTests {
    private func written(_ desk: Desk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(desk.workspace)/Reports").filter { $0.contains("-W") }
            .sorted()
    }

    @Test("The first run writes the last full week, a later one every week in between, at most eight, and then none")
    func missed() throws {
        let desk = try FetchedSample.copy()
        #expect(try desk.run("report", "weekly", "--missed", now: "2022-03-07T06:00:00Z").status == 0)
        #expect(try written(desk) == ["2022-W09"])
        #expect(try desk.run("report", "weekly", "--missed", now: "2022-03-28T06:00:00Z").status == 3)
        #expect(try written(desk) == ["2022-W09", "2022-W10", "2022-W11", "2022-W12"])
        let again = try desk.run("report", "weekly", "--missed", now: "2022-03-28T07:00:00Z")
        #expect(again.status == 0 && again.output.isEmpty && again.errors.contains("2022-W12 is written already"))
        _ = try desk.run("report", "weekly", "--missed", now: "2022-09-05T06:00:00Z")
        #expect(try written(desk).count == 4 + 8)
    }

    @Test("A report is handed over once: one that could not be is tried again, and no other is sent twice")
    func delivered() throws {
        let desk = try FetchedSample.copy()
        let config = try desk.folder.read("desk/Config/bellwether.toml")
        let box = "\(desk.folder.path)/box"
        try desk.write(
            "Config/bellwether.toml",
            config
                + "\n[delivery]\nreport = [\"sh\", \"-c\", \"test -e \(box).open && { echo \\\"$BELLWETHER_TITLE\\\"; head -n 1; } >> \(box)\"]\n"
        )
        func go(_ now: String) throws -> Int32 {
            try desk.run("report", "weekly", "--missed", "--deliver", now: now).status
        }
        #expect(try go("2022-03-07T06:00:00Z") == 1)
        #expect(try written(desk) == ["2022-W09"])
        _ = try desk.folder.write("box.open", "")
        #expect(try go("2022-03-07T06:15:00Z") == 0)
        #expect(try go("2022-03-07T06:30:00Z") == 0)
        #expect(try go("2022-03-14T06:00:00Z") == 3)
        let sent = try String(contentsOfFile: box, encoding: .utf8).split(separator: "\n")
        let titles = ["bellwether weekly report 2022-W09", "bellwether weekly report 2022-W10"]
        #expect(sent.map(String.init) == titles.flatMap { [$0, $0] })
    }

    @Test("Without a program to hand it to, --deliver is a report like any other")
    func notConfigured() throws {
        let desk = try FetchedSample.copy()
        let run = try desk.run("report", "weekly", "--deliver", "--week", "2022-W09", now: "2022-03-07T06:00:00Z")
        #expect(run.status == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(desk.workspace)/Reports/2022-W09/delivery.txt"))
    }
}
