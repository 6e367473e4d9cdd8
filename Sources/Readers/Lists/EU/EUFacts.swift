internal import Formats
internal import Vocabulary

/// Births, addresses, documents and citizenships. `00`, `UNKNOWN`, is no country.
enum EUFacts {
    static func birth(_ birth: XMLElement, _ facts: inout Facts) {
        ignoreSource(birth)
        let place = lines(birth, "city", "zipCode", "place", "region") + [country(birth).name].filter { !$0.isEmpty }
        let (printed, calendar) = date(birth)
        let isCirca = birth.attribute("circa") == "true"
        let notes = [calendar].filter { !$0.isEmpty } + birth.remarks
        if let date = PartialDate(printed) {
            facts.add(.birthDate, date.text, [isCirca ? "circa" : date.isRange ? "between" : "exact"] + notes)
        } else if !printed.isEmpty || place.isEmpty {
            facts.remark("Date of birth", ([printed] + notes).filter { !$0.isEmpty }.joined(separator: "; "))
        }
        facts.add(.birthPlace, place.joined(separator: ", "), printed.isEmpty ? notes : [])
    }

    /// A day, else a month, a year or a range of years as printed; and the same in the publisher's other calendar.
    private static func date(_ birth: XMLElement) -> (printed: String, calendar: String) {
        let whole = birth.attribute("birthdate")
        let (year, month, day) = (
            birth.attribute("year"), birth.attribute("monthOfYear"), birth.attribute("dayOfMonth")
        )
        let (from, to) = (birth.attribute("yearRangeFrom"), birth.attribute("yearRangeTo"))
        let parts = [year, Int(month).map { padded($0, 2) } ?? month, Int(day).map { padded($0, 2) } ?? day]
            .filter { !$0.isEmpty }.joined(separator: "-")
        let range = from.isEmpty ? to.isEmpty ? "" : "until \(to)" : to.isEmpty ? "from \(from)" : "\(from)/\(to)"
        let calendar = birth.attribute("calendarType")
        // `birthdate` is of our calendar, the parts beside it need not be: 1402, 6 and 24 beside 1982-04-19.
        if calendar != "GREGORIAN", !calendar.isEmpty {
            let other = parts.isEmpty ? range : parts
            return (whole, other.isEmpty ? "" : "\(calendar) \(other)")
        }
        return (!whole.isEmpty ? whole : parts.isEmpty ? range : parts, "")
    }

    static func address(_ address: XMLElement, _ facts: inout Facts) {
        ignoreSource(address)
        let country = country(address)
        var notes = address.remarks
        if address.attribute("asAtListingTime") == "true" { notes.append("at the time of listing") }
        let lines = lines(address, "street", "poBox", "zipCode", "city", "place", "region")
        if lines.isEmpty {
            for note in notes { facts.remark("Address", note) }
        } else {
            facts.add(
                .address, lines.joined(separator: ", "),
                [country.code.isEmpty ? country.name : country.code] + notes)
        }
        facts.country(.country, code: country.code, name: country.name)
        for contact in address.all("contactInfo") {
            let (key, value) = (contact.attribute("key").lowercased(), contact.attribute("value"))
            if key == "web" { facts.add(.link, value, ["website"]) } else { facts.add(.contact, value, [key]) }
        }
    }

    static func identifier(_ document: XMLElement, _ facts: inout Facts) {
        ignoreSource(document)
        // The code in words.
        document.ignoreAttributes("identificationTypeDescription")
        let code = document.attribute("identificationTypeCode")
        let country = country(document)
        var notes: [String] = []
        for (name, word) in [
            ("latinNumber", ""), ("nameOnDocument", ""), ("issuedBy", "issued by "), ("region", "in "),
            ("issueDate", "issued "), ("validFrom", "valid from "), ("validTo", "expires "),
        ] {
            let text = document.attribute(name)
            if !text.isEmpty { notes.append(word + text) }
        }
        for (name, word) in [
            ("diplomatic", "diplomatic"), ("knownExpired", "expired"), ("knownFalse", "false"),
            ("reportedLost", "reported lost"), ("revokedByIssuer", "revoked"),
        ] where document.attribute(name) == "true" { notes.append(word) }
        notes += document.remarks
        let number = document.attribute("number")
        let type = types[code] ?? code
        let place = country.code.isEmpty ? country.name : country.code
        guard !number.isEmpty else {
            return facts.remark("Document", ([type, place] + notes).filter { !$0.isEmpty }.joined(separator: "; "))
        }
        facts.add(.identifier, number, [type, place] + notes)
    }

    static func citizenship(_ citizenship: XMLElement, _ facts: inout Facts) {
        ignoreSource(citizenship)
        let country = country(citizenship)
        let notes = [citizenship.attribute("region")].filter { !$0.isEmpty } + citizenship.remarks
        if country.name.isEmpty {
            for note in notes { facts.remark("Citizenship", note) }
        } else if country.code.isEmpty {
            facts.add(.citizenship, country.name, notes)
        } else {
            facts.add(.citizenship, country.code, [country.name] + notes)
        }
    }

    private static func country(_ element: XMLElement) -> (code: String, name: String) {
        let (code, name) = (element.attribute("countryIso2Code"), element.attribute("countryDescription"))
        if code == "00" || code.isEmpty { return ("", name == "UNKNOWN" ? "" : name) }
        return (code, name)
    }

    private static func lines(_ element: XMLElement, _ names: String...) -> [String] {
        names.map { element.attribute($0) }.filter { !$0.isEmpty }
    }

    /// The regulation that added the fact, beside the entity's own, and the number of the row in the publisher's books.
    private static func ignoreSource(_ element: XMLElement) {
        element.ignore("regulationSummary")
        element.ignoreAttributes("regulationLanguage", "logicalId")
    }

    private static let types = [
        "id": "national_id", "regnumber": "registration", "fiscalcode": "tax", "swiftbic": "bic",
        "drivinglicence": "driving_licence", "travelcardid": "travel_document", "birthcert": "birth_certificate",
        "tradelic": "trade_licence", "electionid": "voter_id", "nationcert": "nationality_certificate",
    ]
}

extension XMLElement {
    /// In an order of their own: the publisher's changes from day to day.
    var remarks: [String] { texts("remark").sorted() }
}
