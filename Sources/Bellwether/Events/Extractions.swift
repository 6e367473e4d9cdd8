internal import Findings
package import Lists
package import News
internal import Operations
package import Tables
internal import Vocabulary

extension JSON {
    /// What was read from articles, with its evidence: `{"schema":1,"events":[…]}`.
    ///
    /// - Parameter screened: of each, what the lists of its day say of its names; nil where no ledger was asked.
    package static func extractions(_ all: [Extraction], screened: [[NameScreening.Row]?]) -> [UInt8] {
        document(["events": .array(zip(all, screened).map { extraction($0, $1) })])
    }

    private static func screening(_ row: NameScreening.Row) -> JSON {
        func text(_ text: String?) -> JSON { text.map { $0.isEmpty ? .null : .string($0) } ?? .null }
        return .object([
            ("name", .string(row.name)), ("list", .string(row.list)), ("status", .string(row.status.rawValue)),
            ("entry_id", text(row.match?.entry)), ("matched_name", text(row.match?.matchedName)),
            ("match", text(row.match?.match)),
            ("listed_on", text(row.match?.listedOn)),
        ])
    }

    private static func extraction(_ one: Extraction, _ screened: [NameScreening.Row]?) -> JSON {
        let event = one.event
        let date = one.article.published
        func texts(_ list: [String]) -> JSON { .array(list.map { .string($0) }) }
        func text(_ text: String?) -> JSON { text.map { $0.isEmpty ? .null : .string($0) } ?? .null }
        return .object([
            ("id", text(event.id)), ("date", text(date?.day.description)),
            ("time_utc", text(date?.instant?.description)),
            ("precision", text(date?.precision)), ("date_source", text(date?.source)), ("title", text(event.title)),
            ("source", text(event.source)), ("url", text(event.url)), ("countries", texts(event.countries)),
            ("currencies", texts(event.currencies)), ("actors", texts(event.actors)),
            ("programs", texts(event.programmes)),
            ("tags", texts(event.tags)), ("direction", text(event.direction)), ("expected", text(event.expected)),
            ("confidence", text(event.confidence)), ("measure", text(event.measure)), ("stage", text(event.stage)),
            ("time_local", text(date?.time?.description)), ("page_seen", text(one.article.pageSeen?.description)),
            ("byline", texts(one.article.byline)), ("language", text(one.article.language)),
            ("people", texts(one.people)),
            ("organisations", texts(one.organisations)), ("laws", .array(one.laws.map { law($0) })),
            ("claims", .array(one.claims.map { claim($0) })),
            ("screening", screened.map { .array($0.map { screening($0) }) } ?? .null),
            ("evidence", .array(one.evidence.map { evidence($0) })), ("notes", texts(one.article.notes)),
            ("body", text(one.article.body)),
        ])
    }

    private static func law(_ law: Acts.Law) -> JSON {
        .object([
            ("name", .string(law.name)), ("phrase", .string(law.phrase)),
            ("program", law.program.isEmpty ? .null : .string(law.program)),
            ("in_force", law.inForce.isEmpty ? .null : .string(law.inForce)),
        ])
    }

    private static func claim(_ claim: StatedClaim) -> JSON {
        .object([
            ("quote", .string(claim.quote)), ("number", .number(claim.number)), ("unit", .string(claim.unit)),
            ("subject", .string(claim.subject)), ("subject_implied", .boolean(claim.isImplied)),
            ("period", claim.period.isEmpty ? .null : .string(claim.period)),
            ("speaker", claim.speaker.isEmpty ? .null : .string(claim.speaker)),
        ])
    }

    private static func evidence(_ item: Evidence) -> JSON {
        .object([
            ("field", .string(item.field)), ("value", .string(item.value)), ("phrase", .string(item.phrase)),
            ("part", .string(item.part)), ("offset", item.offset.map { .integer($0) } ?? .null),
            ("note", item.note.isEmpty ? .null : .string(item.note)),
        ])
    }
}
