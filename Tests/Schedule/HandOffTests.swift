import Schedule
import TestSupport
import Testing
import Vocabulary

/// Real programs, each a script of the test's own.
@Suite struct HandOffTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(named: "it's 50% $HOME") }

    private func send(_ command: [String], timeout: Int64 = 60, input: String = "text") throws {
        try HandOff(command: command, timeout: timeout).send(
            title: "week 9 $HOME", folder: "/reports/w9", workspace: folder.path, input: Array(input.utf8))
    }

    private func complaint(_ command: [String], timeout: Int64 = 60) throws -> Fault {
        try #require(throws: Fault.self) { try send(command, timeout: timeout) }
    }

    @Test func theProgramGetsTheTextItsWordsAndTheVariablesInTheWorkspace() throws {
        let program = try folder.program(
            "send",
            """
            #!/bin/sh
            { pwd; printf '%s|' "$@" "$BELLWETHER_TITLE" "$BELLWETHER_REPORT" "$BELLWETHER_WORKSPACE"; cat; } > got
            """)
        try send([program, "a b", "$HOME", "*"], input: "Łódź\n\u{0}end")
        let words = ["a b", "$HOME", "*", "week 9 $HOME", "/reports/w9", folder.path].map { $0 + "|" }.joined()
        #expect(try folder.read("got") == "\(folder.path)\n\(words)Łódź\n\u{0}end")
        try send(["./send", "from the workspace on"], input: "")
        #expect(try folder.read("got").contains("from the workspace on|"))
    }

    @Test func aShellIsHadByNamingOne() throws {
        try send(["sh", "-c", "tr a-z A-Z > \"got by $1\"", "sh", "x"], input: "loud")
        #expect(try folder.read("got by x") == "LOUD")
    }

    @Test func aProgramThatReadsNothingHarmsNobody() throws {
        try send(["true"], input: String(repeating: "x", count: 5_000_000))
    }

    @Test func signalsEndWhatItStartsAsAnywhereElse() throws {
        // With SIGPIPE ignored, `yes` would complain of a broken pipe.
        try send(["sh", "-c", "yes 2> complaint | head -n 1 > got"])
        #expect(try folder.read("got") == "y\n")
        #expect(try folder.read("complaint") == "")
    }

    @Test func aFailureHasTheProgramsOwnLastWords() throws {
        let script = "echo out; { echo first; echo 'no route to host'; echo; } >&2; exit 7"
        let fault = try complaint(["sh", "-c", script])
        #expect(fault.place == "sh")
        #expect(fault.message == "it ended with exit code 7: no route to host")
        #expect(fault.remedy.contains("[delivery]"))
        #expect(try complaint(["sh", "-c", "echo here; exit 1"]).message == "it ended with exit code 1: here")
        #expect(try complaint(["sh", "-c", "exit 124"]).message == "it ended with exit code 124")
        #expect(try complaint(["sh", "-c", "kill -s KILL $$"]).message == "signal 9 ended it")
        #expect(try complaint(["false"]).message == "it ended with exit code 1")
        #expect(try complaint(["sh", "-c", "kill -s TERM $$"]).message == "signal 15 ended it")
    }

    @Test func aProgramThatIsNotThereIsNamed() throws {
        let fault = try complaint(["no-such-program-anywhere", "x"])
        #expect(fault.place == "no-such-program-anywhere")
        #expect(fault.message.hasPrefix("it could not be started: "))
        #expect(fault.message.hasSuffix("No such file or directory"))
        try folder.write("plain", "no program")
        #expect(try complaint(["./plain"]).message.hasSuffix("Permission denied"))
    }

    @Test func afterTheTimeItIsStoppedWithAllThatItStarted() throws {
        let fault = try complaint(
            ["sh", "-c", "echo waiting for the server >&2; sleep 600 & echo $! > pid; wait"], timeout: 1)
        #expect(fault.message == "it still ran after 1 s and was stopped: waiting for the server")
        let child = try folder.read("pid").filter { !$0.isNewline }
        // A zombie waits for whoever adopted it; running it is not.
        let state = try Execution.run(["ps", "-o", "stat=", "-p", child]).output
        #expect(state == "" || state.hasPrefix("Z"))
    }

    /// A program that asks its closed input again and again prints for ever.
    @Test func whatPrintsForEverIsStoppedInTimeAndItsLastWordsAreKept() throws {
        let fault = try complaint(["sh", "-c", "yes 'Please enter a name:'"], timeout: 1)
        #expect(fault.message == "it still ran after 1 s and was stopped: Please enter a name:")
        try HandOff(command: ["sh", "-c", "head -c 20000000 /dev/zero; cat > got"], timeout: 60)
            .send(title: "t", workspace: folder.path, input: Array("all of it".utf8))
        #expect(try folder.read("got") == "all of it")
    }

    @Test func whatItLeavesInTheBackgroundIsNotWaitedFor() throws {
        try HandOff(command: ["sh", "-c", "sleep 600 & echo $! > pid"], timeout: 60)
            .send(title: "t", workspace: folder.path, input: [])
        // It runs still: nobody has waited for its end.
        #expect(try Execution.run(["kill", try folder.read("pid").filter { !$0.isNewline }]).status == 0)
    }
}
