package import Configuration
package import Vocabulary

extension Wave {
    /// The wave as an event that rates can be compared with, in the currencies of the watched countries that it is about.
    package func event(_ watch: WatchList) -> NewsEvent {
        var event = NewsEvent(id: id, date: day)
        event.precision = precision
        event.dateSource = isDayPublished ? "official" : "seen"
        event.title = headline
        event.countries = countries
        event.currencies = concerned.compactMap { watch.country($0)?.currency }
        event.programmes = programme.isEmpty ? [] : [programme]
        event.tags = ["sanctions", "designation"]
        event.direction = direction.rawValue
        event.source = "\(title), the snapshots seen \(notBefore) and \(seen)"
        event.measure = "listing"
        event.stage = "in_force"
        event.notBefore = notBefore
        event.notAfter = seen
        return event
    }

    /// One Venezuelan among a hundred drug traffickers makes no news of Venezuela.
    private var concerned: [String] {
        guard countries.count > 1 else { return countries }
        let counts = Wave.counts(entries)
        return countries.filter { 4 * counts[$0, default: 0] >= entries.count }
    }

    /// `OFAC SDN adds 67 entries under RUSSIA-EO14024 (RU 41, CY 3)`
    private var headline: String {
        let verb = direction == .tighten ? "adds" : "removes"
        let under = programme.isEmpty ? "without a programme" : "under \(programme)"
        let places = StepStretch.leading(Wave.counts(entries), most: 3) { "\($0) \($1)" }.map { " (\($0))" } ?? ""
        let interval = ["week", "month"].contains(precision) ? ", some time from \(notBefore.day) to \(seen.day)" : ""
        return
            "\(title) \(verb) \(Wording.count(entries.count, "entry")) \(under)\(places)\(interval)"
    }
}
