/// How one value of an event was found: a line of what the ledger keeps of it.
package struct EvidenceLine: Sendable, Hashable {
    package var field: String
    package var value: String
    /// title, body, caption, byline, row, or what a date was read from.
    package var part: String
    /// Where the phrase begins, in Unicode scalars of the part.
    package var offset: Int?
    package var phrase: String
    package var note: String

    package init(field: String, value: String, part: String, offset: Int?, phrase: String, note: String) {
        (self.field, self.value, self.part) = (field, value, part)
        (self.offset, self.phrase, self.note) = (offset, phrase, note)
    }

    /// Nil where the line has not its six cells.
    package init?(_ line: String) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 6 else { return nil }
        self.init(
            field: cells[0], value: cells[1], part: cells[2], offset: Int(cells[3]), phrase: cells[4], note: cells[5])
    }

    /// Its cells with tabs between; in them no tabs, no line ends, no more than a person reads.
    package var text: String {
        [field, value, part, offset.map { String($0) } ?? "", phrase, note]
            .map { cell in String(cell.prefix(200).map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
            .joined(separator: "\t")
    }
}
