internal import Vocabulary

/// What the shared readers have in common: a feed may have a file for each currency, and each is read by the layout.
enum RateReader {
    static func make(
        _ name: String,
        _ read: @escaping @Sendable (Snapshot.Part, RateLayout, Day?) throws -> RateMapping
    ) -> Reader {
        var reader = Reader(name: name, version: 1, kind: .rates) { snapshot in
            guard !snapshot.parts.isEmpty else { throw Fault("missing_part", "no file", place: snapshot.feed) }
            let layout = snapshot.context.layout ?? RateLayout()
            let readings = try snapshot.parts.map { part in
                do {
                    var mapping = try read(part, layout, snapshot.seen)
                    return try mapping.reading(source: snapshot.source)
                } catch var fault as Fault {
                    if fault.remedy.isEmpty { fault.remedy = remedy(for: fault.code) }
                    throw snapshot.parts.count > 1 ? fault.at(part.name) : fault
                }
            }
            return try joined(readings)
        }
        reader.takesAnyPart = true
        reader.needs = .layout
        return reader
    }

    /// What to do next: a broken file is fetched again; where a cell is not what the layout takes it for, the key says
    /// otherwise.
    private static func remedy(for code: String) -> String {
        switch code {
        case "bad_rate":
            "If it stands for no value, name it in `number.absent`; `number.decimal` and `number.thousands` say the marks."
        case "bad_nominal": "`number.nominal` names the column of the units, `number.power` one of powers of ten."
        case "bad_day": "`day.column` names the column of the day, `day.form` how it is written."
        case "bad_currency": "`currency.base` and `currency.quote` name the columns; [layout.only] leaves rows out."
        case "bad_area": "`indicator.area` names the column; [layout.codes] says what a name in it stands for."
        case "bad_measure": "`measure_column` names the column; [layout.measures] says what its words stand for."
        case "bad_series": "A measure under [layout] is no name that a series can have."
        case "wrong_columns": "Nothing was changed. Hold [layout] in the feed file against what the file has now."
        default: "Nothing was changed. Fetch it again; if it stays so, the publisher writes it differently now."
        }
    }

    /// The readings of several files as one. No two may speak of one series.
    private static func joined(_ readings: [Reading]) throws -> Reading {
        guard var whole = readings.first, case .rates(var series) = whole.content, readings.count > 1 else {
            return readings[0]
        }
        var keys = Set(series.map(\.key))
        for reading in readings.dropFirst() {
            guard case .rates(let more) = reading.content else { continue }
            for item in more where !keys.insert(item.key).inserted {
                throw Fault(
                    "duplicate_key", "\(item.key) stands in two of the files",
                    remedy: "One of them is probably another currency's; fetch them again.")
            }
            series += more
            whole.published = [whole.published, reading.published].compactMap { $0 }.max()
            whole.warnings += reading.warnings
            whole.leftovers.merge(reading.leftovers, uniquingKeysWith: +)
        }
        whole.content = .rates(series)
        return whole
    }
}

extension RateMapping {
    mutating func reading(source: String) throws -> Reading {
        var reading = try collector.reading(source: source, layout: layout, reasonForNothing: reasonForNothing)
        if let published { reading.published = published }
        reading.leftovers = leftovers
        reading.warnings += warnings
        return reading
    }

    /// A row that is no part of a table.
    mutating func prose(_ text: String) {
        if let title = layout.where.title, text.hasPrefix(title) { hasTitle = true }
    }
}
