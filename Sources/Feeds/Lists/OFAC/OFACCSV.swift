internal import Vocabulary

/// OFAC's Specially Designated Nationals in the legacy CSV set: SDN, ADD, ALT and SDN_COMMENTS, a facet each.
enum OFACCSV {
    static let reader = Reader(
        name: "ofac-csv", version: 1, kind: .list, parts: ["sdn", "add", "alt", "sdn_comments"]
    ) { snapshot in
        let sdn = try OFACPart("sdn", columns: 12, try snapshot.required("sdn"))
        var warnings = sdn.warnings
        var facets = [try sdn.facet { try OFACFacts.main(sdn.columns(ofRow: $0)) }]
        if let part = snapshot.part("add") {
            let add = try OFACPart("add", columns: 6, part.content.all())
            facets.append(try add.facet { try OFACFacts.address(add.columns(ofRow: $0)) })
            warnings += add.warnings + add.strangers(to: sdn)
        }
        if let part = snapshot.part("alt") {
            let alt = try OFACPart("alt", columns: 5, part.content.all())
            facets.append(try alt.facet { try OFACFacts.alias(alt.columns(ofRow: $0)) })
            warnings += alt.warnings + alt.strangers(to: sdn)
        }
        if let part = snapshot.part("sdn_comments") {
            let comments = try OFACPart("sdn_comments", columns: 2, part.content.all())
            facets.append(try OFACComments(sdn, comments).facet())
            warnings += comments.warnings + comments.strangers(to: sdn)
        }
        var reading = Reading(.list(facets))
        reading.warnings = warnings
        reading.conflicts = sdn.conflicts
        return reading
    }
}
