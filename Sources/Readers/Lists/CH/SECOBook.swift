internal import Formats
internal import Vocabulary

/// Places and programmes, which stand once in the list and are pointed at by their number.
struct SECOBook: Sendable {
    struct Place: Sendable {
        var parts: [String]
        var code: String
        var country: String
        var text: String { (parts + [country]).filter { !$0.isEmpty }.joined(separator: ", ") }
    }
    struct Programme: Sendable {
        var key: String
        var name: String
        /// `Annex 8`, in English: the part of the programme that an entry belongs to.
        var set: String
        var origin: String
    }

    private(set) var places: [String: Place] = [:]
    /// By the number of the set.
    private(set) var programmes: [String: Programme] = [:]

    init(_ root: XMLElement) {
        for place in root.all("place") {
            // Other spellings of the same place.
            place.ignore("location-variant", "area-variant")
            let country = place.first("country")
            let code = country?.attribute("iso-code") ?? ""
            places[place.attribute("ssid")] = Place(
                parts: [place["location"], place["area"]], code: code, country: country?.text ?? "")
        }
        for programme in root.all("sanctions-program") {
            programme.ignoreAttributes("ssid", "version-date", "predecessor-version-date")
            let key = SECOBook.english(programme.all("program-key"))
            let name = SECOBook.english(programme.all("program-name"))
            let origin = programme["origin"]
            var sets: [String: [XMLElement]] = [:]
            for set in programme.all("sanctions-set") { sets[set.attribute("ssid"), default: []].append(set) }
            for (number, names) in sets {
                programmes[number] = Programme(key: key, name: name, set: SECOBook.english(names), origin: origin)
            }
        }
    }

    /// The English one of a text in up to four languages, else the first.
    static func english(_ texts: [XMLElement]) -> String {
        let all = texts.map { ($0.attribute("lang"), $0.text) }
        return (all.first { $0.0.hasPrefix("en") } ?? all.first)?.1 ?? ""
    }
}
