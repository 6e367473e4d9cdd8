package import Vocabulary

/// What every command is told beside its own options.
package struct GlobalOptions: Sendable {
    /// `--workspace`, else `BELLWETHER_WORKSPACE`, else the current folder.
    package var workspace: String
    /// The only clock there is.
    package var now: Instant
    /// Whether `--now` set it: then nothing may depend on the machine's own clock.
    package var isNowGiven: Bool
    package var offline: Bool
    package var quiet: Bool
    package var verbose: Bool

    package init(
        workspace: String = ".", now: Instant, isNowGiven: Bool = true, offline: Bool = false, quiet: Bool = false,
        verbose: Bool = false
    ) {
        self.workspace = workspace
        self.now = now
        self.isNowGiven = isNowGiven
        self.offline = offline
        self.quiet = quiet
        self.verbose = verbose
    }
}
