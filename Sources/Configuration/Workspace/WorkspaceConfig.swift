package import Vocabulary
package import Zones

/// What holds for the whole workspace: `Config/bellwether.toml`.
package struct WorkspaceConfig: Sendable {
    /// In which weeks begin and end.
    package var zone = Zone.utc
    /// How requests are made.
    package var fetch = FetchSettings()
    /// What stands for a currency, and what for the market.
    package var compare = CompareSettings()
    /// What the weekly report prints.
    package var report = ReportSettings()
    /// Whom reports and failures are handed to.
    package var delivery = DeliverySettings()

    /// The day that the workspace's calendar shows at that moment.
    package func day(of instant: Instant) -> Day { zone.day(of: instant) }

    /// Reads the file strictly. `sources`, where given, are those that series must name.
    package static func decode(_ file: ConfigFile, sources: Set<String>? = nil) -> Checked<WorkspaceConfig> {
        ConfigFile.decode(file) { root in
            var config = WorkspaceConfig()
            if let zone = root.value("zone", .zone) { config.zone = zone }
            if let table = root.section("fetch") { config.fetch = FetchSettings(table) }
            if let table = root.section("compare") { config.compare = CompareSettings(table, sources) }
            if let table = root.section("report") { config.report = ReportSettings(table) }
            if let table = root.section("delivery") { config.delivery = DeliverySettings(table) }
            return config
        }
    }
}

/// What the weekly report prints.
package struct ReportSettings: Sendable, Hashable {
    /// Rates are shown per one unit of it.
    package var base = "USD"
    /// Rows of a table in summary.txt; the CSV files hold all of them.
    package var rows = 12

    /// What holds without a table in the file.
    package init() {}

    init(_ table: Section) {
        if let base = table.value("base", .currency) { self.base = base }
        if let rows = table.value("rows", .integer(1...1000)) { self.rows = rows }
        table.close()
    }
}
