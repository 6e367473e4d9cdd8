package import Vocabulary

/// How a run ended, for scripts and timers.
package enum ExitCode: Int32, Sendable, CaseIterable {
    case done = 0
    case failed = 1
    case usage = 2
    case partly = 3
    /// EX_TEMPFAIL of sysexits.h: trying again later will do.
    case busy = 75

    package var meaning: String {
        switch self {
        case .done: "done"
        case .failed: "failed; the message says what and where"
        case .usage: "the command line was not understood"
        case .partly: "partly done: a feed failed, went stale or was held back"
        case .busy: "another run is writing to this workspace; try again"
        }
    }

    /// What a fault that ends the run makes of it.
    package init(_ fault: Fault) {
        switch fault.code {
        case "usage", "bad_window", "bad_rule", "bad_basket", "bad_setting", "unknown_setting", "unknown_indicator",
            "wrong_question":
            self = .usage
        case "busy": self = .busy
        default: self = .failed
        }
    }
}
