internal import Glibc

/// What is known about the two output streams: a person at a terminal, or a file.
package struct Terminal: Sendable, Hashable {
    package var outputIsTerminal: Bool
    package var errorsAreTerminal: Bool
    package var allowsColour: Bool
    package var columns: Int

    package init(outputIsTerminal: Bool, errorsAreTerminal: Bool, allowsColour: Bool, columns: Int) {
        self.outputIsTerminal = outputIsTerminal
        self.errorsAreTerminal = errorsAreTerminal
        self.allowsColour = allowsColour
        self.columns = columns
    }

    /// Neither stream is a terminal.
    package static let none = Terminal(
        outputIsTerminal: false, errorsAreTerminal: false, allowsColour: false, columns: 80)

    /// The streams of this process. Colour is off where NO_COLOR is set (no-color.org) or the terminal is dumb.
    package static func current(_ environment: [String: String]) -> Terminal {
        Terminal(
            outputIsTerminal: isatty(1) == 1, errorsAreTerminal: isatty(2) == 1,
            allowsColour: environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb",
            columns: width())
    }

    private static func width() -> Int {
        var size = winsize()
        guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    package var paintsOutput: Bool { outputIsTerminal && allowsColour }
    package var paintsErrors: Bool { errorsAreTerminal && allowsColour }
}
