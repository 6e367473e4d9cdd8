import TestSupport
import Testing

@Suite struct ScheduleTests {
    private let now = "2026-11-07T17:00:00Z"

    /// A workspace whose one feed asks a port that nobody listens on.
    private func desk(_ delivery: String = "") throws -> Desk {
        let desk = try Desk(.bare, named: "it's a desk")
        try desk.feed("ecb", "ecb-xml", address: "http://127.0.0.1:1/x", "allow_private = true")
        try desk.feed("un-sc", "un-xml", address: "http://127.0.0.1:1/y", "allow_private = true")
        try desk.feed("own", "events-csv")
        try desk.write("Config/bellwether.toml", "[fetch]\nretries = 0\n[delivery]\n\(delivery)\n")
        #expect(try desk.run("fetch", "ecb", now: now).status == 3)
        return desk
    }

    @Test func ofAFailureEveryFeedInTroubleIsToldToThePersonOfTheirChoice() throws {
        let desk = try desk(#"failure = ["sh", "-c", 'cat > told; echo "$BELLWETHER_TITLE" > title; echo chatter']"#)
        let run = try desk.run("schedule", "failed", "bellwether-fetch-1", now: now)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.lines.prefix(2) == ["bellwether: bellwether-fetch-1 failed", "workspace: \(desk.workspace)"])
        #expect(run.lines[2].hasPrefix("ecb: failed at \(now): "))
        #expect(run.lines[2].hasSuffix("; no success so far"))
        #expect(run.lines.dropFirst(3) == ["un-sc: stale: no success so far"])
        #expect(try desk.folder.read("it's a desk/told") == run.output)
        #expect(try desk.folder.read("it's a desk/title") == run.lines[0] + "\n")
    }

    @Test func whatWaitsForAPersonIsToldWithItsLastGoodDay() throws {
        let desk = try Desk(.bare)
        try desk.feed("us-ofac-sdn", "ofac-csv")
        for (name, count) in [("2026-11-05", 90), ("2026-11-06", 3)] {
            let file = try desk.folder.write("\(name).csv", SDNFile(1...count).text)
            _ = try desk.run("import", "us-ofac-sdn", file, "--seen", "@name:yyyy-MM-dd", now: now)
        }
        let lines = try desk.run("schedule", "failed", "x", now: now).lines
        #expect(lines[2].hasPrefix("us-ofac-sdn: held back at 2026-11-06T00:00:00Z: "))
        #expect(lines[2].hasSuffix("; last success 2026-11-05T00:00:00Z"))
        let calm = try Desk(.bare)
        try calm.feed("own", "events-csv")
        let found = try calm.run("schedule", "failed", "x", now: now).lines
        #expect(found[2] == "no feed is in trouble; `journalctl --user --unit x` says what failed")
    }

    @Test func withoutADeliveryItIsPrintedAndThatIsAll() throws {
        let run = try desk().run("schedule", "failed", "x\u{1b}[2J", now: now)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("bellwether: x\\u{1b}[2J failed\n"))
    }

    @Test func whoCannotBeToldIsAFailure() throws {
        let desk = try desk(#"failure = ["sh", "-c", "echo no route to host >&2; exit 5"]"#)
        let run = try desk.run("schedule", "failed", "x", now: now)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("bellwether: sh: it ended with exit code 5: no route to host\n"))
        #expect(run.output.contains("ecb: failed at"))
    }

    @Test func aMistakeInAnotherFileIsToldLikeAnyFailure() throws {
        let desk = try desk(#"failure = ["tee", "told"]"#)
        try desk.write("Config/watch.toml", "colour = 1\n")
        #expect(try desk.run("schedule", "failed", "x", now: now).status == 0)
        #expect(try desk.folder.read("it's a desk/told").contains("Config/watch.toml:1:1: unknown key `colour`"))
        // A mistake in the one file that says whom to tell leaves nobody.
        try desk.write("Config/bellwether.toml", "[delivery]\nfailure = 1\n")
        let run = try desk.run("schedule", "failed", "x", now: now)
        #expect(run.status == 1)
        #expect(run.errors.contains("Config/bellwether.toml:2:11: `failure` is a whole number"))
    }

    @Test(.enabled(if: Execution.isInstalled("systemctl"), "systemctl is not installed"))
    func showSaysByWhichClockTimersGo() throws {
        let desk = try desk()
        let home = ["XDG_CONFIG_HOME": desk.folder.path, "XDG_RUNTIME_DIR": "/nonexistent"]
        #expect(try desk.run("schedule", "show", environment: home).errors == "")
        #expect(try desk.run("schedule", "install", "--fetch-at", "05:10", environment: home).status == 3)
        let shown = try desk.run("schedule", "show", environment: home)
        #expect(shown.output.contains("*-*-* 05:10:00"))
        #expect(shown.errors.contains("this machine's own zone"))
        #expect(!shown.errors.contains("not what this bellwether would write"))
        let removed = try desk.run("schedule", "remove", environment: home)
        #expect(removed.errors.split(separator: "\n").count { $0.hasPrefix("removed ") } == 5)
        #expect(try desk.folder.files().allSatisfy { !$0.hasPrefix("systemd/") })
    }

    @Test func aLogHasALineForEachRun() throws {
        let desk = try Desk(.sample)
        for now in ["2022-02-25T01:50:29Z", "2022-03-04T02:03:13Z"] {
            #expect(try desk.run("fetch", "-q", "--log", "\(desk.folder.path)/log", now: now).status == 0)
        }
        let lines = try desk.folder.read("log").split(separator: "\n")
        #expect(
            lines.contains(
                "2022-03-04T02:03:13Z fetch us-ofac-sdn stored rows=71 changes=36 run=20220304T020313Z-us-ofac-sdn-72235000"
            ))
        #expect(lines.allSatisfy { $0.contains(" fetch ") })
    }
}
