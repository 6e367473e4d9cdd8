package import Tables
internal import Vocabulary

/// A named column of a table of rows.
package struct Column<Row>: Sendable {
    package let name: String
    /// The field of a row.
    package let cell: @Sendable (Row) -> Cell

    package init(_ name: String, _ cell: @escaping @Sendable (Row) -> Cell) {
        self.name = name
        self.cell = cell
    }
}

extension ComparisonRow {
    /// As a percentage, where what is compared is a logarithm.
    fileprivate func change(_ value: Double?) -> Double? { quantity.isLogarithmic ? value.map(valueChange) : nil }

    /// The columns of `compare`, in the order in which they are printed.
    package static let columns: [Column<ComparisonRow>] =
        identity + fit + plain + turbulence + multiplicity + ranges + filteredHistory + closing

    private static let identity: [Column<ComparisonRow>] = [
        Column("event") { .text($0.event) },
        Column("date") { Cell($0.date) },
        Column("after_fix") { .integer($0.afterFix) },
        Column("day0") { Cell($0.dayZero?.day) },
        Column("mapping") { Cell($0.dayZero?.mapping.description) },
        Column("series") { .text($0.series) },
        Column("numeraire") { .text($0.numeraire) },
        Column("model") { .text($0.model.rawValue) },
        Column("w0") { .integer($0.window.first) },
        Column("w1") { .integer($0.window.last) },
        Column("n") { .integer($0.window.count) },
    ]

    private static let fit: [Column<ComparisonRow>] = [
        Column("L") { Cell($0.estimationCount) },
        Column("est_first") { Cell($0.estimation?.lowerBound) },
        Column("est_last") { Cell($0.estimation?.upperBound) },
        Column("alpha") { Cell($0.fit?.alpha) },
        Column("beta") { Cell($0.fit?.beta) },
        Column("t_beta") { Cell($0.fit?.tBeta) },
        Column("mbar") { Cell($0.fit?.meanOfBasket) },
        Column("smm") { Cell($0.fit?.spreadOfBasket) },
        Column("r2") { Cell($0.fit?.r2) },
        Column("s2") { Cell($0.fit?.s2) },
        Column("basket_n") { Cell($0.fit?.basketCount) },
    ]

    private static let plain: [Column<ComparisonRow>] = [
        Column("car") { Cell($0.car) },
        Column("se") { Cell($0.test?.se) },
        Column("t") { Cell($0.test?.t) },
        Column("df") { $0.test == nil ? .none : Cell($0.fit?.df) },
        Column("p") { Cell($0.test?.p) },
        Column("lo") { Cell($0.test?.lo) },
        Column("hi") { Cell($0.test?.hi) },
        Column("pct") { Cell($0.change($0.car)) },
        Column("pct_lo") { Cell($0.change($0.test?.lo)) },
        Column("pct_hi") { Cell($0.change($0.test?.hi)) },
    ]

    private static let turbulence: [Column<ComparisonRow>] = [
        Column("placebo_n") { Cell($0.test?.placeboCount) },
        Column("placebo_p") { Cell($0.test?.placeboP) },
        Column("k_turb") { Cell($0.test?.k) },
        Column("t_turb") { Cell($0.test?.tTurbulent) },
        Column("p_turb") { Cell($0.test?.pTurbulent) },
        Column("placebo_p_turb") { Cell($0.test?.placeboPTurbulent) },
        Column("rank") { Cell($0.test?.rank) },
    ]

    private static let multiplicity: [Column<ComparisonRow>] = [
        Column("p_bh") { Cell($0.multiplicity?.q) },
        Column("placebo_p_bh") { Cell($0.multiplicity?.placeboQ) },
        Column("p_turb_bh") { Cell($0.multiplicity?.qTurbulent) },
        Column("family") { Cell($0.multiplicity?.family) },
    ]

    private static let ranges: [Column<ComparisonRow>] = [
        Column("lo_turb") { Cell($0.test?.loTurbulent) },
        Column("hi_turb") { Cell($0.test?.hiTurbulent) },
        Column("pct_lo_turb") { Cell($0.change($0.test?.loTurbulent)) },
        Column("pct_hi_turb") { Cell($0.change($0.test?.hiTurbulent)) },
    ]

    private static let filteredHistory: [Column<ComparisonRow>] = [
        Column("alpha_fhs") { Cell($0.filtered?.alpha) },
        Column("beta_fhs") { Cell($0.filtered?.beta) },
        Column("car_fhs") { Cell($0.filtered?.car) },
        Column("sd_fhs") { Cell($0.filtered?.sd) },
        Column("z_fhs") { Cell($0.filtered?.z) },
        Column("fhs_n") { Cell($0.filtered?.count) },
        Column("p_fhs") { Cell($0.filtered?.p) },
        Column("lo_fhs") { Cell($0.filtered?.lo) },
        Column("hi_fhs") { Cell($0.filtered?.hi) },
        Column("p_fhs_tail") { Cell($0.filtered?.tailP) },
        Column("p_fhs_bh") { Cell($0.multiplicity?.qFiltered) },
    ]

    private static let closing: [Column<ComparisonRow>] = [
        Column("status") { .text($0.status.rawValue) },
        Column("confounders") { .text($0.confounders.joined(separator: ";")) },
        Column("quantity") { .text($0.quantity.rawValue) },
    ]
}
