internal import CommandLine
internal import Findings
internal import Indicators
internal import Operations
internal import Rates
internal import Report
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let indicatorsClaim = Command(
        "claim", abstract: "Test a stated loss against every stored rate",
        discussion: """
            A figure from an article holds or not depending on the base date, the market and the source. The sentence \
            is read, and tried as value lost, 100(1-S0/S1), and as the rise of the rate, 100(S1/S0-1), on every stored \
            series of the currency: with the base that it names ("since March 2011", "in a year", "this year"), else \
            with every earlier observation. Rows are unbroken stretches of base days under which it holds, and all \
            others together. It is arithmetic; it says nothing of causes.

            \(ClaimSentence.forms)
            """,
        examples: [
            .init(
                "bellwether indicators claim \"the currency has lost 80% of its value\" --currency SYP --on 2020-09-07",
                "the bases, markets and sources under which that is so"),
            .init(
                "bellwether indicators claim \"the rouble fell 30 % in a month\" --currency RUB --on 2022-03-01",
                "a claim that names its period"),
            .init(
                "bellwether indicators claim \"lost almost 500 %\" --set s0=47 --set s1=230",
                "by arithmetic alone: a loss of 79.6 %, a rise of 389 %"),
        ],
        arguments: [Argument("SENTENCE", help: "What was said, in English.")],
        options: [
            .format, .knownOn,
            Option("currency", valueName: "CODE", help: "The currency that the sentence is of, ISO 4217."),
            Option(
                "base-currency", valueName: "CODE", defaultValue: "USD, else EUR", help: "What its rate is counted in."),
            Option("on", valueName: "DAY", defaultValue: "today", help: "The day on which it was said."),
            Option(
                "tolerance", valueName: "POINTS", defaultValue: "1",
                help: "How many percentage points away still count as true."),
            Option(
                "set", .list, valueName: "NAME=VALUE", help: "s0 and s1: two rates in place of a series; max_age_days."),
        ]
    ) { invocation in
        let claim = try ClaimSentence.read(invocation.argument("SENTENCE") ?? "")
        let settings = try ClaimSettings(invocation)
        let currency = try invocation.currency("currency")
        let on = try invocation.day("on") ?? invocation.global.now.day
        let tolerance = try invocation.number("tolerance") ?? 1
        guard tolerance >= 0 else { throw invocation.fault("--tolerance wants no number below zero") }
        let test = ClaimTest(claim, on: on, tolerance: tolerance, maximumAge: settings.maximumAge)
        if let rates = settings.rates ?? claim.rates {
            let words = ClaimWords(claim, currency: currency ?? "", base: "", on: on, tolerance: tolerance)
            return try print(test.findings(rates), words, rates: rates, invocation: invocation)
        }
        guard let currency else {
            throw invocation.fault("--currency is missing", remedy: "or give two rates: --set s0=47 --set s1=230")
        }
        let workspace = try invocation.workspace()
        let book = try SeriesBook(workspace.settings, try workspace.ledger(), known: try invocation.knownOn())
        let asked = try invocation.currency("base-currency")
        var base = asked ?? "USD"
        var series = try book.rates(of: currency, per: base)
        if series.isEmpty, asked == nil {
            base = "EUR"
            series = try book.rates(of: currency, per: base)
        }
        let words = ClaimWords(claim, currency: currency, base: base, on: on, tolerance: tolerance)
        guard !series.isEmpty else {
            throw Fault(
                "no_series", "no stored series has a rate of \(currency) against \(asked ?? "USD or EUR")",
                remedy: "\(words.meaning). Fetch or import rates, or give two of them: --set s0=… --set s1=…")
        }
        return try print(series.flatMap { test.findings($0) }, words, rates: nil, invocation: invocation)
    }

    private static func print(
        _ findings: [ClaimFinding], _ words: ClaimWords, rates: Claim.Rates?, invocation: Invocation
    ) throws -> ExitCode {
        guard invocation.format == .text else {
            try invocation.console.print(.claim(findings), as: invocation.format)
            return .done
        }
        let (main, details) = ClaimFinding.parted(findings)
        try invocation.console.print(.claim(main), as: .text)
        var sentences = words.sentences(main, rates: rates)
        let rest = ClaimWords.sentences(about: details)
        // What it is not said last.
        sentences.insert(contentsOf: rest, at: max(0, sentences.count - 1))
        for sentence in sentences {
            try invocation.console.print("\n" + wrapped(sentence, width: 80).joined(separator: "\n") + "\n")
        }
        return .done
    }
}

/// The `--set` values of a claim.
private struct ClaimSettings {
    var rates: Claim.Rates?
    var maximumAge: Int?

    init(_ invocation: Invocation) throws {
        var given: [String: Double] = [:]
        for text in invocation.list("set") {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, ["s0", "s1", "max_age_days"].contains(parts[0]) else {
                throw invocation.fault("--set takes s0=…, s1=… and max_age_days=…, not “\(text)”")
            }
            let isPlain = parts[1].utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
            guard isPlain, let value = Double(parts[1]), value.isFinite, value > 0 || parts[0] == "max_age_days" else {
                throw invocation.fault("--set \(parts[0]) wants a number above zero, not “\(parts[1])”")
            }
            given[parts[0]] = value
        }
        maximumAge = given["max_age_days"].map { Int(min($0, 1e6)) }
        switch (given["s0"], given["s1"]) {
        case (nil, nil): break
        case (let s0?, let s1?): rates = Claim.Rates(s0: s0, s1: s1)
        default: throw invocation.fault("--set wants both s0 and s1")
        }
    }
}

extension Invocation {
    /// A code of ISO 4217, in any case.
    fileprivate func currency(_ name: String) throws -> String? {
        try read(name, "a code of ISO 4217 such as SYP") { text in
            let code = text.uppercased()
            return SeriesKey.isCurrencyCode(code) ? code : nil
        }
    }
}
