internal import Compare
internal import Findings
internal import Vocabulary

/// Once in a quarter, when enough events of a kind have come together, they are tested together.
struct PoolsSection: ReportSection {
    let context: ReportContext
    let rows: [PoolRow]

    var files: [ReportFile] { [ReportFile("pools", .pools(rows))] }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        guard context.period.endsQuarter else { return blocks }
        blocks.append(.heading("Tags of events, tested together"))
        guard !rows.isEmpty else {
            blocks.append(
                .paragraph("No tag has \(Pool.usualLeast) events with a whole window; fewer are not tested together."))
            return blocks
        }
        blocks.append(
            .paragraph(
                "At the end of a quarter: all reviewed events of watched countries known by then, by tag and direction, "
                    + "over day 0 and the next publication day. pools.csv has every figure."))
        blocks += Document.pools(rows, least: Pool.usualLeast).blocks
        return blocks
    }
}
