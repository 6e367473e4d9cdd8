package import Compare
package import Tables
internal import Vocabulary

extension Table {
    /// The columns of `compare`.
    package static func comparison(_ rows: [ComparisonRow]) -> Table {
        Table("comparisons", rows, ComparisonRow.columns)
    }
}

extension ComparisonRow {
    /// As a percentage, where what is compared is a logarithm.
    fileprivate func change(_ value: Double?) -> Double? { quantity.isLogarithmic ? value.map(valueChange) : nil }

    /// The columns of `compare`, in the order in which they are printed.
    package static let columns: [Column<ComparisonRow>] =
        [
            identityColumns, fitColumns, plainColumns, turbulenceColumns, multiplicityColumns, rangeColumns,
            filteredColumns, closingColumns,
        ].flatMap(\.self)

    private static let identityColumns: [Column<ComparisonRow>] = [
        Column("event", .word) { .text($0.event) },
        Column("date", .day) { Cell($0.date) },
        Column("after_fix", .number) { .integer($0.afterFix) },
        Column("day0", .day) { Cell($0.dayZero?.day) },
        Column("mapping", .word) { Cell($0.dayZero?.mapping.description) },
        Column("series", .word) { .text($0.series) },
        Column("numeraire", .word) { .text($0.numeraire) },
        Column("model", .word) { .text($0.model.rawValue) },
        Column("w0", .number) { .integer($0.window.first) },
        Column("w1", .number) { .integer($0.window.last) },
        Column("n", .number) { .integer($0.window.count) },
    ]

    private static let fitColumns: [Column<ComparisonRow>] = [
        Column("L", .number) { Cell($0.estimationCount) },
        Column("est_first", .day) { Cell($0.estimation?.lowerBound) },
        Column("est_last", .day) { Cell($0.estimation?.upperBound) },
        Column("alpha", .number) { Cell($0.fit?.alpha) },
        Column("beta", .number) { Cell($0.fit?.beta) },
        Column("t_beta", .number) { Cell($0.fit?.tBeta) },
        Column("mbar", .number) { Cell($0.fit?.meanOfBasket) },
        Column("smm", .number) { Cell($0.fit?.spreadOfBasket) },
        Column("r2", .number) { Cell($0.fit?.r2) },
        Column("s2", .number) { Cell($0.fit?.s2) },
        Column("basket_n", .number) { Cell($0.fit?.basketCount) },
    ]

    private static let plainColumns: [Column<ComparisonRow>] = [
        Column("car", .number) { Cell($0.car) },
        Column("se", .number) { Cell($0.test?.se) },
        Column("t", .number) { Cell($0.test?.t) },
        Column("df", .number) { $0.test == nil ? .none : Cell($0.fit?.df) },
        Column("p", .number) { Cell($0.test?.p) },
        Column("lo", .number) { Cell($0.test?.lo) },
        Column("hi", .number) { Cell($0.test?.hi) },
        Column("pct", .number) { Cell($0.change($0.car)) },
        Column("pct_lo", .number) { Cell($0.change($0.test?.lo)) },
        Column("pct_hi", .number) { Cell($0.change($0.test?.hi)) },
    ]

    private static let turbulenceColumns: [Column<ComparisonRow>] = [
        Column("placebo_n", .number) { Cell($0.test?.placeboCount) },
        Column("placebo_p", .number) { Cell($0.test?.placeboP) },
        Column("k_turb", .number) { Cell($0.test?.k) },
        Column("t_turb", .number) { Cell($0.test?.tTurbulent) },
        Column("p_turb", .number) { Cell($0.test?.pTurbulent) },
        Column("placebo_p_turb", .number) { Cell($0.test?.placeboPTurbulent) },
        Column("rank", .number) { Cell($0.test?.rank) },
    ]

    private static let multiplicityColumns: [Column<ComparisonRow>] = [
        Column("p_bh", .number) { Cell($0.multiplicity?.q) },
        Column("placebo_p_bh", .number) { Cell($0.multiplicity?.placeboQ) },
        Column("p_turb_bh", .number) { Cell($0.multiplicity?.qTurbulent) },
        Column("family", .number) { Cell($0.multiplicity?.family) },
    ]

    private static let rangeColumns: [Column<ComparisonRow>] = [
        Column("lo_turb", .number) { Cell($0.test?.loTurbulent) },
        Column("hi_turb", .number) { Cell($0.test?.hiTurbulent) },
        Column("pct_lo_turb", .number) { Cell($0.change($0.test?.loTurbulent)) },
        Column("pct_hi_turb", .number) { Cell($0.change($0.test?.hiTurbulent)) },
    ]

    private static let filteredColumns: [Column<ComparisonRow>] = [
        Column("alpha_fhs", .number) { Cell($0.filtered?.alpha) },
        Column("beta_fhs", .number) { Cell($0.filtered?.beta) },
        Column("car_fhs", .number) { Cell($0.filtered?.car) },
        Column("sd_fhs", .number) { Cell($0.filtered?.sd) },
        Column("z_fhs", .number) { Cell($0.filtered?.z) },
        Column("fhs_n", .number) { Cell($0.filtered?.count) },
        Column("p_fhs", .number) { Cell($0.filtered?.p) },
        Column("lo_fhs", .number) { Cell($0.filtered?.lo) },
        Column("hi_fhs", .number) { Cell($0.filtered?.hi) },
        Column("p_fhs_tail", .number) { Cell($0.filtered?.tailP) },
        Column("p_fhs_bh", .number) { Cell($0.multiplicity?.qFiltered) },
    ]

    private static let closingColumns: [Column<ComparisonRow>] = [
        Column("status", .word) { .text($0.status.rawValue) },
        Column("confounders", .word) { .text($0.confounders.joined(separator: ";")) },
        Column("quantity", .word) { .text($0.quantity.rawValue) },
    ]
}
