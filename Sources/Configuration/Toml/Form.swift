internal import Vocabulary
internal import Zones

/// The form that a key's value must have, and the words that say so.
struct Form<Value> {
    enum Outcome {
        case value(Value)
        case wrongType
        /// The type is right and the value is not; what else to say about it.
        case refused(String)
    }
    /// What is allowed, as `expected: …` says it.
    var expected: String
    var read: (TomlNode) -> Outcome

    init(_ expected: String, read: @escaping (TomlNode) -> Outcome) {
        self.expected = expected
        self.read = read
    }

    /// A text that `parse` understands.
    init(_ expected: String, text parse: @escaping (String) -> Value?) {
        self.init(expected) { node in
            guard case .text(let text) = node.content else { return .wrongType }
            return parse(text).map(Outcome.value) ?? .refused("")
        }
    }

    /// One of these words.
    init(_ words: [String], _ value: @escaping (String) -> Value?) {
        self.init(words.map { "\"\($0)\"" }.joined(separator: ", ")) { node in
            guard case .text(let text) = node.content else { return .wrongType }
            return value(text).map(Outcome.value) ?? .refused(Suggestion.clause(text, among: words, quote: "\""))
        }
    }
}

extension Form<String> {
    /// Any text that has something in it and no control character: it is printed on terminals.
    static var text: Form { Form("a text on one line", text: { isPlain($0) && !$0.isEmpty ? $0 : nil }) }
    static var optionalText: Form { Form("a text on one line, or \"\"", text: { isPlain($0) ? $0 : nil }) }
    /// Prose over any number of lines.
    static var prose: Form {
        Form("a text", text: { text in text.unicodeScalars.allSatisfy { $0 == "\n" || isPlain($0) } ? text : nil })
    }
    static var currency: Form {
        Form("a currency code such as \"RUB\"", text: { SeriesKey.isCurrencyCode($0) ? $0 : nil })
    }
    static var country: Form {
        Form("a country code of two capital letters such as \"RU\"") { node in
            guard case .text(let text) = node.content else { return .wrongType }
            return text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) } ? .value(text) : .refused("")
        }
    }
    /// The names that become file names and parts of run ids.
    static var identifier: Form {
        Form("1 to 40 of a-z, 0-9, _ and -", text: { isIdentifier($0) ? $0 : nil })
    }
    static var webAddress: Form {
        Form("an address that begins with https:// or http://") { node in
            guard case .text(let text) = node.content else { return .wrongType }
            let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
            return isWeb && isPlain(text) && !text.utf8.contains(32) ? .value(text) : .refused("")
        }
    }

    static func isIdentifier(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45 }
    }
    private static func isPlain(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isPlain) }
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory != .control }
}

extension Form<TomlNode> {
    /// Whatever stands there.
    static var node: Form { Form("a value") { .value($0) } }
}

extension Form<Bool> {
    static var boolean: Form {
        Form("true or false") { node in
            guard case .boolean(let value) = node.content else { return .wrongType }
            return .value(value)
        }
    }
}

extension Form<Int> {
    static func integer(_ range: ClosedRange<Int>) -> Form {
        Form("a whole number from \(range.lowerBound) to \(range.upperBound)") { node in
            guard case .integer(let value) = node.content else { return .wrongType }
            guard let value = Int(exactly: value), range.contains(value) else { return .refused("") }
            return .value(value)
        }
    }
}

extension Form<Double> {
    static func number(_ range: ClosedRange<Double>) -> Form {
        Form("a number from \(range.lowerBound) to \(range.upperBound)") { node in
            switch node.content {
            case .integer(let value): range.contains(Double(value)) ? .value(Double(value)) : .refused("")
            case .real(let value): range.contains(value) ? .value(value) : .refused("")
            default: .wrongType
            }
        }
    }
}

extension Form<Interval> {
    static var interval: Form { Form("a duration such as \"1d\", \"12h\", \"30m\" or \"45s\"", text: { Interval($0) }) }
}

extension Form<TimeOfDay> {
    static var time: Form { Form("a time of day such as \"14:15\"", text: { TimeOfDay($0) }) }
}

extension Form<Day> {
    static var day: Form {
        Form("a day such as 2022-02-24") { node in
            switch node.content {
            case .text(let text), .date(let text): Day(iso: text).map(Outcome.value) ?? .refused("")
            default: .wrongType
            }
        }
    }
}

extension Form<Zone> {
    static var zone: Form {
        Form("an IANA time zone such as \"Europe/Berlin\", or \"UTC\"") { node in
            guard case .text(let text) = node.content else { return .wrongType }
            return Zone(text).map(Outcome.value)
                ?? .refused(Suggestion.clause(text, among: Zone.identifiers, quote: "\""))
        }
    }
}

extension Form<SeriesKey> {
    static var series: Form {
        Form("a series key such as \"EUR/RUB:reference:ecb\"", text: { SeriesKey($0) })
    }
}

extension Form<Int> {
    /// ISO weekday: Monday is 1.
    static var weekday: Form {
        let words = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return Form(words) { words.firstIndex(of: $0).map { $0 + 1 } }
    }
}

extension Form<Template> {
    static func address(allowsFile: Bool) -> Form {
        Form("an address that begins with https:// or http://, or with file:// where allow_file = true") { node in
            guard case .text(let text) = node.content else { return .wrongType }
            let isPlain = text.utf8.allSatisfy { $0 > 32 && $0 != 127 }
            do throws(Template.Malformed) {
                let template = try Template(text)
                let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
                guard text.isEmpty || (isPlain && (isWeb || (allowsFile && text.hasPrefix("file://")))) else {
                    return .refused(!isPlain ? "; a space is written %20" : "")
                }
                return .value(template)
            } catch {
                return .refused("; \(error.message)")
            }
        }
    }

    static var headerValue: Form {
        Form("a text on one line") { node in
            guard case .text(let text) = node.content else { return .wrongType }
            guard text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return .refused("") }
            do throws(Template.Malformed) {
                return .value(try Template(text))
            } catch {
                return .refused("; \(error.message)")
            }
        }
    }

    static var proxy: Form {
        Form("an address such as \"http://proxy:3128\", with {secret:NAME} for its password") { node in
            let outcome = Form.headerValue.read(node)
            guard case .value(let template) = outcome else { return outcome }
            let namesDay = template.pieces.contains { if case .day = $0 { true } else { false } }
            return namesDay || template.text.isEmpty ? .refused("") : outcome
        }
    }
}
