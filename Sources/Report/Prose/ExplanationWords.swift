package import Compare
internal import Tables
internal import Vocabulary

extension ExplainedLine {
    package var name: String {
        switch label {
        case .word(let word): word
        case .bar(let from, let to, let measure): "\(shown(from, measure)) to \(shown(to, measure))"
        }
    }

    /// What a person reads beside the number: a percentage, a bar of a histogram, a verdict.
    package var shown: String {
        switch remark {
        case .none: ""
        case .figure(let value, let measure): shown(value, measure)
        case .deviation(let size): "\(Wording.percent(100 * size, decimals: 3)) a row"
        case .rank(let rank, let count): "\(Wording.whole(rank)) of \(Wording.whole(count))"
        case .bound: "at most: no span was as large"
        case .reason: row.reason
        case .verdict: row.standsOut ? "stands out" : "not distinguishable from ordinary movement"
        case .bar(let length, let own, let measure):
            String(repeating: "#", count: length) + (own.map { " " + mark($0, measure) } ?? "")
        case .beyond(let own, let measure): mark(own, measure)
        }
    }

    /// The value as a person reads it.
    var figure: String {
        switch value {
        case .none: ""
        case .number(let number): Wording.significant(number, 5)
        case .count(let number): Wording.whole(number)
        case .day(let day): day.description
        case .word(let word): word
        }
    }

    var cell: Cell {
        switch value {
        case .none: .none
        case .number(let number): .number(number)
        case .count(let number): .integer(number)
        case .day(let day): .day(day)
        case .word(let word): .text(word)
        }
    }

    private func mark(_ own: Double, _ measure: Measure) -> String { "<- the event: \(shown(own, measure))" }

    private func shown(_ value: Double, _ measure: Measure) -> String {
        switch measure {
        case .quantity: ComparisonWords.size(value, row.quantity)
        case .deviations: Wording.fixed(value, 1)
        }
    }
}
