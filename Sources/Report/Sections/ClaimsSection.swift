internal import Findings
internal import Indicators
internal import Tables
internal import Vocabulary

/// Figures that the period's news stated, held against the stored rates.
struct ClaimsSection: ReportSection {
    let context: ReportContext
    let claims: [CheckedClaim]
    /// More claims than this are counted only.
    private static let most = 12

    var files: [ReportFile] { [ReportFile("claims", table)] }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        guard !claims.isEmpty else { return blocks }
        blocks.append(.heading("Claims in the news, checked"))
        blocks.append(
            .paragraph(
                "Figures that stories of this \(context.period.noun) state of a currency, held against the stored rates within "
                    + "one percentage point: arithmetic on rates as published, which says under which base a figure "
                    + "holds, not why a rate moved."))
        for claim in claims.prefix(ClaimsSection.most) {
            blocks.append(
                .item("\(claim.event.id) (\(claim.event.date)): “\(Wording.short(claim.phrase, 160))” \(claim.words)"))
        }
        let rest = claims.count - ClaimsSection.most
        if let words = Wording.more(rest, in: "claims.csv") { blocks.append(.paragraph(words)) }
        return blocks
    }

    private var table: Table {
        let rows = claims.flatMap { claim in
            claim.findings.map { StatedFinding(event: claim.event.id, claim: claim.phrase, finding: $0) }
        }
        let stated: [Column<StatedFinding>] = [
            Column("event", .word) { .text($0.event) }, Column("claim") { .text($0.claim) },
        ]
        return Table("claim", rows, stated + Table.columnsOfClaims.map { $0.of(\.finding) })
    }
}

/// What arithmetic says of a claim of an event.
private struct StatedFinding: Sendable {
    var event: String
    var claim: String
    var finding: ClaimFinding
}
