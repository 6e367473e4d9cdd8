/// Links to other articles in the middle of one: a heading such as "Related coverage", then dates, headlines and teasers.
enum RelatedBlocks {
    /// The lines that belong to such blocks.
    static func lines(_ lines: [Line]) -> Set<Int> {
        var found: Set<Int> = []
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            guard LineKind.opensRelated(lines[index].text) else { continue }
            found.insert(index)
            var next = index + 1
            while next < lines.count, next - index < 40, isOther(lines[next]) {
                found.insert(next)
                next += 1
            }
            index = next - 1
        }
        return found
    }

    /// Whether a line can be of such a block: the article goes on at the first whole sentence of its own.
    private static func isOther(_ line: Line) -> Bool {
        LineKind.isTeaser(line.text) || !LineKind.isProse(line.text) || line.linked > 0.6
            || DateLine.isDateLine(line.text)
    }
}
