/// What is asked of name matching: the one face that the rest of the program knows of it.
package protocol Screener: Sendable {
    /// The entries that a name may be, the surest first; nothing where none is.
    func matches(_ name: String) -> [ScreeningMatch]
    /// For a name of one word: entries in whose names it is one word of several, which may be the same body or another.
    func holding(_ name: String) -> [ScreeningMatch]
}

/// An entry of a list that a name may be.
package struct ScreeningMatch: Sendable, Hashable {
    package var list: String
    package var entry: String
    /// The entry's name that matched, as the list prints it.
    package var matchedName: String
    package var primaryName: String
    /// exact: the same words; subset: every word of the shorter name is in the longer one; word: a lone word is in it.
    package var match: String
    package var listedOn: String

    package init(list: String, entry: String, matchedName: String, primaryName: String, match: String, listedOn: String)
    {
        self.list = list
        self.entry = entry
        self.matchedName = matchedName
        self.primaryName = primaryName
        self.match = match
        self.listedOn = listedOn
    }
}
