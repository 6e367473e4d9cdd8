/// How much may change at once before a person is asked; a feed file's `[expect]` sets others.
package struct Limits: Sendable, Hashable {
    package var minimumBytes = 0
    package var maximumBytes: Int?
    package var minimumRows = 1
    package var maximumRows: Int?
    /// Removals up to this many pass,
    package var removed = 20
    /// and beyond it up to this share of what was there. Over half, no list of four or more passes unless this is
    /// raised above half as well.
    package var removedPercent = 5.0
    package var added = 50
    package var addedPercent = 35.0
    /// Of the entries of one programme.
    package var programmeRemovedPercent = 50.0

    package init() {}
}
