internal import Lists
internal import Store
package import Vocabulary

/// The lists, each with its steps of the year that ends with the period.
package struct ListsInPeriod: Sendable {
    package let histories: [ListHistory]
    package let period: ReportPeriod

    /// Steps of the period itself.
    package var steps: [Step] { steps(in: period.days) }

    package func steps(in days: ClosedRange<Day>) -> [Step] {
        histories.flatMap { $0.steps.filter { days.contains($0.run.day) } }
    }

    package func look(_ list: ListHistory) -> ListLook { ListLook(list, in: period.days) }

    /// `unknown of OFAC SDN (last looked at on 28 Dec 2022)`; nil where all were looked at.
    package func unlooked(_ names: ListNames) -> String? {
        let reasons = histories.compactMap { list in
            look(list).reason.map { "\(names.title(list.list)) (\($0))" }
        }
        guard !reasons.isEmpty else { return nil }
        return "unknown of \(Wording.list(reasons, most: 4))"
    }
}
