package import Compare
package import Tables
internal import Vocabulary

extension Table {
    /// The columns of `compare --abnormal`.
    package static func abnormal(_ rows: [AbnormalReturn]) -> Table {
        Table("abnormal_returns", rows, columnsOfAbnormal)
    }

    private static let columnsOfAbnormal: [Column<AbnormalReturn>] = [
        Column("event", .word) { .text($0.event) },
        Column("after_fix", .number) { .integer($0.afterFix) },
        Column("series", .word) { .text($0.series) },
        Column("numeraire", .word) { .text($0.numeraire) },
        Column("model", .word) { .text($0.model.rawValue) },
        Column("offset", .number) { .integer($0.offset) },
        Column("day", .day) { Cell($0.day) },
        Column("r", .number) { .number($0.r) },
        Column("m", .number) { Cell($0.m) },
        Column("ar", .number) { .number($0.ar) },
        Column("se", .number) { Cell($0.se) },
        Column("t", .number) { Cell($0.t) },
        Column("p", .number) { Cell($0.p) },
        Column("flag", .word) { .text($0.flag) },
    ]

    /// The columns of `compare --pool`.
    package static func pools(_ rows: [PoolRow]) -> Table { Table("pools", rows, columnsOfPools) }

    private static let columnsOfPools: [Column<PoolRow>] = [
        Column("pool", .word) { .text($0.tag) },
        Column("direction", .word) { .text($0.direction) },
        Column("numeraire", .word) { .text($0.numeraire) },
        Column("model", .word) { .text($0.model.rawValue) },
        Column("w0", .number) { .integer($0.window.first) },
        Column("w1", .number) { .integer($0.window.last) },
        Column("N", .number) { .integer($0.entries.count) },
        Column("dates", .number) { .integer($0.dates) },
        Column("n", .number) { .integer($0.window.count) },
        Column("caar", .number) { Cell($0.figures?.caar) },
        Column("t_cs", .number) { Cell($0.figures?.crossSectional) },
        Column("p_cs", .number) { Cell($0.studentP($0.figures?.crossSectional)) },
        Column("patell_z", .number) { Cell($0.figures?.patell) },
        Column("p_patell", .number) { Cell($0.normalP($0.figures?.patell)) },
        Column("bmp_t", .number) { Cell($0.figures?.bmp) },
        Column("p_bmp", .number) { Cell($0.studentP($0.figures?.bmp)) },
        Column("rbar", .number) { Cell($0.figures?.rbar) },
        Column("kp_t", .number) { Cell($0.figures?.kolariPynnonen) },
        Column("p_kp", .number) { Cell($0.kolariPynnonenP) },
        Column("corrado_z", .number) { Cell($0.figures?.corrado) },
        Column("p_corrado", .number) { Cell($0.normalP($0.figures?.corrado)) },
        Column("pos", .number) { Cell($0.figures?.positive) },
        Column("phat", .number) { Cell($0.figures?.positiveShare) },
        Column("gsign_z", .number) { Cell($0.figures?.sign) },
        Column("p_gsign", .number) { Cell($0.normalP($0.figures?.sign)) },
        Column("signflip_p", .number) { Cell($0.figures?.signFlipP) },
        Column("seed", .word) { Cell($0.figures?.seed.map { String($0) }) },
        Column("after_fix", .number) { .integer($0.afterFix) },
        Column("measure", .word) { .text($0.measure) },
        Column("stage", .word) { .text($0.stage) },
        Column("events", .word) { .text($0.entries.map(\.event).joined(separator: ";")) },
        Column("status", .word) { .text($0.status) },
        Column("p_kp_bh", .number) { Cell($0.q) },
        Column("family", .number) { Cell($0.family) },
        Column("quantity", .word) { .text($0.quantity.rawValue) },
    ]

    /// The columns of `compare --steps`.
    package static func steps(_ rows: [StepRow]) -> Table { Table("steps", rows, columnsOfSteps) }

