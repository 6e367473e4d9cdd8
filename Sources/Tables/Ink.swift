/// The few colours there are, by what they mean.
package enum Ink: String, Sendable {
    case strong = "1"
    case bad = "31"
    case good = "32"
    case doubtful = "33"

    /// ECMA-48 SGR around a text, or the text itself where nothing is painted.
    package func on(_ text: String, if paints: Bool) -> String {
        paints ? "\u{1b}[\(rawValue)m\(text)\u{1b}[0m" : text
    }
}
