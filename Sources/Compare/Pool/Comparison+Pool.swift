internal import Vocabulary

extension Comparison {
    /// Every pool asked for, by every rule, numeraire, model and window.
    ///
    /// - Parameters:
    ///   - least: how many entries a test needs.
    ///   - seed: of the sign flips.
    package func pooled(_ pools: [Pool], least: Int, seed: UInt64) throws -> [PoolRow] {
        var rows: [PoolRow] = []
        for pool in pools {
            var own = self
            own.events = pool.events
            for rule in afterFix {
                own.afterFix = [rule]
                rows += try own.pooled(pool, rule: rule, least: least, seed: seed)
            }
        }
        rows.countFamilies()
        return rows
    }

    private func pooled(_ pool: Pool, rule: Int, least: Int, seed: UInt64) throws -> [PoolRow] {
        // Never a premium with a return, nor what is counted in dollars with what is counted in euros.
        var order: [PoolQuestion] = quantities.flatMap { quantity in
            quantity == .premium ? [] : numeraires.map { PoolQuestion(quantity: quantity, numeraire: $0) }
        }
        var placed: [PoolQuestion: [(PlacedEvent, Measurement)]] = [:]
        try study().each(events[...]) { event, measurement in
            guard let measurement else { return }
            let question = PoolQuestion(quantity: event.quantity, numeraire: event.numeraire)
            if !order.contains(question) { order.append(question) }
            placed[question, default: []].append((event, measurement))
        }
        let asked = order.flatMap { question in models.map { (question, $0) } }
        // Correlations are many; what one numeraire and model have is asked of no other.
        return asked.flatMap { question, model in
            let members = PoolMembers(placed[question] ?? [], model)
            return windows.map { window in
                let row = PoolRow(
                    tag: pool.tag, direction: pool.direction, measure: pool.measure, stage: pool.stage, afterFix: rule,
                    quantity: question.quantity, numeraire: question.numeraire, model: model, window: window,
                    entries: [])
                return members.tested(row, least: least, seed: seed)
            }
        }
    }
}

/// What the entries of one pooled test share.
private struct PoolQuestion: Hashable {
    var quantity: Quantity
    var numeraire: String
}

extension [PoolRow] {
    /// q-values of the pools that share numeraire, model and window.
    fileprivate mutating func countFamilies() {
        var families: [WindowFamily: [Int]] = [:]
        for index in indices where self[index].kolariPynnonenP != nil {
            let row = self[index]
            families[WindowFamily(numeraire: row.numeraire, model: row.model, window: row.window), default: []]
                .append(index)
        }
        for family in families.values {
            let q = FalseDiscovery.qValues(family.compactMap { self[$0].kolariPynnonenP })
            for (index, q) in zip(family, q) { (self[index].q, self[index].family) = (q, family.count) }
        }
    }
}
