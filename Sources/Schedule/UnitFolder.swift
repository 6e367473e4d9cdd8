internal import FoundationEssentials
internal import Vocabulary

/// The folder from which systemd reads a person's own units.
package struct UnitFolder: Sendable, Hashable {
    package let path: String

    package init(path: String) { self.path = path }

    /// `$XDG_CONFIG_HOME/systemd/user`, else `~/.config/systemd/user` (systemd.unit(5)).
    package init(environment: [String: String]) throws {
        // The XDG base directory specification: a path that is not absolute is ignored.
        if let configuration = environment["XDG_CONFIG_HOME"], configuration.hasPrefix("/") {
            path = "\(configuration)/systemd/user"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            path = "\(home)/.config/systemd/user"
        } else {
            throw Fault(
                "no_home", "neither XDG_CONFIG_HOME nor HOME names a folder for systemd's units",
                remedy: "set HOME, or use --cron")
        }
    }

    func content(_ name: String) throws -> String? {
        let url = url(name)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return try doing("read", url) { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
    }

    func write(_ name: String, _ content: String) throws {
        let url = url(name)
        try doing("written", url) {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data(content.utf8).write(to: url, options: .atomic)
        }
    }

    /// Whether there was anything to remove. A link that points nowhere counts.
    func remove(_ name: String) throws -> Bool {
        let url = url(name)
        do {
            _ = try FileManager.default.attributesOfItem(atPath: url.path)
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            return false
        }
        try doing("removed", url) { try FileManager.default.removeItem(at: url) }
        return true
    }

    private func url(_ name: String) -> URL { URL(filePath: "\(path)/\(name)") }

    private func doing<Result>(_ what: String, _ url: URL, _ work: () throws -> Result) throws -> Result {
        do { return try work() } catch {
            let reason =
                switch (error as? CocoaError)?.code {
                case .fileWriteNoPermission, .fileReadNoPermission: "permission denied"
                case .fileWriteOutOfSpace: "the disk is full"
                case .fileWriteVolumeReadOnly: "the disk is read-only"
                default: "\(error)"
                }
            throw Fault("unit_file", "it could not be \(what): \(reason)", place: url.path)
        }
    }
}
