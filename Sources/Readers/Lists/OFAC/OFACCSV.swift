internal import Vocabulary

/// OFAC's legacy CSV sets, a facet per file: the Specially Designated Nationals, and all its other lists together.
enum OFACCSV {
    static let reader = reader("ofac-csv", main: "sdn", add: "add", alt: "alt", comments: "sdn_comments")
    /// The consolidated set has the same columns under other names.
    static let consolidated = reader(
        "ofac-cons-csv", main: "cons_prim", add: "cons_add", alt: "cons_alt", comments: "cons_comments")

    private static func reader(
        _ name: String, main mainName: String, add addName: String, alt altName: String, comments commentsName: String
    ) -> Reader {
        Reader(name: name, version: 2, kind: .list, parts: [mainName, addName, altName, commentsName]) { snapshot in
            let main = try OFACPart(mainName, columns: 12, try snapshot.required(mainName), isMain: true)
            var warnings = main.warnings
            var facets = [try main.facet { try OFACFacts.main(main.columns(ofRow: $0)) }]
            if let part = snapshot.part(addName) {
                let add = try OFACPart(addName, columns: 6, part.content.all())
                facets.append(try add.facet { try OFACFacts.address(add.columns(ofRow: $0)) })
                warnings += add.warnings + add.strangers(to: main)
            }
            if let part = snapshot.part(altName) {
                let alt = try OFACPart(altName, columns: 5, part.content.all())
                facets.append(try alt.facet { try OFACFacts.alias(alt.columns(ofRow: $0)) })
                warnings += alt.warnings + alt.strangers(to: main)
            }
            if let part = snapshot.part(commentsName) {
                let comments = try OFACPart(commentsName, columns: 2, part.content.all())
                facets.append(try OFACComments(main, comments).facet(commentsName))
                warnings += comments.warnings + comments.strangers(to: main)
            }
            var reading = Reading(.list(facets))
            reading.warnings = warnings
            reading.conflicts = main.conflicts
            return reading
        }
    }
}
