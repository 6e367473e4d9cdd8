/// The currencies whose plain mean return stands for the market, and that mean for every choice of members.
final class Basket {
    /// Members are bits of one word.
    static let most = 64

    struct Member {
        var code: String
        var returns: Returns
    }

    /// A choice of members.
    struct Choice: Hashable {
        var bits: UInt64 = 0
        var count: Int { bits.nonzeroBitCount }
    }

    private let members: [Member]
    private var means: [Choice: [Double]] = [:]

    init(_ members: [Member]) { self.members = members }

    /// The members with a return on every row used; a gap return serves in a window, not in the estimation.
    func members(without studied: String, estimation: EstimationRows, others: [Range<Int>], of returns: Returns)
        -> Choice
    {
        var choice = Choice()
        for (index, member) in members.enumerated() where member.code != studied {
            let own = member.returns
            let isWhole =
                (own.areAllRegular(estimation.range) || estimation.rows.allSatisfy(own.isRegular))
                && others.allSatisfy { rows in
                    own.areAllRegular(rows) || rows.allSatisfy { own.has($0) || !returns.has($0) }
                }
            if isWhole { choice.bits |= 1 << UInt64(index) }
        }
        return choice
    }

    /// The plain mean return per row, NaN where a chosen member has none.
    func mean(_ choice: Choice) -> [Double] {
        if let known = means[choice] { return known }
        let chosen = members.indices.filter { choice.bits & 1 << UInt64($0) != 0 }
        var sums = [Double](repeating: 0, count: members.first?.returns.values.count ?? 0)
        for index in chosen {
            let values = members[index].returns.values
            for row in sums.indices { sums[row] += values[row] }
        }
        let made = sums.map { $0 / Double(chosen.count) }
        means[choice] = made
        return made
    }
}
