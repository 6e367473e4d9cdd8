internal import Synchronization
internal import Vocabulary

/// The returns of one subject in one numeraire, and the basket beside them.
final class MeasuredSeries: Sendable {
    /// Nil where the source lacks the currency or the numeraire.
    let returns: Returns?
    let basket: Basket
    let days: [Day]
    private let known = Mutex<ManagedSteps?>(nil)

    /// The steps of the whole series, found when first asked for.
    var steps: ManagedSteps? {
        guard let returns else { return nil }
        return known.withLock { known in
            let found = known ?? ManagedSteps(returns, days: days)
            known = found
            return found
        }
    }

    init(returns: Returns?, basket: Basket, days: [Day]) {
        (self.returns, self.basket, self.days) = (returns, basket, days)
    }
}
