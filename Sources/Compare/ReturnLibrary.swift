internal import Vocabulary

/// The returns and basket means of one table, each computed once however many events and currencies ask.
final class ReturnLibrary {
    let table: RateTable
    private let basketCodes: [String]
    private var returns: [Pair: Returns] = [:]
    private var baskets: [String: Basket] = [:]

    private struct Pair: Hashable {
        var currency: String
        var numeraire: String
    }

    init(_ table: RateTable, basketCodes: [String]) {
        self.table = table
        self.basketCodes = basketCodes
    }

    /// Nil where the source lacks the currency or the numeraire.
    func returns(of currency: String, in numeraire: String) -> Returns? {
        let pair = Pair(currency: currency, numeraire: numeraire)
        if let known = returns[pair] { return known }
        guard let values = table.values(of: currency, in: numeraire) else { return nil }
        let made = Returns(values, days: table.days)
        returns[pair] = made
        return made
    }

    /// The basket's currencies that this source has, without the numeraire.
    func basket(in numeraire: String) -> Basket {
        if let known = baskets[numeraire] { return known }
        let members = basketCodes.filter { $0 != numeraire }.compactMap { code in
            returns(of: code, in: numeraire).map { Basket.Member(code: code, returns: $0) }
        }
        let made = Basket(members)
        baskets[numeraire] = made
        return made
    }
}
