package import Tables

/// A report as a value: what is said, apart from how it is printed.
package struct Document: Sendable {
    package enum Block: Sendable {
        case heading(String)
        /// Below a heading; several in a row belong together.
        case subheading(String)
        /// What a passage comes to, before it is told.
        case verdict(String)
        case paragraph(String)
        /// What a reader must not miss.
        case alert(String)
        case item(String)
        case table(Table)
    }

    package var title: String
    package var subtitle: String
    package var blocks: [Block] = []

    package init(title: String, subtitle: String) {
        self.title = title
        self.subtitle = subtitle
    }

    package mutating func append(_ block: Block) { blocks.append(block) }

    /// For reading in a terminal of eighty columns.
    package func text(width: Int = 80) throws -> String {
        var lines = [title, String(repeating: "=", count: displayWidth(title))]
        lines += wrapped(subtitle, width: width)
        var before: Block?
        for block in blocks {
            if !block.clings(to: before) { lines.append("") }
            before = block
            switch block {
            case .heading(let text):
                lines += [text, String(repeating: "-", count: displayWidth(text))]
            case .subheading(let text): lines += indented(text, mark: "# ", width: width)
            case .verdict(let text): lines += indented(text, mark: "> ", width: width)
            case .paragraph(let text): lines += wrapped(Sanitised.line(text), width: width)
            case .alert(let text): lines += indented(text, mark: "! ", width: width)
            case .item(let text): lines += indented(text, mark: "- ", width: width)
            case .table(let table):
                lines += String(decoding: try table.bytes(as: .text), as: UTF8.self).split(separator: "\n").map(
                    String.init)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func indented(_ text: String, mark: String, width: Int) -> [String] {
        wrapped(Sanitised.line(text), width: width - 2).enumerated().map { ($0.offset == 0 ? mark : "  ") + $0.element }
    }
}

extension Document.Block {
    /// Whether no empty line stands between this block and the one before it.
    func clings(to before: Document.Block?) -> Bool {
        switch (before, self) {
        case (.item, .item), (.alert, .alert), (.subheading, .subheading), (.subheading, .paragraph),
            (.subheading, .item), (.subheading, .verdict), (.verdict, .paragraph):
            true
        default: false
        }
    }
}

/// Figures as a person reads them.
enum Wording {
    /// With a fixed number of digits after the point: `27.6`.
    static func fixed(_ value: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled.magnitude < 9e15 else { return String(value) }
        let digits = String(Int64(scaled.magnitude))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = scaled < 0 ? "-" : ""
        return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// A rate with enough digits to tell two days apart: `105.000`, `1.1162`, `0.0093`.
    static func rate(_ value: Double) -> String {
        let magnitude = value.magnitude
        return fixed(value, magnitude >= 10_000 ? 1 : magnitude >= 10 ? 3 : magnitude >= 0.1 ? 4 : 7)
    }

    /// Five significant digits, small numbers with an exponent.
    static func significant(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return "0" }
        var (exponent, scaled) = (0, value.magnitude)
        while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
        while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
        if exponent < -4 || exponent > 7 { return fixed(value < 0 ? -scaled : scaled, 4) + "e\(exponent)" }
        return fixed(value, max(0, 4 - exponent))
    }

    static func percent(_ value: Double) -> String { fixed(value, 1) + " %" }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// A range without a limit would push the table over the page.
    static func short(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }
}
