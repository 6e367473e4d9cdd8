/// How much an answer may weigh, how long it may take, and how often it is asked for again: what holds unless `[fetch]` of
/// `bellwether.toml` says otherwise.
package struct FetchLimits: Sendable, Hashable {
    /// Bytes on the wire. libcurl's own limit lets an endless body through before 8.4, so these are counted by us.
    package var rawBytes = 100_000_000
    /// After gzip is undone.
    package var decodedBytes = 400_000_000
    /// Decoded over raw bytes; deflate itself can reach 1032. Judged above one decoded megabyte.
    package var ratio = 200
    package var headerBytes = 256_000
    /// Until a connection stands.
    package var connectSeconds = 20.0
    /// Slower than this for `lowSpeedSeconds`, a transfer is given up.
    package var lowSpeedBytesPerSecond = 500
    /// How long a transfer may be slower.
    package var lowSpeedSeconds = 90
    /// For one request with all its redirects, attempts and pauses: the EU's list takes more than a minute to begin.
    package var totalSeconds = 600.0
    package var redirects = 5
    /// The first one counts.
    package var attempts = 4
    /// The first pause before another attempt; it doubles, with jitter, up to `maximumBackOff`.
    package var firstBackOff = 1.0
    package var maximumBackOff = 60.0
    /// The longest Retry-After that is slept; a longer one is reported, so that one server cannot hold up the run.
    package var patienceSeconds = 120.0

    package init() {}
}
