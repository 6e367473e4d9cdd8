extension String {
    /// The beginning of a text that came from outside, short enough for a message of two lines.
    package var shown: String { count > 60 ? prefix(59) + "…" : self }
}

extension String {
    /// The first line, without a stop: a sentence goes on after it.
    package var firstSentence: Substring {
        var line = (split(separator: "\n").first ?? "").drop { $0 == " " }
        while line.last == "." { line.removeLast() }
        return line
    }
}
