internal import Vocabulary

/// Reads the event export of GDELT 2.0 (61 columns, GDELT Event Codebook V2.0): the rows whose CAMEO code is of sanctions.
///
/// 163 imposes embargoes, boycotts or sanctions, 085 eases them, 1312 threatens with them. 172 is administrative and 174
/// expels people: neither is taken. Rows of one day, code, pair of actors and place are one event.
enum GDELTEvents {
    static let width = 61

    private struct Code {
        var begins: StaticString
        var code: String
        var words: String
        var direction: String
    }
    private static let codes = [
        Code(begins: "163", code: "163", words: "embargo, boycott or sanctions imposed", direction: "tighten"),
        Code(begins: "085", code: "085", words: "sanctions, boycott or embargo eased", direction: "ease"),
        Code(begins: "1312", code: "1312", words: "threat of sanctions, boycott or embargo", direction: ""),
    ]
    /// Columns, counted from 0.
    private enum Column {
        static let day = 1, actor1 = 6, actor2 = 16, code = 26, articles = 33, place = 52, added = 59, address = 60
    }

    private struct Group {
        var code: Code
        var actors: [String]
        var place: String
        var added: Stamp
        var eventDay: String
        var rows = 0
        var addresses: [String] = []
    }

    static func read(_ bytes: [UInt8], _ extractor: Extractor) throws -> [Extraction] {
        var rows = TabRows(bytes)
        var groups: [String: Group] = [:]
        var order: [String] = []
        var broken = 0
        while rows.advance() {
            guard rows.columns.count == width else {
                if rows.columns.count > 1 || !rows.columns[0].isEmpty { broken += 1 }
                continue
            }
            guard let code = codes.first(where: { rows.begins(Column.code, $0.begins) }) else { continue }
            guard let added = Stamp(gdelt: rows.text(Column.added)) else {
                broken += 1
                continue
            }
            let actors = [rows.text(Column.actor1), rows.text(Column.actor2)]
            let place = rows.text(Column.place)
            let key = "\(added.day)|\(code.code)|\(actors[0])|\(actors[1])|\(place)"
            if groups[key] == nil {
                order.append(key)
                groups[key] = Group(
                    code: code, actors: actors, place: place, added: added, eventDay: rows.text(Column.day))
            }
            groups[key]?.rows += 1
            let address = rows.text(Column.address)
            // The first twenty are enough to read it in; a day's largest story has thousands.
            if let known = groups[key]?.addresses, known.count < 20, !known.contains(address) {
                groups[key]?.addresses.append(address)
            }
        }
        var found = order.compactMap { groups[$0] }.map { extraction($0, extractor) }
        if broken > 0, !found.isEmpty { found[0].article.notes.append("\(broken) rows of the file cannot be read") }
        if broken > 0, found.isEmpty {
            throw Fault(
                "wrong_columns",
                "\(broken) rows without the \(width) columns of a GDELT 2.0 event export, and none of sanctions",
                remedy: "The file is cut, or is another of GDELT's.")
        }
        return found
    }

    private static func extraction(_ group: Group, _ extractor: Extractor) -> Extraction {
        var article = Article()
        let actors = group.actors.filter { !$0.isEmpty }
        article.title = "\(actors.isEmpty ? "Unnamed actors" : actors.joined(separator: " – ")): \(group.code.words)"
        article.publisher = "GDELT"
        article.address = group.addresses.first ?? ""
        article.published = FoundDate(
            group.added, source: "feed", rule: "GDELT DATEADDED: the quarter of an hour in which the report was found",
            phrase: group.eventDay)
        if let day = Stamp.compact(group.eventDay[...]), abs(day - group.added.day) > 1 {
            article.notes.append("GDELT dates what happened \(day)")
        }
        // Names of actors and places are all there is to find countries in.
        var named = Article()
        named.title = (actors + [group.place]).joined(separator: "; ")
        let places = extractor.extract(named)
        var event = NewsEvent(date: group.added.day)
        (event.time, event.precision, event.dateSource) = (group.added.instant, "hour", "feed")
        (event.title, event.source, event.url) = (article.title, "GDELT", article.address)
        (event.countries, event.actors) = (places.event.countries, actors)
        event.tags = ["sanctions", "cameo:\(group.code.code)"]
        event.direction = group.code.direction
        event.confidence = "low"
        event.id = event.identifier()
        event.reports = group.addresses.map { "GDELT \($0)" }
        var found = Extraction(article: article, event: event)
        found.evidence = [
            Evidence(
                "tags", "cameo:\(group.code.code)", phrase: "EventCode \(group.code.code)", offset: nil, part: "row",
                note: "\(group.rows) rows")
        ]
        return found
    }
}

extension Stamp {
    /// `yyyyMMddHHmmss`, UTC.
    init?(gdelt text: String) {
        guard text.utf8.count == 14, let day = Stamp.compact(text.prefix(8)),
            let hour = Int(text.dropFirst(8).prefix(2)),
            let minute = Int(text.dropFirst(10).prefix(2)), let time = TimeOfDay(hour: hour, minute: minute)
        else { return nil }
        self.init(day: day, clock: PrintedClock(time: time, offset: 0, zone: nil, range: 0..<0))
    }
}