    private static let columnsOfSteps: [Column<StepRow>] = [
        Column("event", .word) { .text($0.place.event) },
        Column("date", .day) { Cell($0.place.date) },
        Column("after_fix", .number) { .integer($0.place.afterFix) },
        Column("day0", .day) { Cell($0.place.dayZero?.day) },
        Column("series", .word) { .text($0.place.series) },
        Column("numeraire", .word) { .text($0.place.numeraire) },
        Column("managed", .boolean) { .boolean($0.isManaged) },
        Column("step", .day) { Cell($0.step?.day) },
        Column("r", .number) { Cell($0.step?.size) },
        Column("pct", .number) { Cell($0.step.map { valueChange($0.size) }) },
        Column("distance_rows", .number) { Cell($0.rows) },
        Column("distance_days", .number) { Cell($0.days) },
        Column("threshold", .number) { .number($0.steps.threshold) },
        Column("steps", .number) { .integer($0.steps.steps.count) },
        Column("T", .number) { .integer($0.steps.returns) },
        Column("w", .number) { .integer($0.reach) },
        Column("chance", .number) { .number($0.steps.chance(within: $0.reach)) },
    ]

    /// The steps in eighty columns: of each event and series the last one up to day 0 and the first after it.
    package static func stepsForPeople(_ rows: [StepRow]) -> Table {
        let hasMany = Set(rows.map(\.place.series)).count > 1
        let series: [Column<StepRow>] = hasMany ? [Column("series", .word) { .text($0.place.series) }] : []
        let event: [Column<StepRow>] = [
            Column("event", .word) { .text($0.place.event) }, Column("day 0", .day) { Cell($0.place.dayZero?.day) },
        ]
        let step: [Column<StepRow>] = [
            Column("step", .day) { Cell($0.step?.day) },
            Column("%", .number, decimals: 1) { Cell($0.step.map { valueChange($0.size) }) },
            Column("days", .number) { Cell($0.days) },
            Column("steps", .number) { .integer($0.steps.steps.count) },
            Column("chance", .number, decimals: 3) { .number($0.steps.chance(within: $0.reach)) },
        ]
        return Table("steps", StepRow.nearest(rows), event + series + step)
    }

    /// The columns of `compare --explain`.
    package static func explained(_ lines: [ExplainedLine]) -> Table {
        Table("explanation", lines, columnsOfExplained)
    }

    private static let columnsOfExplained: [Column<ExplainedLine>] = [
        Column("event", .word) { .text($0.event) },
        Column("series", .word) { .text($0.series) },
        Column("numeraire", .word) { .text($0.numeraire) },
        Column("model", .word) { .text($0.model.rawValue) },
        Column("w0", .number) { .integer($0.window.first) },
        Column("w1", .number) { .integer($0.window.last) },
        Column("after_fix", .number) { .integer($0.afterFix) },
        Column("step", .word) { .text($0.step) },
        Column("name", .word) { .text($0.name) },
        Column("formula", .word) { .text($0.formula) },
        Column("value", .word) { $0.cell },
    ]

    /// The columns of `compare --calibrate`.
    package static func calibration(_ rows: [CalibrationRow]) -> Table {
        Table("calibration", rows, columnsOfCalibration)
    }

    private static let columnsOfCalibration: [Column<CalibrationRow>] = [
        Column("series", .word) { .text($0.series) },
        Column("numeraire", .word) { .text($0.numeraire) },
        Column("model", .word) { .text($0.model.rawValue) },
        Column("w0", .number) { .integer($0.window.first) },
        Column("w1", .number) { .integer($0.window.last) },
        Column("times", .word) { .text($0.times.rawValue) },
        Column("test", .word) { .text($0.test.rawValue) },
        Column("level", .number) { _ in .number(CalibrationRow.level) },
        Column("dates", .number) { .integer($0.dates) },
        Column("rejected", .number) { .integer($0.rejected) },
        Column("rate", .number) { Cell($0.rate) },
        Column("lo", .number) { Cell($0.range?.low) },
        Column("hi", .number) { Cell($0.range?.high) },
    ]
}
