internal import Vocabulary

/// The larger of a number and a share of a whole.
func most(_ number: Int, percent: Double, of whole: Int) -> Double {
    max(Double(number), percent / 100 * Double(whole))
}

/// The middle of the values; nil where there are none.
func median(_ values: [Int]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
}

/// A whole number of a limit or a median, as messages print it.
func whole(_ value: Double) -> String { String(Int(value.rounded(.down))) }

/// `, among them 1, 2, 3`; nothing where there are no examples.
func among(_ examples: [String], _ words: String = ", among them ") -> String {
    examples.isEmpty ? "" : words + examples.prefix(5).joined(separator: ", ")
}

/// `; by programme: SDGT 300, SYRIA 120`, the largest first.
func largest(_ what: String, _ counts: [String: Int]) -> String {
    let largest = counts.largestFirst().prefix(4)
    return largest.isEmpty ? "" : "; by \(what): " + largest.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
}
