internal import Formats
internal import Vocabulary
internal import Zones

extension RateLayout.DayOfValue {
    /// What the days of the layout are written by.
    var conventions: DayForm.Conventions {
        var conventions = DayForm.Conventions()
        conventions.offsetMinutes = offsetMinutes ?? 0
        conventions.pivot = pivot
        if let zone = zone.flatMap({ Zone($0) }) { conventions.dayOfInstant = { zone.day(of: $0) } }
        switch calendar {
        case .persian: conventions.day = { OtherCalendar.persian.day(year: $0, month: $1, day: $2) }
        case nil: break
        }
        return conventions
    }
}
