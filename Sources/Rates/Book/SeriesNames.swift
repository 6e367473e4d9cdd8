internal import Configuration
internal import Vocabulary

/// What a person who misspelt the name of a series, or gave only the start of one, may have meant.
enum SeriesNames {
    private static let most = 5

    /// Words for a fault's remedy; nil where nothing is near.
    static func meant(_ name: String, among names: [String]) -> String? {
        let word = plain(name)
        if let same = names.first(where: { plain($0) == word }) { return "Did you mean \(same)?" }
        // `USD/SYP`, `usdsyp`: which kinds and sources are there?
        let begun =
            word.count < 3
            ? []
            : names.filter { plain($0).hasPrefix(word) }
                .sorted { ($0.contains("@") ? 1 : 0, $0) < ($1.contains("@") ? 1 : 0, $1) }
        guard begun.isEmpty else {
            return "There are: \(Wording.list(begun, most: most))"
                + (begun.count > most ? ": `bellwether rates` lists them." : ".")
        }
        // EUR is no slip for EGP: only a name whose codes have the same letters is one.
        let near = names.filter { letters($0) == letters(name) }.sorted()
        return Suggestion.nearest(to: name, among: near).map { "Did you mean \($0)?" }
    }

    /// Those before the first colon, in no order.
    private static func letters(_ name: String) -> [Character] { plain(String(name.prefix { $0 != ":" })).sorted() }

    /// Without what a hand leaves out or writes otherwise: case, and the stroke between two currencies.
    private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "/" && $0 != " " } }
}
