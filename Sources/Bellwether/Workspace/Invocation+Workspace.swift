internal import Archive
internal import CommandLine
internal import FileSystem
internal import Findings
internal import FoundationEssentials
internal import Glibc
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Invocation {
    /// The workspace that the command is about, its configuration read and found whole.
    func workspace() throws -> Workspace {
        try Workspace(root: workspaceFolder(), environment: ProcessInfo.processInfo.environment, now: global.now)
    }

    /// An absolute path, so that what is written into units and addresses holds from anywhere.
    func workspaceFolder() throws -> String { try Invocation.absolute(global.workspace) }

    static func absolute(_ path: String) throws -> String {
        if path.hasPrefix("/") { return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }
        let here = FileManager.default.currentDirectoryPath
        return path == "." ? here : "\(here)/\(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)"
    }

    /// `--known-on`, now where it was not given.
    func knownOn() throws -> KnownOn {
        if let day = try day("known-on") { return KnownOn(day: day) }
        return presentlyKnown
    }

    /// With an injected clock the present is that moment: nothing later is known yet.
    var presentlyKnown: KnownOn { global.isNowGiven ? KnownOn(lastSecond: global.now.seconds) : .now }

    /// Who decides: the name that the journal keeps.
    var person: String {
        let environment = ProcessInfo.processInfo.environment
        return environment["SUDO_USER"] ?? environment["USER"] ?? environment["LOGNAME"] ?? "uid \(getuid())"
    }
}

extension Workspace {
    /// How every feed is doing now.
    ///
    /// - Parameter maxAge: seconds; nil: each feed's own.
    func health(maxAge: Int64? = nil) throws -> [FeedHealth] {
        let ledger = try Files.exists(ledgerPath) ? ledger() : nil
        return FeedHealth.all(try records(ledger, at: now), at: now, maxAge: maxAge)
    }
}
