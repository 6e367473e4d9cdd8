internal import FoundationEssentials

/// A document as one HTML file that needs nothing beside itself: no network, no script, no fonts, and a policy that
/// forbids all of them.
package struct Page {
    private let document: Document
    private let footer: String

    /// - Parameter footer: text below the report.
    package init(_ document: Document, footer: String) {
        (self.document, self.footer) = (document, footer)
    }

    /// - Parameter styleDigest: the SHA-256 of `PageStyle.css`, by which the page's policy admits it.
    package func html(styleDigest: [UInt8]) throws -> String {
        let hash = Data(styleDigest).base64EncodedString()
        let title = Markup.escaped(document.title)
        let headings = document.blocks.compactMap { block -> String? in
            if case .heading(let text) = block { text } else { nil }
        }
        let links = headings.map { "<li><a href=\"#\(Page.slug($0))\">\(Markup.escaped($0))</a></li>" }.joined()
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(hash)'; \
            base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(title)</title>
            <style>\(PageStyle.css)</style></head>
            <body><a class="skip" href="#main">Skip to the report</a>
            <header><h1>\(title)</h1><p class="sub">\(Markup.text(document.subtitle))</p>
            \(headings.count > 1 ? "<nav aria-label=\"Sections\"><ul>\(links)</ul></nav>" : "")</header>
            <main id="main">
            \(try body())</main>
            <footer><p>\(Markup.text(footer))</p></footer></body></html>

            """
    }

    private func body() throws -> String {
        var html = ""
        // Whatever is open and must be closed before another kind of block begins.
        var list: String?
        var isInSection = false
        func close() {
            if list != nil { html += "</ul>\n" }
            list = nil
        }
        func item(_ text: String, in kind: String) {
            if list != kind {
                close()
                html += kind.isEmpty ? "<ul>\n" : "<ul class=\"\(kind)\">\n"
                list = kind
            }
            html += "<li>\(Markup.text(text))</li>\n"
        }
        for block in document.blocks {
            switch block {
            case .item(let text):
                item(text, in: "")
                continue
            case .alert(let text):
                item(text, in: "alerts")
                continue
            default: close()
            }
            switch block {
            case .heading(let text):
                if isInSection { html += "</section>\n" }
                isInSection = true
                let id = Page.slug(text)
                html += "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(Markup.text(text))</h2>\n"
            case .subheading(let text): html += "<h3>\(Markup.text(text))</h3>\n"
            case .verdict(let text): html += "<p class=\"verdict\">\(Markup.text(text))</p>\n"
            case .paragraph(let text): html += "<p>\(Markup.text(text))</p>\n"
            case .table(let table): html += PageTable(table).html
            case .linked(let table, let column, let addresses):
                html += PageTable(table, column: column, addresses: addresses).html
            case .chart(let chart): html += ChartDrawing(chart).html
            case .item, .alert: break
            }
        }
        close()
        return html + (isInSection ? "</section>\n" : "")
    }

    /// `Events, and what moved beside them` becomes `events-and-what-moved-beside-them`.
    static func slug(_ text: String) -> String {
        let parts = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return parts.joined(separator: "-")
    }
}
