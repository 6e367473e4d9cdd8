internal import CommandLine
internal import Tables

extension Command {
    static let compare = Command("compare", abstract: "x")
    static let schedule = Command("schedule", abstract: "x")
}
