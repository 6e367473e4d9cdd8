package import News
package import Tables
internal import Vocabulary

extension JSON {
    /// What was read from articles, with its evidence: `{"schema":1,"events":[…]}`.
    package static func extractions(_ all: [Extraction]) -> [UInt8] {
        document(["events": .array(all.map { extraction($0) })])
    }

    private static func extraction(_ one: Extraction) -> JSON {
        let event = one.event
        let date = one.article.published
        func texts(_ list: [String]) -> JSON { .array(list.map { .string($0) }) }
        func text(_ text: String?) -> JSON { text.map { $0.isEmpty ? .null : .string($0) } ?? .null }
        return .object([
            ("id", text(event.id)), ("date", text(date?.day.description)), ("time_utc", text(date?.instant?.description)),
            ("precision", text(date?.precision)), ("date_source", text(date?.source)), ("title", text(event.title)),
            ("source", text(event.source)), ("url", text(event.url)), ("countries", texts(event.countries)),
            ("currencies", texts(event.currencies)), ("actors", texts(event.actors)), ("programs", texts(event.programmes)),
            ("tags", texts(event.tags)), ("direction", text(event.direction)), ("expected", text(event.expected)),
            ("confidence", text(event.confidence)), ("measure", text(event.measure)), ("stage", text(event.stage)),
            ("time_local", text(date?.time?.description)), ("page_seen", text(one.article.pageSeen?.description)),
            ("byline", texts(one.article.byline)), ("language", text(one.article.language)), ("people", texts(one.people)),
            ("organisations", texts(one.organisations)), ("laws", .array(one.laws.map { law($0) })),
            ("claims", .array(one.claims.map { claim($0) })),
            ("evidence", .array(one.evidence.map { evidence($0) })), ("notes", texts(one.article.notes)),
            ("body", text(one.article.body)),
        ])
    }

    private static func law(_ law: Acts.Law) -> JSON {
        .object([
            ("name", .string(law.name)), ("phrase", .string(law.phrase)), ("program", law.program.isEmpty ? .null : .string(law.program)),
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
