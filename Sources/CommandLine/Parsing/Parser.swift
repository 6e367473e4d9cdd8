internal import Vocabulary

/// Reads the words of a command line against the declarations. What it finds is text; commands read the values.
struct Parser {
    enum Request {
        case help(path: [String], command: Command)
        case version
        case run(path: [String], command: Command, options: [String: [String]], arguments: [String: [String]])
    }

    private(set) var command: Command
    private(set) var path: [String]
    private var options: [String: [String]] = [:]
    private var positionals: [String] = []
    private var words: ArraySlice<String>

    static func parse(_ words: [String], root: Command) throws -> Request {
        var parser = Parser(root: root, words: words)
        return try parser.request()
    }

    private init(root: Command, words: [String]) {
        command = root
        path = [root.name]
        self.words = words[...]
    }

    private mutating func request() throws -> Request {
        // Help is asked for in doubt, often at the end of a line that does not work: it wins over every fault.
        let asked = words.prefix { $0 != "--" }
        if asked.contains("--help") || asked.contains("-h") { return helpForWordsGiven() }
        if asked.first == "help", command.subcommand("help") == nil {
            words = words.dropFirst()
            return try help()
        }
        if asked.contains("--version") { return .version }
        if words.isEmpty, command.run == nil { return .help(path: path, command: command) }
        try consume()
        guard command.run != nil else {
            let names = command.subcommands.map(\.name)
            throw usage("\(path.joined(separator: " ")) needs a command: \(alternatives(names))")
        }
        return .run(
            path: path, command: command, options: options,
            arguments: try Positionals.assign(
                positionals, to: command.arguments, path: path))
    }

    private mutating func helpForWordsGiven() -> Request {
        for word in words {
            if let next = command.subcommand(word) { descend(to: next) }
        }
        return .help(path: path, command: command)
    }

    private mutating func help() throws -> Request {
        for word in words {
            guard let next = command.subcommand(word) else { throw unknownCommand(word) }
            descend(to: next)
        }
        return .help(path: path, command: command)
    }

    private mutating func descend(to next: Command) {
        command = next
        path.append(next.name)
    }

    private mutating func consume() throws {
        while let word = words.popFirst() {
            if word == "--" {
                positionals += words
                return
            } else if word.hasPrefix("--") {
                try consumeLong(word.dropFirst(2))
            } else if Parser.looksLikeOption(word) {
                try consumeShort(word)
            } else if positionals.isEmpty, let next = command.subcommand(word) {
                descend(to: next)
                // What was given to a command that also runs by itself must mean something to the one below it.
                for name in options.keys.sorted() where !known.contains(where: { $0.name == name }) {
                    throw unknownOption("--\(name)")
                }
            } else if command.run == nil {
                throw unknownCommand(word)
            } else {
                positionals.append(word)
            }
        }
    }

    /// `-5:-1`, `-2.5` and a lone `-` are values, for windows and numbers begin that way.
    static func looksLikeOption(_ word: String) -> Bool {
        var bytes = word.utf8.dropFirst()
        guard word.hasPrefix("-"), var next = bytes.popFirst() else { return false }
        if next == UInt8(ascii: "."), let after = bytes.first { next = after }
        return !(48...57).contains(next)
    }

    private mutating func consumeLong(_ word: Substring) throws {
        let name = String(word.prefix { $0 != "=" })
        let attached = word.utf8.count > name.utf8.count ? String(word.dropFirst(name.count + 1)) : nil
        guard let option = known.first(where: { $0.name == name }) else { throw unknownOption("--\(name)") }
        try store(option, as: "--\(name)", attached: attached)
    }

