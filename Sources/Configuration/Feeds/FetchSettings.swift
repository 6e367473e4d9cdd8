/// How requests are made, unless a feed says otherwise.
package struct FetchSettings: Sendable, Hashable {
    /// Nil: the program's own name and version.
    package var userAgent: String?
    /// A file of certificates in place of the system's, as behind an inspecting proxy; relative to the workspace.
    package var caFile: String?
    /// Nil: HTTPS_PROXY and NO_PROXY decide. May name a secret, as proxies have passwords.
    package var proxy: Template?
    /// Hosts that are asked without a proxy, by commas.
    package var noProxy: String?
    /// Until a connection stands.
    package var connectTimeout = Interval(seconds: 20)
    /// For a whole transfer: the EU's list takes more than a minute to begin.
    package var totalTimeout = Interval(seconds: 600)
    /// Slower than this for `lowSpeedTime`, a transfer is given up.
    package var lowSpeedBytes = 500
    /// How long a transfer may be slower than `lowSpeedBytes` a second.
    package var lowSpeedTime = Interval(seconds: 90)
    /// After the first attempt.
    package var retries = 3
    /// Transfers side by side.
    package var atOnce = 12
    /// As received.
    package var maxBytes = 100_000_000
    /// After gzip is undone.
    package var maxDecodedBytes = 400_000_000

    /// What holds without a table in the file.
    package init() {}

    init(_ table: Section) {
        userAgent = table.value("user_agent", .text)
        caFile = table.value("ca_file", .text)
        proxy = table.value("proxy", .proxy)
        noProxy = table.value("no_proxy", .text)
        if let value = table.value("connect_timeout", .interval) { connectTimeout = value }
        if let value = table.value("total_timeout", .interval) { totalTimeout = value }
        if let value = table.value("low_speed_bytes", .integer(1...1_000_000_000)) { lowSpeedBytes = value }
        if let value = table.value("low_speed_time", .interval) { lowSpeedTime = value }
        if let value = table.value("retries", .integer(0...10)) { retries = value }
        if let value = table.value("at_once", .integer(1...64)) { atOnce = value }
        if let value = table.value("max_bytes", .integer(1000...2_000_000_000)) { maxBytes = value }
        if let value = table.value("max_decoded_bytes", .integer(1000...4_000_000_000)) { maxDecodedBytes = value }
        table.close()
    }
}
