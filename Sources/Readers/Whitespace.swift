internal import Formats

/// Runs of white space as one blank, none at the ends.
func collapsed(_ text: some StringProtocol) -> String { Whitespace.collapsed(text) }
