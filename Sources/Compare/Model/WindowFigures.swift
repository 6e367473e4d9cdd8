/// What was measured over one window; where something is withheld, it is nil.
final class WindowFigures: Sendable {
    let fit: NormalFit
    /// The currency's own log return over the window, nothing taken off.
    let move: Double?
    /// The abnormal log return over the window.
    let car: Double?
    let test: WindowTest?
    /// Nil where fewer than 300 returns precede, or the series is managed.
    let filtered: FilteredHistory?

    init(
        _ fit: NormalFit, move: Double? = nil, car: Double? = nil, test: WindowTest? = nil,
        filtered: FilteredHistory? = nil
    ) {
        self.fit = fit
        self.move = move
        self.car = car
        self.test = test
        self.filtered = filtered
    }
}