    private mutating func consumeShort(_ word: String) throws {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = known.first(where: { $0.short == letter }) else {
                // -force is a long option with a dash too few more often than five short ones.
                throw unknownOption(letters.isEmpty ? "-\(letter)" : word)
            }
            guard option.takesValue else {
                try store(option, as: "-\(letter)", attached: nil)
                continue
            }
            let rest = letters.first == "=" ? letters.dropFirst() : letters
            return try store(option, as: "-\(letter)", attached: letters.isEmpty ? nil : String(rest))
        }
    }

    private var known: [Option] { command.options + Option.global }

    private mutating func store(_ option: Option, as spelling: String, attached: String?) throws {
        guard option.takesValue else {
            guard attached == nil else { throw usage("\(spelling) takes no value") }
            options[option.name] = []
            return
        }
        let shown = "\(spelling) \(option.valueName)"
        var given = attached
        if given == nil, let next = words.first, !Parser.looksLikeOption(next) { given = words.removeFirst() }
        guard let given else {
            let remedy = words.first.map { "a value that begins with a dash is given as \(spelling)=\($0)" } ?? ""
            throw usage("\(spelling) needs a value: \(shown)", remedy: remedy)
        }
        let values = option.kind == .list ? given.split(separator: ",", omittingEmptySubsequences: false) : [given[...]]
        for value in values.map(String.init) {
            guard !value.isEmpty else { throw usage("\(spelling) was given an empty value: \(shown)") }
            try check(value, against: option.allowed, of: spelling)
            if !option.isRepeatable, let earlier = options[option.name], earlier != [value] {
                throw usage("\(spelling) was given twice: “\(earlier[0])” and “\(value)”")
            }
            options[option.name, default: []] = (option.isRepeatable ? options[option.name] ?? [] : []) + [value]
        }
    }

    private func check(_ value: String, against allowed: [String], of name: String) throws {
        if let fault = Parser.refusal(of: value, allowed: allowed, name: name, path: path) { throw fault }
    }

    static func refusal(of value: String, allowed: [String], name: String, path: [String]) -> Fault? {
        guard !allowed.isEmpty, !allowed.contains(value) else { return nil }
        let guess = nearest(value, among: allowed).map { "did you mean “\($0)”?" } ?? ""
        return .usage("\(name) does not take “\(value)”: it takes \(alternatives(allowed))", remedy: guess, path: path)
    }

    private func usage(_ message: String, remedy: String = "") -> Fault {
        .usage(message, remedy: remedy, path: path)
    }

    private func unknownCommand(_ word: String) -> Fault {
        let guess = nearest(word, among: command.subcommands.map(\.name))
        return usage(
            "\(path.joined(separator: " ")) has no command “\(word)”",
            remedy: guess.map { "did you mean “\($0)”?" } ?? "")
    }

    private func unknownOption(_ spelling: String) -> Fault {
        let bare = String(spelling.drop { $0 == "-" })
        var remedy = nearest(bare, among: known.map(\.name)).map { "did you mean --\($0)?" } ?? ""
        if remedy.isEmpty || !command.subcommands.isEmpty,
            let owner = command.leaves.first(where: { $0.command.options.contains { $0.name == bare } })
        {
            remedy = "a command's options follow its name: `\(owner.path.joined(separator: " ")) \(spelling)`"
        }
        return usage("\(path.joined(separator: " ")) has no option \(spelling)", remedy: remedy)
    }
}

/// `text, csv or json`
func alternatives(_ values: [String]) -> String {
    values.count < 2
        ? values.joined() : values.dropLast().joined(separator: ", ") + " or " + (values.last ?? "")
}

extension Parser {
    /// The value of an option of every command, whatever else the words say.
    static func value(of name: String, in words: [String]) -> String? {
        let options = words.prefix { $0 != "--" }
        if let attached = options.last(where: { $0.hasPrefix("--\(name)=") }) {
            return String(attached.dropFirst(name.count + 3))
        }
        guard let place = options.firstIndex(of: "--\(name)"), place + 1 < options.endIndex,
            !looksLikeOption(options[place + 1])
        else { return nil }
        return options[place + 1]
    }
}
