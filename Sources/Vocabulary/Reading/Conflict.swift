/// A key of a list that stands for several entries with other facts; the first of them is read.
package struct Conflict: Sendable, Hashable {
    /// The publisher's key, after the part where there are several.
    package var key: String
    /// With where each stands.
    package var message: String

    package init(key: String, _ message: String) {
        self.key = key
        self.message = message
    }
}
