package import Vocabulary
internal import Zones

extension FeedFile {
    /// Reads a feed file strictly. `readers` are the program's own: a feed must name one of them, of its kind; empty
    /// leaves that unchecked.
    package static func decode(_ file: ConfigFile, readers: [Reader] = []) -> Checked<FeedFile> {
        ConfigFile.decode(file) { section in
            let id = section.required("id", .identifier)
            let source = section.required("source", .identifier)
            let kind = section.required("kind", Form(["rates", "list", "news"]) { Reader.Kind(rawValue: $0) })
            let reader = section.required("reader", .identifier)
            let allowsFile = section.value("allow_file", .boolean) ?? false
            // A lone address is the part that the reader cannot do without.
            let first = readers.first { $0.name == reader }?.parts.first ?? "main"
            let parts = FeedFile.parts(section, lone: first, allowsFile: allowsFile)
            checkLayout(section, reader, readers)
            let licence = section.required("licence", .text)
            checkName(section, id, file)
            checkReader(section, reader, kind: kind, parts: parts, readers: readers)
            guard let id, let source, let kind, let reader, let licence else {
                readOptional(section, nil)
                return nil
            }
            var feed = FeedFile(id: id, source: source, kind: kind, reader: reader, parts: parts, licence: licence)
            feed.allowsFile = allowsFile
            if kind == .list { feed.periodsPerYear = 365 }
            return readOptional(section, feed)
        }
    }

    @discardableResult
    private static func readOptional(_ section: Section, _ known: FeedFile?) -> FeedFile? {
        // Without a feed the keys are read all the same: one run names everything that is wrong.
        var feed =
            known ?? FeedFile(id: "", source: "", kind: .rates, reader: "", parts: [], licence: "")
        feed.name = section.value("name", .text) ?? ""
        if let zone = section.value("zone", .zone) { feed.zone = zone }
        feed.fix = section.value("fix", .time)
        feed.fallback = section.value("fallback", .address(allowsFile: feed.allowsFile))
        if feed.fallback != nil, feed.parts.count > 1 {
            section.refuse(
                "fallback", "`fallback` stands for one address, and there are several", remedy: "leave it out")
        }
        feed.isOnRequest = section.value("on_request", .boolean) ?? false
        if let every = section.value("every", .interval) { feed.every = every }
        feed.notBefore = section.value("not_before", .time)
        if let maxAge = section.value("max_age", .interval) { feed.maxAge = maxAge }
        feed.userAgent = section.value("user_agent", .text)
        feed.headers = headers(section)
        feed.allowsPrivate = section.value("allow_private", .boolean) ?? false
        if let table = section.section("expect") { feed.limits = Limits(table) }
        feed.attribution = section.value("attribution", .optionalText) ?? ""
        feed.termsURL = section.value("terms_url", .webAddress) ?? ""
        feed.isCalendarFilled = section.value("calendar_filled", .boolean) ?? false
        if let closed = section.list("closed_weekdays", .weekday) {
            if !feed.isCalendarFilled {
                section.refuse(
                    "closed_weekdays", "`closed_weekdays` is of a feed that prints closed days too",
                    remedy: "say calendar_filled = true, or leave it out")
            }
            feed.closedWeekdays = Set(closed)
        }
        if let periods = section.value("periods_per_year", .integer(1...366)) { feed.periodsPerYear = periods }
        feed.isUnproven = section.value("unproven", .boolean) ?? false
        feed.layout = RateLayout.decode(section, reader: known?.reader)
        // A time with its offset is of the day that the publisher's own clocks show.
        if feed.layout?.day.form?.contains("iso-time") == true { feed.layout?.day.zone = feed.zone.identifier }
        feed.note = section.value("note", .prose) ?? ""
        return known == nil ? nil : feed
    }

    private static func parts(_ section: Section, lone: String, allowsFile: Bool) -> [Part] {
        let form = Form.address(allowsFile: allowsFile)
        if section.has("address"), section.has("parts") {
            section.refuse(
                "parts", "a feed has `address` or [parts], not both", remedy: "move the address into [parts]")
        }
        let address = section.value("address", form)
        if let table = section.section("parts") {
            let named = table.named("1 to 40 of a-z, 0-9, _ and -", isName: Form.isIdentifier, form)
            if named.isEmpty { table.refuse("parts", "[parts] is empty", remedy: "write name = \"address\"") }
            return named.map { Part(name: $0.name, address: $0.value) }
        }
        if !section.has("address"), !section.has("parts") {
            section.missing("address", "\(form.expected); \"\" for a feed that is only imported; or [parts]")
        }
        return address.flatMap { $0.text.isEmpty ? nil : [Part(name: lone, address: $0)] } ?? []
    }

    private static func headers(_ section: Section) -> [Header] {
        guard let table = section.section("headers") else { return [] }
        // RFC 9110, 5.6.2: what a header may be called.
        let isToken = { (text: String) in
            !text.isEmpty
                && text.utf8.allSatisfy {
                    (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                        || "!#$%&'*+-.^_`|~".utf8.contains($0)
                }
        }
        return table.named("a header's name", isName: isToken, .headerValue).map {
            Header(name: $0.name, value: $0.value)
        }
    }
}
