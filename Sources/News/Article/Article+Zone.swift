internal import Formats
internal import Vocabulary
package import Zones

extension Article {
    /// With the day of its moment in the publisher's zone, where it was stated in UTC alone.
    package func localised(to zone: Zone) -> Article {
        guard zone != .utc, var date = published, date.time == nil, let instant = date.instant else { return self }
        var article = self
        date.day = zone.day(of: instant)
        date.time = zone.time(of: instant)
        date.rule += ", in \(zone.identifier)"
        article.published = date
        return article
    }
}
