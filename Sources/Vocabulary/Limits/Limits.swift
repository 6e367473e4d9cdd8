/// How much a publication may weigh and change before a person is asked: what holds for every feed, and what a feed file's
/// `[expect]` sets in its place.
package struct Limits: Sendable, Hashable {
    /// Of all parts together: fewer bytes, or more, are held back.
    package var minimumBytes = 0
    package var maximumBytes: Int?
    /// Fewer rows, or more, are held back.
    package var minimumRows = 1
    package var maximumRows: Int?
    /// Removals up to this many pass.
    package var removed = 20
    /// Beyond that many, removals pass up to this share of what was there, in per cent. Over half, no list of four or more
    /// passes unless this is raised above half as well.
    package var removedPercent = 5.0
    /// Additions up to this many pass.
    package var added = 50
    /// Beyond that many, additions pass up to this share of what was there, in per cent.
    package var addedPercent = 35.0
    /// Removals under one programme pass up to this share of what it had, in per cent.
    package var programmeRemovedPercent = 50.0

    /// What holds where a feed file says nothing.
    package init() {}
}
