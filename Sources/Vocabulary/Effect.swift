/// What a reading changed, before anyone judged it.
package struct Effect: Sendable, Hashable {
    /// Entries on the list, or values in the range the snapshot is complete for, as read just before it.
    package var before = 0
    package var added = 0
    /// Entries gone, or values withdrawn.
    package var removed = 0
    /// Entries whose content differs, or values revised.
    package var modified = 0
    /// Nothing was known of this list or these series before: there is nothing to compare with.
    package var isBaseline = false
    package var removedExamples: [String] = []

    package init() {}

    package var changes: Int { added + removed + modified }
}
