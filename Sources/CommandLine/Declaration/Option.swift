/// An option as a value: `--name`, what it takes, and what it does.
package struct Option: Sendable {
    package enum Kind: Sendable {
        /// Takes no value.
        case flag
        /// Takes one value, once.
        case single
        /// Takes values parted by commas, and may be repeated.
        case list
        /// May be repeated, each time with one value in which commas mean nothing.
        case repeated
    }

    /// What a shell offers for the value.
    package enum Completion: Sendable { case none, file, directory }

    package var name: String
    package var short: Character?
    package var kind: Kind
    /// In capitals: `DAY`, `PATH`.
    package var valueName: String
    package var help: String
    /// Empty: any value, which the command then reads.
    package var allowed: [String]
    /// As help shows it; the command itself applies it, unless it is one of `allowed`.
    package var defaultValue: String?
    package var completion: Completion

    /// An option with a value.
    package init(
        _ name: String, short: Character? = nil, _ kind: Kind = .single, valueName: String, allowed: [String] = [],
        defaultValue: String? = nil, completion: Completion = .none, help: String
    ) {
        self.name = name
        self.short = short
        self.kind = kind
        self.valueName = valueName
        self.help = help
        self.allowed = allowed
        self.defaultValue = defaultValue
        self.completion = completion
    }

    /// An option without a value.
    package static func flag(_ name: String, short: Character? = nil, help: String) -> Option {
        Option(name, short: short, .flag, valueName: "", help: help)
    }

    package var takesValue: Bool { kind != .flag }
    package var isRepeatable: Bool { kind == .list || kind == .repeated }
}
