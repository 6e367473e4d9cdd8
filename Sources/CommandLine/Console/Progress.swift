internal import Synchronization
internal import Tables

/// A bar on standard error, drawn only where a person watches; anywhere else it does nothing.
package final class Progress: Sendable {
    private struct State {
        var done = 0
        var drawn = ""
    }

    private let total: Int
    private let console: Console
    private let state = Mutex(State())

    package init(total: Int, on console: Console) {
        self.total = total
        self.console = console
    }

    private var isShown: Bool { console.terminal.errorsAreTerminal && console.level != .quiet && total > 0 }

    /// One step further; `label` names what has just been done.
    package func advance(_ label: String, by steps: Int = 1) {
        guard isShown else { return }
        state.withLock { state in
            state.done = min(total, state.done + steps)
            let line = Progress.line(
                done: state.done, total: total, label: Sanitised.line(label), columns: console.terminal.columns)
            // Drawing what is there already costs more than the work where the steps are small.
            guard line != state.drawn else { return }
            state.drawn = line
            draw("\r\u{1b}[2K" + line)
        }
    }

    /// Takes the bar away, so that messages and results stand alone.
    package func finish() {
        guard isShown else { return }
        state.withLock { state in
            if !state.drawn.isEmpty { draw("\r\u{1b}[2K") }
            state.drawn = ""
        }
    }

    private func draw(_ text: String) {
        // A bar that cannot be drawn is no reason to stop.
        do { try console.errors.write(text) } catch {}
    }

    static func line(done: Int, total: Int, label: String, columns: Int) -> String {
        let width = 24
        let filled = done * width / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        let count = "\(done)".padded(to: "\(total)".utf8.count, right: true)
        var line = "[\(bar)] \(count)/\(total) \(label)"
        while displayWidth(line) >= max(columns, 1) { line.removeLast() }
        return line
    }
}
