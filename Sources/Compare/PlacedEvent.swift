internal import Vocabulary

/// An event against one series in one numeraire: everything that its models and windows share.
struct PlacedEvent {
    let event: NewsEvent
    let subject: Subject
    let rule: Int
    let numeraire: String
    var status = ComparisonStatus.noSeries
    var dayZero: DayZero?
    var confounders: [String] = []
    var lastObservation: Day?
    var rhythm: Rhythm?
    /// Nil where there is no series, no numeraire or no day 0.
    var measurement: Measurement?

    init(event: NewsEvent, subject: Subject, rule: Int, numeraire: String) {
        self.event = event
        self.subject = subject
        self.rule = rule
        self.numeraire = numeraire
    }

    func row(_ model: NormalModel, _ window: EventWindow) -> ComparisonRow {
        var row = ComparisonRow(
            event: event.id, date: event.date, afterFix: dayZero?.afterFix ?? rule, dayZero: dayZero,
            series: subject.name, currency: subject.currency, quantity: subject.quantity, numeraire: numeraire,
            model: model, window: window, status: status, confounders: confounders, lastObservation: lastObservation,
            isSlow: rhythm?.isSlow ?? false)
        guard let measurement else {
            // The source has the currency but not the numeraire: for the market model that is a market it lacks.
            if status == .noSeries, dayZero != nil, model == .market { row.status = .noMarket }
            return row
        }
        measurement.fill(&row)
        if rhythm?.isMonthly == true, row.test != nil, window.isHeadline { row.withhold(.infrequent) }
        return row
    }
}
