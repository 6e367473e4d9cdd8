package import Configuration
internal import Lists
package import Store
package import Vocabulary

/// Whose report it is: the watch list, or one country of it.
package struct ReportScope: Sendable {
    package let watch: WatchList
    /// ISO 3166-1 alpha-2; nil: all that is watched, and all lists whole.
    package let country: String?

    /// - Parameter country: one of the watch list.
    package init(_ watch: WatchList, country: String? = nil) throws {
        guard let country else {
            (self.watch, self.country) = (watch, nil)
            return
        }
        guard let found = watch.country(country) else {
            throw Fault(
                "unknown_country", "the watch list has no country \(country)", place: "--country \(country)",
                remedy: "watched: \(watch.countries.map(\.code).joined(separator: ", "))")
        }
        self.watch = WatchList(countries: [found], rules: watch.rules.filter { $0.concerns(found) })
        self.country = country
    }

    /// Behind the name of the period, in titles and folders.
    package var suffix: String { country.map { "-\($0)" } ?? "" }
    package var title: String { countryName.map { ", \($0)" } ?? "" }
    package var countryName: String? { country.flatMap { watch.country($0)?.name } }

    /// The events that the report is about.
    package func events(_ choice: EventQuery.Choice = .standing, from: Day? = nil, to: Day) -> EventQuery {
        EventQuery(choice) {
            ($0.from, $0.to) = (from, to)
            if country != nil { $0.marks.append(watchMarks) }
        }
    }

    /// What an event of a watched country has one of: the country, its currency, or one of its tags.
    package var watchMarks: Set<Mark> { Set(watch.countries.flatMap(\.marks)) }

    /// Of each step the changes that concern the country; all of them where the report is about all.
    package func narrowed(_ steps: [Step], _ names: ListNames) -> [Step] {
        guard country != nil else { return steps }
        return steps.map { step in
            var step = step
            step.changes.removeAll { change in
                !watch.countries.contains { names.concerns(change, $0) }
            }
            return step
        }
    }
}

extension WatchList.Country {
    /// An event of the country has one of these.
    package var marks: Set<Mark> {
        Set([Mark(.country, code), Mark(.currency, currency)] + tags.map { Mark(.tag, $0) })
    }
}

extension NewsEvent {
    /// It names the country, its currency, or one of its tags.
    package func concerns(_ country: WatchList.Country) -> Bool {
        countries.contains(country.code) || currencies.contains(country.currency)
            || !Set(tags).isDisjoint(with: country.tags)
    }
}

extension ListNames {
    /// The entry is placed in the country, or listed under a programme about it.
    package func concerns(_ change: EntryChange, _ country: WatchList.Country) -> Bool {
        [change.before, change.after].compactMap(\.self).contains { entry in
            entry.countries.contains(country.code)
                || programmes.currentTags(of: entry).contains {
                    programmes.country(ofProgramme: $0, list: entry.list) == country.code
                }
        }
    }
}
