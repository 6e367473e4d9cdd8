internal import Formats
internal import Vocabulary

/// SDN.XML and CONSOLIDATED.XML, in the old namespace (tempuri.org/sdnList.xsd) and the new one: local names are matched.
enum OFACXML {
    static let reader = Reader(name: "ofac-xml", version: 2, kind: .list) { snapshot in
        let list = try XMLList(
            snapshot.content("main"), root: "sdnList", records: ["sdnEntry"], key: .element("uid"))
        // Spelled so by the publisher.
        let head = list.root.first("publshInformation")
        let date = Array((head?["Publish_Date"] ?? "").utf8)
        guard let published = Day(monthFirst: date.span, 0..<date.count) else {
            throw Fault("bad_day", "Publish_Date is \"\(String(decoding: date, as: UTF8.self))\", no MM/DD/YYYY")
        }
        let stated = head?["Record_Count"] ?? ""
        var reading = try list.reading(published: published) { read($0, &$1) }
        reading.statedCount = Int(stated)
        return reading
    }

    private static func read(_ entry: XMLElement, _ facts: inout Facts) {
        entry.ignore("uid")
        facts.add(.kind, OFACFacts.kind(entry["sdnType"]))
        facts.name(name(entry), "primary", quality: "strong")
        facts.add(.title, entry["title"])
        facts.remark("", entry["remarks"])
        for programme in entry.all("programList", "program") { facts.add(.programme, programme.text) }
        for alias in entry.all("akaList", "aka") {
            alias.ignore("uid")
            let type = alias["type"].filter { $0 != "." }
            facts.name(name(alias), type.isEmpty ? "aka" : type, quality: alias["category"])
        }
        for item in entry.all("idList", "id") { read(identifier: item, &facts) }
        for address in entry.all("addressList", "address") { read(address: address, &facts) }
        for (list, item, field) in [
            ("nationalityList", "nationality", Field.nationality), ("citizenshipList", "citizenship", .citizenship),
        ] {
            for country in entry.all(list, item) {
                country.ignore("uid", "mainEntry")
                facts.country(field, country["country"])
            }
        }
        for birth in entry.all("dateOfBirthList", "dateOfBirthItem") {
            birth.ignore("uid", "mainEntry")
            facts.birthDate(birth["dateOfBirth"])
        }
        for birth in entry.all("placeOfBirthList", "placeOfBirthItem") {
            birth.ignore("uid", "mainEntry")
            facts.add(.birthPlace, birth["placeOfBirth"])
        }
        if let vessel = entry.first("vesselInfo") { read(vessel: vessel, &facts) }
    }

    /// People's names come in two parts, the family name first in the publisher's other formats.
    private static func name(_ element: XMLElement) -> String {
        let first = element["firstName"]
        let last = element["lastName"]
        return first.isEmpty ? last : last.isEmpty ? first : "\(last), \(first)"
    }

    private static func read(identifier item: XMLElement, _ facts: inout Facts) {
        item.ignore("uid")
        let (label, number, country) = (item["idType"], item["idNumber"], item["idCountry"])
        let dates = [("issued", item["issueDate"]), ("expires", item["expirationDate"])]
            .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
        facts.add(OFACLabelled.facts(label, number, country: country, dates: dates))
    }

    private static func read(address: XMLElement, _ facts: inout Facts) {
        address.ignore("uid")
        let city = [address["city"], address["stateOrProvince"], address["postalCode"]].filter { !$0.isEmpty }
        facts.address(
            [address["address1"], address["address2"], address["address3"], city.joined(separator: " ")],
            country: address["country"])
    }

    private static func read(vessel: XMLElement, _ facts: inout Facts) {
        facts.add(.callSign, vessel["callSign"])
        facts.add(.vesselType, vessel["vesselType"])
        facts.add(.tonnage, vessel["tonnage"])
        facts.add(.grossTonnage, vessel["grossRegisteredTonnage"])
        facts.add(.owner, vessel["vesselOwner"])
        let flag = vessel["vesselFlag"]
        facts.country(.flag, flag)
        if Countries.code(flag) != nil { facts.country(.country, flag) }
    }
}
