/// The elements of HTML that mean something to the reader of an article.
enum Element: UInt8 {
    case other
    /// Starts a line of its own.
    case block
    case heading1, heading, paragraph, item, cell, quote
    case caption, figure
    case article, main, section, division, body
    case navigation, aside, footer, form, hidden
    case script, title, meta, link, time, anchor, lineBreak, inline, page

    var isContainer: Bool {
        switch self {
        case .article, .main, .section, .division, .body, .cell, .quote, .figure: true
        default: false
        }
    }

    /// Whether text before and after it are lines of their own.
    var breaksLine: Bool {
        switch self {
        case .other, .time, .anchor, .inline, .meta, .link: false
        default: true
        }
    }

    /// What is never part of an article, whatever its class says.
    var isBoilerplate: Bool {
        switch self {
        case .navigation, .aside, .footer, .form, .hidden: true
        default: false
        }
    }

    init(_ name: ArraySlice<UInt8>) { self = Element.named[Element.packed(name)] ?? .other }

    /// Names of up to eight letters are a number; of longer ones the first seven letters and the length tell them apart.
    static func packed(_ name: ArraySlice<UInt8>) -> UInt64 {
        var packed: UInt64 = 0
        for byte in name.prefix(7) { packed = packed << 8 | UInt64(byte | 0x20) }
        return packed << 8 | UInt64(truncatingIfNeeded: name.count)
    }

    static func packed(_ name: StaticString) -> UInt64 {
        name.withUTF8Buffer { name in
            var packed: UInt64 = 0
            for byte in name.prefix(7) { packed = packed << 8 | UInt64(byte | 0x20) }
            return packed << 8 | UInt64(truncatingIfNeeded: name.count)
        }
    }

    private static let named: [UInt64: Element] = {
        let names: [(Element, String)] = [
            (.heading1, "h1"), (.heading, "h2 h3 h4 h5 h6"), (.paragraph, "p"), (.item, "li dt dd"), (.cell, "td th"),
            (.quote, "blockquote"), (.caption, "figcaption caption"), (.figure, "figure"), (.article, "article"),
            (.main, "main"), (.section, "section"), (.division, "div table tbody tr ul ol dl"), (.body, "body"),
            (.navigation, "nav menu"), (.aside, "aside"), (.footer, "footer"), (.form, "form fieldset select"),
            (.hidden, "noscript template svg iframe button textarea style object dialog"), (.script, "script"),
            (.title, "title"), (.meta, "meta"), (.link, "link"), (.time, "time"), (.anchor, "a"),
            (.lineBreak, "br hr"), (.inline, "span label abbr small"), (.block, "header pre address details summary"),
            (.page, "html"),
        ]
        var named: [UInt64: Element] = [:]
        for (element, list) in names {
            for name in list.split(separator: " ") { named[packed(Array(name.utf8)[...])] = element }
        }
        return named
    }()
}
