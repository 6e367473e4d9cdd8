/// The lines of a page told apart: what is the article, and what stands around it.
struct ArticleParts {
    var title = ""
    /// Index of the line that is the title; -1: no line is.
    var titleLine = -1
    var captions: [String] = []
    /// Lines before the body that are neither title, byline nor caption, in order; the date stands among them.
    var head: [Int] = []
    /// Indices of the body's lines.
    var body: [Int] = []

    /// - Parameters:
    ///   - title: the headline, where the page says it outside its lines.
    init(_ lines: [Line], title given: String) {
        title = given
        let related = RelatedBlocks.lines(lines)
        func isUsable(_ index: Int) -> Bool { !lines[index].isSurrounding && !related.contains(index) }
        if !given.isEmpty {
            let wanted = Headline.normalised(given)
            // Most lines are too long or too short to be it, and need not be looked at letter by letter.
            let lengths = wanted.utf8.count...wanted.utf8.count * 2 + 40
            titleLine =
                lines.firstIndex { lengths.contains($0.text.utf8.count) && Headline.normalised($0.text) == wanted }
                ?? -1
            if titleLine < 0, let index = lines.firstIndex(where: { ArticleParts.isMostOf(wanted, $0.text) }) {
                titleLine = index
                title = lines[index].text
            }
            if titleLine < 0 { titleLine = lines.firstIndex { $0.element == .heading1 && !$0.isSurrounding } ?? -1 }
        } else if let index = lines.indices.prefix(40).first(where: { isUsable($0) && Headline.isHeadline(lines[$0]) })
        {
            titleLine = ArticleParts.repeated(index, lines) ?? index
            title = lines[titleLine].text
        }
        // The body starts at the first sentence below the title that is not alone, and ends at the last one.
        let sentences = lines.indices.filter { index in
            index > titleLine && isUsable(index) && lines[index].isInArticle && isBody(lines[index])
        }
        let isSentence = Set(sentences)
        let pair = zip(sentences, sentences.dropFirst()).first { $1 - $0 <= 5 }
        let first = pair?.0 ?? sentences.first ?? lines.count
        head = lines.indices.filter { $0 < first && $0 != titleLine && isUsable($0) }
        var last = first
        for index in lines.indices where index >= first && isUsable(index) && lines[index].isInArticle {
            let line = lines[index]
            if isSentence.contains(index) {
                body.append(index)
                last = index
            } else if isCaption(line) {
                captions.append(line.text)
            } else if isSubheading(line) || isShortSentence(line) {
                body.append(index)
            }
        }
        body.removeAll { $0 > last }
        captions = head.filter { isCaption(lines[$0]) }.map { lines[$0].text } + captions
        head = head.filter { !isCaption(lines[$0]) }
    }

    /// Whether a line is the first and larger part of a title that has more behind it.
    private static func isMostOf(_ title: String, _ line: String) -> Bool {
        guard line.utf8.count >= 15, line.utf8.count < 300, line.utf8.count <= title.utf8.count * 2 + 40,
            line.utf8.count * 2 > title.utf8.count
        else { return false }
        let part = Headline.normalised(line)
        return part.utf8.count >= 15 && part.utf8.count * 2 > title.utf8.count && title.hasPrefix(part)
    }

    /// A saved page begins with its window's title; the headline, which is the beginning of that, comes again below.
    private static func repeated(_ index: Int, _ lines: [Line]) -> Int? {
        let whole = Headline.normalised(lines[index].text)
        return lines.indices.first { other in
            guard other > index, lines[other].text.utf8.count >= 15,
                lines[other].text.utf8.count <= lines[index].text.utf8.count
            else { return false }
            let part = Headline.normalised(lines[other].text)
            return part.utf8.count >= 15 && whole.hasPrefix(part)
        }
    }

    private func isCaption(_ line: Line) -> Bool {
        line.element == .caption || line.names.contains(.caption) && line.text.utf8.count < 400
            || LineKind.isCaption(line.text) && !line.isHeading
    }

    private func isBody(_ line: Line) -> Bool {
        guard line.linked < 0.6, !line.isHeading, !isCaption(line), !LineKind.isNotice(line.text),
            !LineKind.isShare(line.text),
            !LineKind.isTeaser(line.text) || line.element == .paragraph && line.text.utf8.count > 250,
            !isDateline(line)
        else { return false }
        if LineKind.isProse(line.text) { return true }
        return (line.element == .paragraph || line.element == .quote) && line.text.utf8.count >= 25
            && Byline.names(line.text) == nil
            && !line.names.contains(.date) && !line.names.contains(.byline)
    }

    /// A sentence that is too short to begin or end an article with, and stands in one.
    private func isShortSentence(_ line: Line) -> Bool {
        line.text.utf8.count >= 20 && line.linked < 0.5 && !line.isHeading && LineKind.endsSentence(line.text)
            && !LineKind.isNotice(line.text) && !LineKind.isShare(line.text) && !LineKind.isTeaser(line.text)
            && Byline.names(line.text) == nil && !isDateline(line)
    }

    /// A line that is little more than a date.
    private func isDateline(_ line: Line) -> Bool {
        line.text.utf8.count < 120 && DateLine.isDateLine(line.text)
    }

    private func isSubheading(_ line: Line) -> Bool {
        line.element == .heading && line.linked < 0.5 && line.text.utf8.count < 160 && !LineKind.opensRelated(line.text)
            || line.element == .item && line.linked < 0.5 && line.text.utf8.count >= 25 && !LineKind.isShare(line.text)
                && !LineKind.isNotice(line.text)
    }
}
