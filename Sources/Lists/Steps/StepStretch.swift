internal import Store
package import Vocabulary

/// Steps of one list that are told in one sentence: a snapshot's, a day's or a week's.
package struct StepStretch: Sendable {
    package var list: String
    /// When: `25 Feb 2022`.
    package var when: String
    /// At least one, in seen order.
    package var steps: [Step]

    /// One for each snapshot; two of one day tell their instants.
    package static func bySnapshot(_ steps: [Step]) -> [StepStretch] {
        byDay(steps).flatMap { day in
            day.steps.map { step in
                let seen = day.steps.count == 1 ? "" : ", seen \(step.run.seen)"
                return StepStretch(list: day.list, when: day.when + seen, steps: [step])
            }
        }
    }

    package static func byDay(_ steps: [Step]) -> [StepStretch] { stretches(steps) { Wording.day($0) } }

    package static func byWeek(_ steps: [Step]) -> [StepStretch] {
        stretches(steps) { day in
            let week = Week(containing: day)
            return "week \(week) (\(Wording.days(week.first...week.last)))"
        }
    }

    private static func stretches(_ steps: [Step], _ when: (Day) -> String) -> [StepStretch] {
        var found: [StepStretch] = []
        for step in steps {
            let text = when(step.run.day)
            if let last = found.last, last.list == step.run.feed, last.when == text {
                found[found.count - 1].steps.append(step)
            } else {
                found.append(StepStretch(list: step.run.feed, when: text, steps: [step]))
            }
        }
        return found
    }
}
