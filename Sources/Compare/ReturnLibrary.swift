/// The returns of every subject in every numeraire and the baskets beside them, computed once before any event asks.
struct ReturnLibrary: Sendable {
    struct Entry: Sendable {
        /// Nil where the source lacks the currency or the numeraire.
        var returns: Returns?
        var basket: Basket
    }

    private struct Key: Hashable {
        var table: Int
        var currency: String
        var numeraire: String
        var quantity: Quantity
    }

    private let entries: [Key: Entry]

    init(_ comparison: Comparison, _ subjects: [Subject]) {
        var returns: [Key: Returns?] = [:]
        func made(_ key: Key) -> Returns? {
            if let known = returns[key] { return known }
            let table = comparison.tables[key.table]
            let made = table.values(of: key.currency, in: key.numeraire).map {
                Returns($0, days: table.days, quantity: key.quantity, longestGap: table.rhythm.longestGap)
            }
            returns[key] = .some(made)
            return made
        }
        var entries: [Key: Entry] = [:]
        var baskets: [Key: Basket] = [:]
        for subject in subjects {
            guard let table = subject.table else { continue }
            for numeraire in comparison.numeraires {
                let key = ReturnLibrary.key(subject, table, numeraire)
                var market = key
                market.currency = ""
                let basket =
                    baskets[market]
                    ?? Basket(
                        // The basket's currencies that this source has, without the numeraire.
                        comparison.basket.filter { $0 != numeraire && comparison.tables[table].lone == nil }
                            .compactMap { code in
                                market.currency = code
                                return made(market).map { Basket.Member(code: code, returns: $0) }
                            })
                market.currency = ""
                baskets[market] = basket
                entries[key] = Entry(returns: made(key), basket: basket)
            }
        }
        self.entries = entries
    }

    func entry(_ subject: Subject, in numeraire: String) -> Entry? {
        subject.table.flatMap { entries[ReturnLibrary.key(subject, $0, numeraire)] }
    }

    private static func key(_ subject: Subject, _ table: Int, _ numeraire: String) -> Key {
        Key(table: table, currency: subject.currency, numeraire: numeraire, quantity: subject.quantity)
    }
}
