/// Makes the returns of series and the baskets beside them, each once however many subjects ask.
struct ReturnLibrary {
    private struct Key: Hashable {
        var table: Int
        var currency: String
        var numeraire: String
        var quantity: Quantity
    }

    private let comparison: Comparison
    private var returns: [Key: Returns?] = [:]
    private var baskets: [Key: Basket] = [:]

    init(_ comparison: Comparison) { self.comparison = comparison }

    mutating func subject(_ lone: LoneSeries, table: Int) -> Subject {
        subject(name: lone.name, currency: lone.currency, area: lone.area, quantity: lone.quantity, table: table)
    }

    mutating func subject(
        name: String, currency: String, area: String = "", quantity: Quantity, table number: Int?
    ) -> Subject {
        guard let number else {
            return Subject(
                name: name, currency: currency, area: area, quantity: quantity, numeraires: comparison.numeraires)
        }
        let table = comparison.tables[number]
        let numeraires = table.lone == nil ? comparison.numeraires : [""]
        let measured = numeraires.map { numeraire in
            let key = Key(table: number, currency: currency, numeraire: numeraire, quantity: quantity)
            return MeasuredSeries(returns: returns(key), basket: basket(beside: key), days: table.days)
        }
        return Subject(
            name: name, currency: currency, area: area, quantity: quantity, table: number,
            lastDay: table.lastDay(of: currency), laterSuspects: table.laterSuspects(of: currency), measured: measured,
            numeraires: numeraires)
    }

    private mutating func returns(_ key: Key) -> Returns? {
        if let known = returns[key] { return known }
        let table = comparison.tables[key.table]
        let made = table.values(of: key.currency, in: key.numeraire).map {
            Returns($0, days: table.days, quantity: key.quantity, longestGap: table.rhythm.longestGap)
        }
        returns[key] = .some(made)
        return made
    }

    /// The basket's currencies that this source has, without the numeraire; a series that stands alone has none.
    private mutating func basket(beside key: Key) -> Basket {
        var market = key
        market.currency = ""
        if let known = baskets[market] { return known }
        let codes = comparison.tables[key.table].lone == nil ? comparison.basket : []
        var members: [Basket.Member] = []
        for code in codes where code != key.numeraire {
            var member = key
            member.currency = code
            if let made = returns(member) { members.append(Basket.Member(code: code, returns: made)) }
        }
        let made = Basket(members)
        baskets[market] = made
        return made
    }
}
