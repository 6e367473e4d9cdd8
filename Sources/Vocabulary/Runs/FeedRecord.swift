/// What became of a feed's runs by a moment.
package struct FeedRecord: Sendable, Hashable {
    package var last: Run?
    package var lastKnown: Run?
    /// Runs that were held back then.
    package var held: Int

    package init(last: Run? = nil, lastKnown: Run? = nil, held: Int = 0) {
        (self.last, self.lastKnown, self.held) = (last, lastKnown, held)
    }
}
