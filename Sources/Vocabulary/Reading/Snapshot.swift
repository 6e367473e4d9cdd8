/// What was fetched or imported as one whole: the parts of one publication, and what they are read with.
package struct Snapshot: Sendable {
    package var feed: String
    /// The publisher's short name at the end of series keys.
    package var source: String
    /// The publisher's own bytes.
    package var parts: [Part]
    /// What the reader goes by besides these.
    package var context: Context
    /// The publisher's day on which the bytes were obtained.
    package var seen: Day?

    package struct Part: Sendable {
        /// `sdn`, `add` …; a feed with one part calls it `main`.
        package var name: String
        package var content: Bytes

        package init(name: String, bytes: [UInt8]) {
            self.init(name: name, content: Bytes(bytes))
        }

        package init(name: String, content: Bytes) {
            self.name = name
            self.content = content
        }
    }

    /// What parts are read with.
    package enum Context: Sendable {
        case none
        /// How the publisher lays out its values, for the readers that many publishers share.
        case layout(RateLayout)
        case news(NewsContext)

        /// - Parameter layout: of the feed file, where it has one.
        package init(_ layout: RateLayout?) { self = layout.map { .layout($0) } ?? .none }

        package var layout: RateLayout? {
            guard case .layout(let layout) = self else { return nil }
            return layout
        }
    }

    package init(feed: String, source: String, parts: [Part], context: Context = .none, seen: Day? = nil) {
        self.feed = feed
        self.source = source
        self.parts = parts
        self.context = context
        self.seen = seen
    }

    package func part(_ name: String) -> Part? { parts.first { $0.name == name } }

    /// The bytes of a part that a reader cannot do without.
    package func required(_ name: String) throws -> [UInt8] { try content(name).all() }

    /// The same, for readers that need not hold all of them at once.
    package func content(_ name: String) throws -> Bytes {
        guard let part = part(name) else {
            throw Fault(
                "missing_part", "the part \"\(name)\" is missing", place: feed,
                remedy: "This reader needs it; fetch or import it together with the others.")
        }
        return part.content
    }
}
