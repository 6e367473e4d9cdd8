/// What the configuration calls lists, and what it knows of their programmes.
package struct ListNames: Sendable {
    package let programmes: Programmes
    private let titles: [String: String]

    /// - Parameter titles: by the list's id.
    package init(programmes: Programmes, titles: [String: String]) {
        self.programmes = programmes
        self.titles = titles
    }

    /// A list as a sentence calls it.
    package func title(_ list: String) -> String { titles[list] ?? list }
}
