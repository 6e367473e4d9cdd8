internal import Vocabulary

/// Gives the words that are no options to the declared arguments.
enum Positionals {
    static func assign(
        _ words: [String], to arguments: [Argument], path: [String]
    ) throws -> [String: [String]] {
        var rest = words[...]
        var assigned: [String: [String]] = [:]
        for (index, argument) in arguments.enumerated() {
            let needed = arguments[(index + 1)...].count { $0.isRequired }
            let available = max(0, rest.count - needed)
            let taken = rest.prefix(argument.takesMany ? available : min(1, available))
            if taken.isEmpty, argument.isRequired {
                throw Fault.usage("\(argument.name) is missing: \(argument.help)", path: path)
            }
            for word in taken {
                if let fault = Parser.refusal(of: word, allowed: argument.allowed, name: argument.name, path: path) {
                    throw fault
                }
            }
            assigned[argument.name] = Array(taken)
            rest = rest.dropFirst(taken.count)
        }
        if let extra = rest.first {
            let name = path.joined(separator: " ")
            throw Fault.usage("\(name) cannot use “\(extra)”: it is one argument too many", path: path)
        }
        return assigned
    }
}
