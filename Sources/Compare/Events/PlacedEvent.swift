package import Vocabulary

/// An event on the rows of one series' source, in one numeraire: what all its rows share.
package final class PlacedEvent: Sendable {
    /// The event's id.
    package let event: String
    package let date: Day
    /// 0: day 0 is on or after the date; 1: strictly after it.
    package let afterFix: Int
    /// Nil where the event lies outside the source's days.
    package let dayZero: DayZero?
    private let subject: Subject
    package let numeraire: String
    /// What holds before any model is fitted.
    let status: ComparisonStatus
    /// Ids of events of the same country close by, its own among them: one list for all of them.
    private let neighbours: [String]
    /// How often the source publishes; nil where there is none.
    let rhythm: Rhythm?
    /// Of a managed series, over all of its days.
    package let steps: ManagedSteps?
    /// How many estimation returns there are, also where they are too few to fit anything.
    package let estimationCount: Int?
    /// The first and last estimation row used.
    package let estimation: ClosedRange<Day>?

    init(
        _ event: NewsEvent, _ subject: Subject, rule: Int, numeraire: String, status: ComparisonStatus,
        dayZero: DayZero? = nil, confounders: [String] = [], rhythm: Rhythm? = nil, measurement: Measurement? = nil
    ) {
        (self.event, date) = (event.id, event.date)
        afterFix = dayZero?.afterFix ?? rule
        self.dayZero = dayZero
        self.subject = subject
        self.numeraire = numeraire
        self.status = status
        neighbours = confounders
        self.rhythm = rhythm
        steps = measurement.flatMap { $0.isManaged ? $0.steps : nil }
        estimationCount = measurement?.estimation.count
        if let measurement, let first = measurement.estimation.first, let last = measurement.estimation.last {
            estimation = measurement.days[first]...measurement.days[last]
        } else {
            estimation = nil
        }
    }

    /// - Parameter measurement: nil where there is no series, no numeraire or no day 0.
    func measured(_ measurement: Measurement?, _ model: NormalModel, _ window: EventWindow) -> MeasuredWindow {
        func row(_ status: ComparisonStatus, _ figures: WindowFigures? = nil) -> MeasuredWindow {
            MeasuredWindow(place: self, model: model, window: window, status: status, figures: figures)
        }
        guard let measurement else {
            // The source has the currency but not the numeraire: for the market model that is a market it lacks.
            return row(status == .noSeries && dayZero != nil && model == .market ? .noMarket : status)
        }
        let (status, figures) = measurement.measure(model, window)
        if rhythm?.isMonthly == true, window.isHeadline, let figures, figures.test != nil {
            return row(.infrequent, WindowFigures(figures.fit))
        }
        return row(status, figures)
    }
}

extension PlacedEvent {
    /// Ids of other events of the same country close by.
    package var confounders: [String] { neighbours.filter { $0 != event } }
    /// The series' name; the currency code where none is configured for it.
    package var series: String { subject.name }
    package var currency: String { subject.currency }
    package var quantity: Quantity { subject.quantity }
    /// The last day on which the currency was quoted.
    package var lastObservation: Day? { subject.lastDay }
    /// Its source publishes every other day or less often: windows count observations.
    package var isSlow: Bool { rhythm?.isSlow == true }
    /// Values after it that nothing confirms yet.
    package var laterSuspects: Int { subject.laterSuspects }
}

extension ComparisonRow {
    package var event: String { place.event }
    package var date: Day { place.date }
    package var afterFix: Int { place.afterFix }
    package var dayZero: DayZero? { place.dayZero }
    package var series: String { place.series }
    package var currency: String { place.currency }
    package var quantity: Quantity { place.quantity }
    package var numeraire: String { place.numeraire }
    package var confounders: [String] { place.confounders }
    package var lastObservation: Day? { place.lastObservation }
    package var estimationCount: Int? { place.estimationCount }
    package var estimation: ClosedRange<Day>? { place.estimation }
}
