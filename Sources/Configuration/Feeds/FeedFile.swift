package import Vocabulary
package import Zones

/// A feed as its file describes it: `Config/feeds/<id>.toml`. A request written down as data.
package struct FeedFile: Sendable {
    /// The file's name, and the feed's on every command line.
    package var id: String
    /// What sentences call it; empty: its id.
    package var name = ""
    /// The publisher's short name at the end of series keys; several feeds may fill one series.
    package var source: String
    /// What the feed is made of: rates, the entries of a list, or news.
    package var kind: Reader.Kind
    /// The name of the reader that understands the bytes.
    package var reader: String
    /// What is requested; a feed with one address calls it `main`. Empty: for import only.
    package var parts: [Part]
    /// The publisher's zone: its days are counted here.
    package var zone = Zone.utc
    /// When the rate of a day is struck, in `zone`: events are set against it.
    package var fix: TimeOfDay?
    /// Asked where `parts` do not answer, for a feed with one address.
    package var fallback: Template?
    /// Whether it is fetched only when a command names it: another form of a list that is fetched already, or a source
    /// that few need.
    package var isOnRequest = false
    /// How often it is fetched.
    package var every = Interval.days(1)
    /// Nothing new comes earlier in the day, in `zone`.
    package var notBefore: TimeOfDay?
    /// Older than this, the newest value no longer answers for today.
    package var maxAge = Interval.days(7)
    /// Nil: the workspace's.
    package var userAgent: String?
    /// Sent with every request of this feed.
    package var headers: [Header] = []
    /// Whether `file://` may be read.
    package var allowsFile = false
    /// Whether loopback and private networks may be asked.
    package var allowsPrivate = false
    /// What a snapshot must be like to pass without a person's decision.
    package var limits = Limits()
    /// Under which the data may be used; printed with the sources.
    package var licence: String
    /// The words that the licence asks to print beside the data.
    package var attribution = ""
    /// Where the terms stand.
    package var termsURL = ""
    /// Whether every calendar day is printed, closed days included.
    package var isCalendarFilled = false
    /// ISO weekdays (Monday is 1) on which such a feed repeats the day before.
    package var closedWeekdays: Set<Int> = [6, 7]
    /// Observations a year, for annual volatility.
    package var periodsPerYear = 252
    /// Whether its reader was built from the publisher's description and has read no real file yet.
    package var isUnproven = false
    /// How the publisher lays out its values, for a reader that many publishers share.
    package var layout: RateLayout?
    /// For people.
    package var note = ""

    /// One file of the publication.
    package struct Part: Sendable, Hashable {
        /// As the reader knows it.
        package var name: String
        /// Where it is.
        package var address: Template

        package init(name: String, address: Template) {
            self.name = name
            self.address = address
        }
    }

    /// A request header.
    package struct Header: Sendable, Hashable {
        /// As the request sends it.
        package var name: String
        /// May name a secret.
        package var value: Template
    }

    /// What sentences call it.
    package var title: String { name.isEmpty ? id : name }

    /// The day that the publisher's calendar shows at that moment.
    package func day(of instant: Instant) -> Day { zone.day(of: instant) }

    /// When the rates of a day were struck; nil: the feed file does not say.
    package func fixInstant(_ day: Day) -> Instant? {
        guard let fix else { return nil }
        // A clock that skips the time of the fix that day: the same time without a zone is near enough.
        do { return try zone.instant(day, fix) } catch { return Instant(day) + fix.seconds }
    }

    /// Every secret that a request names, for masking.
    package var secrets: [String] { parts.flatMap(\.address.secrets) + headers.flatMap(\.value.secrets) }
}
