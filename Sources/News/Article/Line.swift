/// A line of an article's page: a paragraph, a heading, what stands by itself.
struct Line {
    var text: String
    var element = Element.other
    var names = WebPage.BlockNames()
    /// Bytes in links by bytes in all.
    var linked = 0.0
    /// In the part of the page that was found to be the article.
    var isInArticle = true
    /// In a part around the article: related coverage, a share line.
    var isSurrounding = false
    /// The block of the page it is.
    var block = -1

    var isHeading: Bool { element == .heading1 || element == .heading }
}

extension Line {
    /// The lines of a text: paragraphs parted by blank lines, put together again where they were wrapped.
    static func lines(of text: String) -> [Line] {
        var lines: [Line] = []
        var before = 0
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let isWrapped = before > 55 && before < 100 && (line.first?.isLowercase ?? false)
            if isWrapped, !line.isEmpty, let last = lines.indices.last {
                lines[last].text += " " + line
            } else if !line.isEmpty {
                lines.append(Line(text: line))
            }
            before = line.utf8.count
        }
        return lines
    }
}
