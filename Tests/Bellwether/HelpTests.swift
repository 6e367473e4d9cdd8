import TestSupport
import Testing

/// The program's tree of commands as its help tells it.
private func paths(below path: [String] = []) throws -> [[String]] {
    let page = try Execution.bellwether(["help"] + path).output
    guard page.contains("\n  \((["bellwether"] + path).joined(separator: " ")) COMMAND [options]\n") else {
        return [path]
    }
    var children: [String] = []
    var isList = false
    for line in page.split(separator: "\n") {
        if line.allSatisfy({ $0.isUppercase || $0 == " " }) && !line.hasPrefix(" ") {
            isList =
                !["USAGE", "ARGUMENTS", "EXAMPLES", "EXIT CODES"].contains(String(line)) && !line.hasPrefix("OPTIONS")
        } else if isList, line.hasPrefix("  "), !line.hasPrefix("   ") {
            children.append(String(line.dropFirst(2).prefix { $0 != " " }))
        }
    }
    return try [path] + children.flatMap { try paths(below: path + [$0]) }
}

@Suite struct HelpTests {
    @Test func everyCommandHasAHelpPageAndNoPageIsLeftOver() throws {
        let paths = try paths()
        #expect(paths.count > 20)
        for path in paths {
            let help = try Execution.bellwether(path + ["--help"])
            #expect(help.status == 0)
            #expect(help.errors == "")
            #expect(try Execution.bellwether(["help"] + path).output == help.output, "\(path)")
            try Golden.check(help.output, "Help/\(HelpTests.file(path))")
        }
        #expect(try Golden.names(in: "Help") == Set(paths.map(HelpTests.file)))
    }

    private static func file(_ path: [String]) -> String { (["bellwether"] + path).joined(separator: "-") + ".txt" }

    @Test func everyCommandAnswersWhatItDoesNotUnderstandWithExitCode2() throws {
        for path in try paths() {
            let run = try Execution.bellwether(path + ["--no-such-option"])
            #expect(run.status == 2, "\(path)")
            #expect(run.output == "")
            #expect(run.errors.contains("no option --no-such-option"), "\(path): \(run.errors)")
        }
    }

    @Test func theManualPageNamesEveryCommand() throws {
        let page = try Execution.bellwether(["man"]).output
        for path in try paths() where !path.isEmpty {
            #expect(page.contains(path.joined(separator: " ")), "\(path)")
        }
    }

    @Test func theCommandsAreThoseOfTheDesign() throws {
        let commands = Set(try paths().compactMap(\.first))
        let promised = """
            init config feeds fetch import read status quarantine accept verify rebuild rates indicators entries changes \
            events compare report schedule completion man
            """
        #expect(commands.isSuperset(of: promised.split(separator: " ").map(String.init)))
    }
}
