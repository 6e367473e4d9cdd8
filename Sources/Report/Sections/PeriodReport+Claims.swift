internal import Tables
internal import Vocabulary

extension PeriodReport {
    func appendClaims(to document: inout Document) {
        guard !claims.isEmpty else { return }
        document.append(.heading("Claims in the news, checked"))
        document.append(
            .paragraph(
                "Figures that stories of this \(period.noun) state of a currency, held against the stored rates within "
                    + "one percentage point: arithmetic on rates as published, which says under which base a figure "
                    + "holds, not why a rate moved."))
        for claim in claims.prefix(CheckedClaim.most) {
            document.append(
                .item("\(claim.event.id) (\(claim.event.date)): “\(Wording.short(claim.phrase, 160))” \(claim.words)"))
        }
        let rest = claims.count - CheckedClaim.most
        if let words = Wording.more(rest, in: "claims.csv") { document.append(.paragraph(words)) }
    }

    /// claims.csv
    func claimsTable() -> Table {
        var table = Table.claim([])
        table.columns = [.init("event", .word), .init("claim")] + table.columns
        table.rows = claims.flatMap { claim in
            Table.claim(claim.findings).rows.map { [.text(claim.event.id), .text(claim.phrase)] + $0 }
        }
        return table
    }
}
