internal import Formats

/// What the JSON-LD of a page says of the article (schema.org/NewsArticle).
struct StructuredArticle {
    var headline = ""
    var published = ""
    var modified = ""
    var authors: [String] = []
    var publisher = ""
    var address = ""
    var body = ""
    var summary = ""
    var language = ""
    private var weight = 0

    /// The article among everything that the blocks describe; nil where there is none.
    static func of(_ blocks: [[UInt8]], notes: inout [String]) -> StructuredArticle? {
        var found: [StructuredArticle] = []
        for block in blocks {
            let plain = bare(block)
            do {
                collect(try JSONDocument.read(plain.span), &found, depth: 0)
            } catch {
                notes.append("a block of JSON-LD cannot be read: \(error)")
                if let article = salvage(plain) { found.append(article) }
            }
        }
        // What lists of other articles hold has no weight; the first of the heaviest is the page's own.
        return found.filter { $0.weight > 0 }.max {
            ($0.weight, $0.published.isEmpty ? 0 : 1) < ($1.weight, $1.published.isEmpty ? 0 : 1)
        }
    }

    /// Without the comment or CDATA marks that some put around it.
    private static func bare(_ block: [UInt8]) -> [UInt8] {
        guard let start = block.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            let end = block.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
        else { return block }
        var start2 = start
        // `<![CDATA[` begins with a bracket of its own.
        if block[start...].starts(with: Array("[CDATA[".utf8)) {
            start2 = block[(start + 7)...].firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? start
        }
        var last = end
        while last > start2, block[last] == UInt8(ascii: "]"), block[start2] == UInt8(ascii: "{") {
            last = block[..<last].lastIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") } ?? start2
        }
        return Array(block[start2...last])
    }

    private static func collect(_ node: DocumentNode, _ found: inout [StructuredArticle], depth: Int) {
        guard depth < 8 else { return }
        if case .list(let nodes) = node {
            for node in nodes { collect(node, &found, depth: depth + 1) }
            return
        }
        guard !node.fields.isEmpty else { return }
        let types = texts(node, "@type") + texts(node, "type")
        var article = StructuredArticle()
        if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0.hasSuffix("Report") }) {
            article.weight = types.contains { $0.hasSuffix("NewsArticle") } ? 4 : 3
        } else if types.contains(where: { $0.hasSuffix("WebPage") || $0.hasSuffix("VideoObject") && depth == 0 }) {
            article.weight = 1
        }
        if article.weight > 0 {
            article.fill(node)
            if !article.published.isEmpty || !article.headline.isEmpty || !article.modified.isEmpty {
                found.append(article)
            }
        }
        for name in ["@graph", "mainEntity", "mainEntityOfPage"] where article.weight < 3 {
            for child in node.children(name) { collect(child, &found, depth: depth + 1) }
        }
    }

    /// Every article of a document of JSON-LD, in its order.
    static func all(_ document: DocumentNode) -> [StructuredArticle] {
        var found: [StructuredArticle] = []
        collect(document, &found, depth: 0)
        return found.filter { $0.weight > 1 }
    }

    private mutating func fill(_ node: DocumentNode) {
        func first(_ name: String) -> String { StructuredArticle.texts(node, name).first ?? "" }
        headline = Entities.decoded(first("headline").isEmpty ? first("name") : first("headline"))
        published = first("datePublished").isEmpty ? first("dateCreated") : first("datePublished")
        modified = first("dateModified")
        authors = StructuredArticle.names(node, "author").map { Entities.decoded($0) }
        publisher = Entities.decoded(StructuredArticle.names(node, "publisher").first ?? "")
        address = first("url").isEmpty ? first("@id") : first("url")
        body = Entities.decoded(first("articleBody"))
        summary = Entities.decoded(first("description"))
        language = first("inLanguage")
    }

    private static func texts(_ node: DocumentNode, _ name: String) -> [String] {
        node.children(name).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// The names of persons and organisations, which stand as text or as objects.
    private static func names(_ node: DocumentNode, _ name: String) -> [String] {
        node.children(name).compactMap { child in
            if case .text(let text) = child { return text.hasPrefix("http") ? nil : text }
            return texts(child, "name").first
        }
    }

    /// The date out of a block that is no valid JSON.
    private static func salvage(_ block: [UInt8]) -> StructuredArticle? {
        let text = String(decoding: block, as: UTF8.self)
        func value(_ name: String) -> String {
            guard let key = text.firstRange(of: "\"\(name)\"") else { return "" }
            let rest = text[key.upperBound...].prefix(200).drop { $0 == " " || $0 == ":" || $0 == "\n" || $0 == "\t" }
            guard rest.first == "\"" else { return "" }
            return String(rest.dropFirst().prefix { $0 != "\"" })
        }
        var article = StructuredArticle()
        article.published = value("datePublished")
        article.headline = Entities.decoded(value("headline"))
        article.weight = text.contains("Article\"") ? 2 : 1
        return article.published.isEmpty ? nil : article
    }
}
