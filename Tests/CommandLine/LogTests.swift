import CommandLine
import TestSupport
import Testing
import Vocabulary

@Suite struct LogTests {
    private let folder: TemporaryFolder
    private var path: String { "\(folder.path)/log" }

    init() throws { folder = try TemporaryFolder() }

    private func log(_ line: String) async throws -> [String] {
        _ = await Toy.run(line.split(separator: " ").map(String.init) + ["--log", path])
        return try folder.read("log").split(separator: "\n").map(String.init)
    }

    @Test(arguments: ["", " -q"]) func everyMessageIsAFactInOneLineWithItsTimeAndItsCommand(quiet: String) async throws
    {
        let lines = try await log("fetch html" + quiet)
        #expect(
            lines == [
                "2022-03-07T08:00:00Z fetch note: a note\\u{a}in one line",
                "2022-03-07T08:00:00Z fetch warning: ecb: no new value for 9 days",
                "2022-03-07T08:00:00Z fetch error: ecb: a web page came; try again\\u{1b}[31m later",
            ])
    }

    @Test func detailsAreKeptWhereTheyAreAskedFor() async throws {
        #expect(try await log("fetch -v").contains("2022-03-07T08:00:00Z fetch note: a detail"))
    }

    @Test(arguments: ["--log", "--log="]) func aLineThatIsNotUnderstoodIsKeptToo(spelling: String) async throws {
        let option = spelling == "--log" ? ["--log", path] : ["--log=\(path)"]
        #expect(await Toy.run(["report", "weekly"] + option + ["--nope"]).code == .usage)
        #expect(
            try folder.read("log").hasPrefix(
                "2022-03-07T08:00:00Z bellwether error: bellwether report weekly has no option --nope; "))
    }

    @Test func theMomentOfNowIsTheLogsAsWell() async throws {
        let lines = try await log("fetch --now 2022-02-24T03:00:00Z")
        #expect(lines.allSatisfy { $0.hasPrefix("2022-02-24T03:00:00Z fetch ") })
    }

    @Test(arguments: [["words", "x", "--", "--log", "y"], ["fetch", "--log", "-q"]])
    func whatIsNoLogIsNone(line: [String]) async throws {
        _ = await Toy.run(line)
        #expect(try folder.files() == [])
    }

    @Test func beyondAMillionBytesItMovesAsideAndOneGenerationIsKept() async throws {
        let line = String(repeating: "x", count: 999) + "\n"
        try folder.write("log.1", "older\n")
        try folder.write("log", String(repeating: line, count: 999))
        var lines = try await log("fetch -q")
        #expect(lines.count == 1001)
        try folder.write("log", String(repeating: line, count: 1000))
        lines = try await log("fetch -q")
        #expect(lines.count == 2)
        #expect(try folder.read("log.1").utf8.count == 1_000_000)
        #expect(try folder.files() == ["log", "log.1"])
    }

    @Test(arguments: ["/nonexistent/log", "/dev/full", "/"])
    func aLogThatCannotBeWrittenIsOneWarningAndNoFailure(path: String) async {
        let run = await Toy.run(["fetch", "-v", "--log", path])
        #expect(run.code == .done)
        #expect(run.errors.ranges(of: "bellwether: warning: \(path): the log cannot be written: ").count == 1)
        #expect(run.errors.contains("a detail"))
    }

    @Test func ofManyRunsAtOnceNoLineIsLostOrCutAlsoWhileItMovesAside() async throws {
        try folder.write("log", String(repeating: String(repeating: "x", count: 999) + "\n", count: 999))
        let script = """
            for n in $(seq 40); do "$0" fetch --nope --log log 2>/dev/null & done
            wait
            """
        let run = try Execution.run(["sh", "-c", script, Execution.program], in: folder.path)
        #expect(run.errors == "")
        let lines = try ["log", "log.1"].flatMap { try folder.read($0).split(separator: "\n") }
        #expect(lines.count == 999 + 40)
        #expect(lines.count { $0.contains(" bellwether error: bellwether fetch has no option --nope; ") } == 40)
    }
}
