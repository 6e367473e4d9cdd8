/// A value that stands for itself by its place after the command.
package struct Argument: Sendable {
    package enum Count: Sendable { case one, optional, any, oneOrMore }

    /// In capitals: `FEED`.
    package var name: String
    package var count: Count
    package var help: String
    /// Empty: any value, which the command then reads.
    package var allowed: [String]
    package var completion: Option.Completion

    package init(
        _ name: String, _ count: Count = .one, allowed: [String] = [], completion: Option.Completion = .none,
        help: String
    ) {
        self.name = name
        self.count = count
        self.help = help
        self.allowed = allowed
        self.completion = completion
    }

    var isRequired: Bool { count == .one || count == .oneOrMore }
    var takesMany: Bool { count == .any || count == .oneOrMore }

    /// `FEED`, `[FEED]`, `[FEED...]`, `FEED...`
    var usage: String {
        switch count {
        case .one: name
        case .optional: "[\(name)]"
        case .any: "[\(name)...]"
        case .oneOrMore: "\(name)..."
        }
    }
}
