internal import Synchronization

/// The currencies whose plain mean return stands for the market, and that mean for every choice of members.
final class Basket: Sendable {
    /// Members are bits of one word.
    static let most = 64

    struct Member: Sendable {
        var code: String
        var returns: Returns
    }

    /// A choice of members.
    struct Choice: Hashable, Sendable {
        var bits: UInt64 = 0
        var count: Int { bits.nonzeroBitCount }
    }

    private let members: [Member]
    private let means = Mutex<[Choice: [Double]]>([:])

    init(_ members: [Member]) { self.members = members }

    /// The members with a return on every row used; a gap return serves in a window, not in the estimation.
    ///
    /// - Parameter others: rows of the window and just before it.
    func members(
        without studied: String, estimation: EstimationRows, others: (Range<Int>, Range<Int>), of returns: Returns
    ) -> Choice {
        var choice = Choice()
        for index in members.indices where members[index].code != studied {
            let isWhole =
                members[index].returns.serves(estimation) && members[index].returns.serves(others.0, as: returns)
                && members[index].returns.serves(others.1, as: returns)
            if isWhole { choice.bits |= 1 << UInt64(index) }
        }
        return choice
    }

    /// Whether any currency could stand for the market on those rows.
    func hasMember(
        without studied: String, _ estimation: EstimationRows, _ others: (Range<Int>, Range<Int>), _ returns: Returns
    ) -> Bool {
        members(without: studied, estimation: estimation, others: others, of: returns).count > 0
    }

    /// The plain mean return per row, NaN where a chosen member has none.
    func mean(_ choice: Choice) -> [Double] {
        if let known = means.withLock({ $0[choice] }) { return known }
        let chosen = members.indices.filter { choice.bits & 1 << UInt64($0) != 0 }
        var sums = [Double](repeating: 0, count: members.first?.returns.values.count ?? 0)
        for index in chosen {
            let values = members[index].returns.values
            for row in sums.indices { sums[row] += values[row] }
        }
        let made = sums.map { $0 / Double(chosen.count) }
        means.withLock { $0[choice] = made }
        return made
    }
}

extension Returns {
    fileprivate func serves(_ estimation: EstimationRows) -> Bool {
        areAllRegular(estimation.range) || estimation.allSatisfy(isRegular)
    }

    /// Whether there is a return wherever another series has one.
    fileprivate func serves(_ rows: Range<Int>, as other: Returns) -> Bool {
        areAllRegular(rows) || rows.allSatisfy { has($0) || !other.has($0) }
    }
}
