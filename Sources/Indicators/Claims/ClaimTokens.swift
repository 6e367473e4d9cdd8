internal import Vocabulary

/// The words of a sentence, as far as figures and periods are made of them.
enum ClaimToken: Hashable {
    case number(Double)
    case percent
    case day(Day)
    /// In lower case, letters only.
    case word(String)

    var number: Double? { if case .number(let value) = self { value } else { nil } }
    var word: String? { if case .word(let text) = self { text } else { nil } }

    /// Splits at spaces, hyphens and punctuation; `1,256`, `2,201.6`, `80%`, `10-fold` and `2011-03-15` are understood.
    static func tokens(_ sentence: String) -> [ClaimToken] {
        var tokens: [ClaimToken] = []
        for part in sentence.lowercased().split(whereSeparator: \.isWhitespace) {
            let bare = part.drop { !$0.isLetter && !$0.isNumber }
                .prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            if let day = Day(iso: bare) {
                tokens.append(.day(day))
                continue
            }
            split(part, into: &tokens)
        }
        return joined(tokens)
    }

    private static func split(_ part: Substring, into tokens: inout [ClaimToken]) {
        var rest = part
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let run = rest.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
                rest = rest.dropFirst(run.count)
                if let value = number(run) { tokens.append(.number(value)) }
            } else if first.isLetter {
                let run = rest.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
                rest = rest.dropFirst(run.count)
                append(String(run), to: &tokens)
            } else {
                if first == "%" { tokens.append(.percent) }
                rest = rest.dropFirst()
            }
        }
    }

    /// A comma parts thousands; a full stop or comma at the end belongs to the sentence.
    private static func number(_ run: Substring) -> Double? {
        var digits = run
        while let last = digits.last, last == "." || last == "," { digits = digits.dropLast() }
        let value = Double(digits.filter { $0 != "," })
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    private static func append(_ word: String, to tokens: inout [ClaimToken]) {
        if let value = numerals[word] { return tokens.append(.number(value)) }
        switch word {
        case "percent", "pc", "pct": tokens.append(.percent)
        default:
            // `tenfold` is two words in one.
            if word.hasSuffix("fold"), let value = numerals[String(word.dropLast(4))] {
                tokens += [.number(value), .word("fold")]
            } else {
                tokens.append(.word(word))
            }
        }
    }

    /// `per cent` is a sign of one word or two.
    private static func joined(_ tokens: [ClaimToken]) -> [ClaimToken] {
        var result: [ClaimToken] = []
        for token in tokens {
            if token == .word("cent"), result.last == .word("per") {
                result[result.count - 1] = .percent
            } else {
                result.append(token)
            }
        }
        return result
    }

    private static let numerals: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    ]
}
