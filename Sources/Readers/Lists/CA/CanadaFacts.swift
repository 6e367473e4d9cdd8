internal import Vocabulary

/// What a record of Canada's list states.
enum CanadaFacts {
    static func read(_ record: CanadaRecord, _ facts: inout Facts) {
        let kind = record.kind
        facts.add(.kind, kind)
        facts.name(record.name, "primary", quality: "strong")
        // Only the semicolon parts aliases: commas stand inside names, and a slash between their halves.
        for alias in record["Aliases"].split(separator: ";") { facts.name(collapsed(alias), "aka") }
        // The country whose regulation it is says nothing about where a person or a company belongs.
        let country = Countries.code(record.country)
        facts.add(.programme, record["Country"], country.map { [$0] } ?? [])
        let schedule = record["Schedule"]
        facts.add(.legalBasis, schedule.isEmpty ? "" : "Schedule \(schedule)")
        // Items are renumbered when another one leaves.
        _ = record["Item"]
        facts.day(.listedOn, record["DateOfListing"])
        facts.identifier(record["ShipIMONumber"], "imo")
        let (title, date) = (record["TitleOrShip"], record["DateOfBirthOrShipBuildDate"])
        if kind == "person" {
            facts.add(.title, title)
            facts.birthDate(date)
        } else {
            facts.add(kind == "vessel" ? .vesselType : .title, title)
            facts.remark(kind == "vessel" ? "Build date" : "Date", date)
        }
    }
}
