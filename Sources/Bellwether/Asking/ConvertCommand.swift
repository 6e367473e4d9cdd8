internal import Archive
internal import CommandLine
internal import FileSystem
internal import Findings
internal import Operations
internal import Rates
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let ratesConvert = Command(
        "convert", abstract: "Convert dated amounts between currencies",
        discussion: """
            The file is CSV with a header; the columns date, amount, from and to are found by name, others are passed \
            over. Each amount is converted at the last observation dated on or before its day, never an interpolated \
            or a later one; one older than the series' maximum age is none, and `note` says why. Two currencies \
            that one source quotes against a third are crossed, on the last day that has both; `note` names the two \
            series. The result is CSV unless --format says otherwise, with the columns date, amount, from, to, result, rate, series, observed_on, \
            age_days, note.

            A row that does not read ends the run before anything is printed.
            """,
        examples: [
            .init("bellwether rates convert --file invoices.csv", "every amount at the reference rate of its day"),
            .init(
                "bellwether rates convert --file transfers.csv --measure parallel,official --max-age-days 45",
                "at the parallel rate where there is one, else at the official one"),
        ],
        options: [
            Option(
                "file", valueName: "CSV", completion: .file, help: "The amounts: date,amount,from,to; days yyyy-MM-dd."),
            Option(
                "measure", .list, valueName: "KIND", defaultValue: "reference,official",
                help: "Kinds of rate in order of preference, with variant and place: parallel.sell@Damascus."),
            Option(
                "source", .list, valueName: "SOURCE", defaultValue: "every source",
                help: "Sources in order of preference."),
            Option(
                "max-age-days", valueName: "N", defaultValue: "of each feed",
                help: "How old an observation may be and still answer."),
            .knownOn,
            Option(
                "format", valueName: "FORMAT", allowed: OutputFormat.allCases.map(\.rawValue),
                defaultValue: OutputFormat.csv.rawValue, help: "How results are printed."),
        ]
    ) { invocation in
        let path = try invocation.required("file")
        let maximumAge = try invocation.integer("max-age-days")
        if let maximumAge, maximumAge < 0 { throw invocation.fault("--max-age-days wants no number below zero") }
        let measures = invocation.list("measure")
        let requests: [ConversionRequest]
        do { requests = try ConversionFile.read(Files.read(path)) } catch let fault as Fault {
            throw fault.place == path ? fault : fault.at(path)
        }
        let workspace = try invocation.workspace()
        let book = try SeriesBook(workspace.settings, try workspace.ledger(), known: try invocation.knownOn())
        let converter = try Converter(
            book, measures: measures.isEmpty ? ["reference", "official"] : measures,
            sources: invocation.list("source"), maximumAge: maximumAge)
        guard invocation.value("format") == nil || invocation.format == .csv else {
            let rows = try requests.map { ConvertedAmount(request: $0, conversion: try converter.convert($0)) }
            try invocation.console.print(Table("conversions", rows, ConvertedAmount.columns), as: invocation.format)
            return .done
        }
        // A hundred thousand rows are written as bytes, without a cell for each figure.
        var csv = CSVBuffer(ConvertedAmount.columns.map(\.heading))
        for request in requests {
            append(request, try converter.convert(request), to: &csv)
            if csv.bytes.count >= 1 << 16 {
                try invocation.console.output.write(csv.bytes)
                csv.removeAll()
            }
        }
        try invocation.console.output.write(csv.bytes)
        return .done
    }

    private static func append(
        _ request: ConversionRequest, _ conversion: Converter.Conversion, to csv: inout CSVBuffer
    ) {
        csv.append(request.day)
        csv.append(request.amount)
        csv.append(request.from.text)
        csv.append(request.to.text)
        csv.append(conversion.result)
        csv.append(conversion.rate)
        csv.append(conversion.series)
        csv.append(conversion.observed)
        csv.append(conversion.ageDays)
        csv.append(conversion.note)
    }
}

/// An amount, and what it comes to.
private struct ConvertedAmount: Sendable {
    var request: ConversionRequest
    var conversion: Converter.Conversion

    static let columns: [Column<ConvertedAmount>] = [
        Column("date", .day) { .day($0.request.day) },
        Column("amount", .number) { .published($0.request.amount) },
        Column("from", .word) { .text($0.request.from.text) },
        Column("to", .word) { .text($0.request.to.text) },
        Column("result", .number) { Cell($0.conversion.result) },
        Column("rate", .number) { Cell($0.conversion.rate) },
        Column("series", .word) { Cell(filled: $0.conversion.series) },
        Column("observed_on", .day) { Cell($0.conversion.observed) },
        Column("age_days", .number) { Cell($0.conversion.ageDays) },
        Column("note", .word) { Cell(filled: $0.conversion.note) },
    ]
}
