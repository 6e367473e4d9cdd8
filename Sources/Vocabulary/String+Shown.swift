extension String {
    /// The beginning of a text that came from outside, short enough for a message of two lines.
    package var shown: String { count > 60 ? prefix(59) + "…" : self }
}
