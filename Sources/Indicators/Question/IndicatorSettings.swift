internal import Vocabulary

/// A `--set name=value` that an indicator takes.
package struct IndicatorParameter: Sendable, Hashable {
    package let name: String
    package let help: String

    static let maximumAge = IndicatorParameter(
        name: "max_age_days", help: "how old an observation may be and still answer; default the feed's")
}

/// The `--set` values of one question, read strictly: a name the indicator does not take is refused.
package struct IndicatorSettings: Sendable {
    private let values: [String: String]

    /// Checks the names against those an indicator takes.
    package init(_ values: [String: String], for indicator: Indicator) throws {
        let known = indicator.parameters.map(\.name)
        if let stranger = values.keys.sorted().first(where: { !known.contains($0) }) {
            throw Fault(
                "unknown_setting", "\(indicator.id) takes no setting `\(stranger)`", place: "--set \(stranger)",
                remedy: "It takes: \(known.joined(separator: ", ")).")
        }
        self.values = values
    }

    /// The maximum age asked for; nil: each feed's own.
    var maximumAge: Int? {
        get throws { try integer("max_age_days", atLeast: 0) }
    }

    func integer(_ name: String, atLeast least: Int) throws -> Int? {
        guard let text = values[name] else { return nil }
        guard let value = Int(text), value >= least else {
            throw refused(name, text, "a whole number of at least \(least)")
        }
        return value
    }

    func positive(_ name: String) throws -> Double? { try number(name, above: 0) }

    func number(_ name: String, above least: Double) throws -> Double? {
        guard let value = try number(name) else { return nil }
        guard value > least else {
            throw refused(name, values[name] ?? "", "a number above \(least == 0 ? "zero" : Note.number(least))")
        }
        return value
    }

    /// As it was given.
    func text(_ name: String) -> String? { values[name] }

    func notNegative(_ name: String) throws -> Double? {
        guard let value = try number(name) else { return nil }
        guard value >= 0 else { throw refused(name, values[name] ?? "", "a number of at least zero") }
        return value
    }

    func choice(_ name: String, _ allowed: [String]) throws -> String? {
        guard let text = values[name] else { return nil }
        guard allowed.contains(text) else { throw refused(name, text, allowed.joined(separator: " or ")) }
        return text
    }

    func number(_ name: String) throws -> Double? {
        guard let text = values[name] else { return nil }
        guard let value = IndicatorSettings.decimal(text) else { throw refused(name, text, "a decimal number") }
        return value
    }

    /// Double("nan"), Double("inf") and Double("0x1p10") succeed: none of them is a figure that a person types.
    static func decimal(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }
        guard isPlain, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    func refused(_ name: String, _ text: String, _ expected: String) -> Fault {
        Fault(
            "bad_setting", "`\(text)` is no value for `\(name)`", place: "--set \(name)=\(text)",
            remedy: "It must be \(expected).")
    }
}
