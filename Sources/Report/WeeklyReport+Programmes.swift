internal import Configuration
internal import Operations
internal import Store
internal import Vocabulary

extension WeeklyReport {
    /// A programme that `programs.csv` does not know belongs to no family: the reader is told, list by list.
    func unknownProgrammes() throws -> [String] {
        try ledger.lists().compactMap { list in
            let entries = try ledger.entries(list, on: week.last, known: known).map(\.designation)
            let tags = workspace.settings.programmes.unknownTags(of: entries)
            guard !tags.isEmpty else { return nil }
            let concerned = entries.count { !workspace.settings.programmes.unknownTags(of: [$0]).isEmpty }
            let names = tags.prefix(WeeklyReport.tagsNamed).map { "\"\($0)\"" }.joined(separator: ", ")
            let rest = tags.count > WeeklyReport.tagsNamed ? " and \(tags.count - WeeklyReport.tagsNamed) more" : ""
            return "\(list) has programmes that Config/programs.csv does not know, on \(concerned) entries: "
                + "\(names)\(rest). No family counts them."
        }
    }

    private static let tagsNamed = 10
}
