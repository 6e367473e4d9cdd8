package import Vocabulary

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
    /// Transfers side by side.
    package var atOnce = 12
    /// Of each request.
    package var limits = FetchLimits()

    /// What holds without a table in the file.
    package init() {}

    init(_ table: Section) {
        userAgent = table.value("user_agent", .text)
        caFile = table.value("ca_file", .text)
        proxy = table.value("proxy", .proxy)
        noProxy = table.value("no_proxy", .text)
        if let value = table.value("at_once", .integer(1...64)) { atOnce = value }
        limits = FetchLimits(table)
        table.close()
    }
}

extension FetchLimits {
    /// A key that is not there leaves what holds without it.
    fileprivate init(_ table: Section) {
        self.init()
        if let value = table.value("connect_timeout", .interval) { connectSeconds = Double(value.seconds) }
        if let value = table.value("total_timeout", .interval) { totalSeconds = Double(value.seconds) }
        if let value = table.value("low_speed_bytes", .integer(1...1_000_000_000)) { lowSpeedBytesPerSecond = value }
        if let value = table.value("low_speed_time", .interval) { lowSpeedSeconds = Int(value.seconds) }
        // The first attempt is no repetition.
        if let value = table.value("retries", .integer(0...10)) { attempts = value + 1 }
        if let value = table.value("max_bytes", .integer(1000...2_000_000_000)) { rawBytes = value }
        if let value = table.value("max_decoded_bytes", .integer(1000...4_000_000_000)) { decodedBytes = value }
    }
}
