internal import FoundationEssentials
package import Vocabulary
internal import Zones

/// Everything that a workspace's `Config` folder says.
package struct Settings: Sendable {
    /// The workspace's folder.
    package let root: String
    /// `bellwether.toml`.
    package let workspace: WorkspaceConfig
    /// `watch.toml`.
    package let watch: WatchList
    /// `units.toml`.
    package let units: UnitChanges
    /// `programs.csv`.
    package let programmes: Programmes
    /// By id.
    package let feeds: [FeedFile]
    /// What addresses and headers may name.
    package let secrets: Secrets
    /// Every file read, for the journal; the secrets file is not among them.
    package let files: [ConfigFile]

    /// The feed of that name.
    package func feed(_ id: String) -> FeedFile? { feeds.first { $0.id == id } }

    /// What a request for a part asks at that moment: `{date}` is the publisher's day.
    package func address(
        of part: FeedFile.Part, in feed: FeedFile, at now: Instant, from: Day? = nil
    ) throws -> Resolved {
        do {
            return try part.address.resolve(days: days(feed, now, from), secrets: secrets, workspace: root)
        } catch let fault as Fault {
            throw fault.at("Config/feeds/\(feed.id).toml")
        }
    }

    /// The value of a header that the feed sends.
    package func header(
        _ header: FeedFile.Header, of feed: FeedFile, at now: Instant, from: Day? = nil
    ) throws -> Resolved {
        do {
            return try header.value.resolve(days: days(feed, now, from), secrets: secrets)
        } catch let fault as Fault {
            throw fault.at("Config/feeds/\(feed.id).toml")
        }
    }

    /// The proxy with its password, or nil where the environment decides.
    package func proxy() throws -> Resolved? {
        // The form of the key allows no day in it, so that any will do here.
        try workspace.fetch.proxy?.resolve(days: RequestDays(Day(number: 0)), secrets: secrets)
    }

    /// Where the certificates are that stand in for the system's; a path is counted from the workspace.
    package var caFile: String? {
        workspace.fetch.caFile.map { $0.hasPrefix("/") ? $0 : "\(root)/\($0)" }
    }

    /// Another watch list than the workspace's own, held to the same names.
    package func watchList(_ path: String) throws -> WatchList {
        try WatchList.decode(
            try ConfigFile(name: path, path: path), sources: Set(feeds.map(\.source)), programmes: programmes,
            feeds: Set(feeds.map(\.id))
        ).get()
    }

    // Without `--since` a range goes back as far as the feed's values answer for today.
    private func days(_ feed: FeedFile, _ now: Instant, _ from: Day?) -> RequestDays {
        let today = feed.zone.day(of: now)
        let start = from ?? today - max(1, Int(feed.maxAge.seconds / 86_400))
        return RequestDays(date: today, from: start, to: today)
    }
}

extension Settings {
    /// Reads every file, or throws the first fault.
    package static func load(
        root: String, environment: [String: String], readers: [Reader] = []
    ) throws -> Settings {
        try check(root: root, environment: environment, readers: readers).get()
    }

    /// Reads every file, and collects what is wrong with any of them.
    package static func check(
        root: String, environment: [String: String], readers: [Reader] = []
    ) -> Checked<Settings> {
        let findings = Findings()
        var files: [ConfigFile] = []
        func decode<Value>(_ name: String, _ read: (ConfigFile) -> Checked<Value>) -> Value? {
            guard let file = findings.noting({ try ConfigFile(name: name, path: "\(root)/\(name)") }) else {
                return nil
            }
            files.append(file)
            let checked = read(file)
            for fault in checked.faults { findings.add(fault) }
            for pointer in checked.pointers { findings.point(pointer) }
            return checked.value
        }
        let names = findings.noting { try feedNames(root) } ?? []
        let feeds = names.compactMap { name in
            decode("Config/feeds/\(name)") { FeedFile.decode($0, readers: readers) }
        }
        // A feed that cannot be read would make every key of its source look unknown.
        let sources = feeds.count == names.count ? Set(feeds.map(\.source)) : nil
        let workspace = decode("Config/bellwether.toml") { WorkspaceConfig.decode($0, sources: sources) }
        let programmes = decode("Config/programs.csv") { Programmes.decode($0) }
        let watch = decode("Config/watch.toml") {
            WatchList.decode(
                $0, sources: sources, programmes: programmes, feeds: sources.map { _ in Set(feeds.map(\.id)) })
        }
        let units = decode("Config/units.toml") { UnitChanges.decode($0) }
        let secrets = findings.noting {
            try Secrets.load(folder: "\(root)/Config", name: "Config/secrets.toml", environment: environment)
        }
        guard let workspace, let watch, let units, let programmes, let secrets else { return Checked(nil, findings) }
        return Checked(
            Settings(
                root: root, workspace: workspace, watch: watch, units: units, programmes: programmes,
                feeds: feeds.sorted { $0.id < $1.id }, secrets: secrets, files: files),
            findings)
    }

    private static func feedNames(_ root: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: "\(root)/Config/feeds")
                .filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
        } catch {
            throw Fault(
                "missing_folder", "the folder of feed files cannot be read", place: "Config/feeds",
                remedy: "`bellwether init PATH` makes a workspace with every file; `--workspace PATH` names another")
        }
    }
}

extension Findings {
    /// The value, or nil after noting why there is none.
    func noting<Value>(_ make: () throws -> Value) -> Value? {
        do {
            return try make()
        } catch let fault as Fault {
            add(fault)
        } catch {
            add(Fault("unreadable_file", "\(error)"))
        }
        return nil
    }
}

extension ListNames {
    /// As the feed files and `programs.csv` have them.
    package init(_ settings: Settings) {
        let titles = settings.feeds.map { ($0.id, $0.title) }
        self.init(programmes: settings.programmes, titles: Dictionary(titles, uniquingKeysWith: { first, _ in first }))
    }
}
