package import Vocabulary
internal import Zones

extension FeedFile {
    /// Whether a fetch is due. A cadence of whole days counts the publisher's days, so that a run a few minutes earlier
    /// than yesterday's still brings today; before `not_before` the day has not begun.
    package func isDue(at now: Instant, lastSuccess: Instant?) -> Bool {
        guard let lastSuccess else { return true }
        if let days = every.wholeDays { return publicationDay(now) - publicationDay(lastSuccess) >= days }
        if let notBefore, let time = zone.time(of: now), time < notBefore { return false }
        // A timer's jitter must not cost a whole period.
        return (now - lastSuccess) * 100 >= every.seconds * 95
    }

    private func publicationDay(_ instant: Instant) -> Day {
        let day = zone.day(of: instant)
        guard let notBefore, let time = zone.time(of: instant), time < notBefore else { return day }
        return day - 1
    }
}
