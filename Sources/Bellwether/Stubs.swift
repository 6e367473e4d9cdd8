internal import CommandLine
internal import Tables

extension Command {
    static let compare = Command("compare", abstract: "x")
}
