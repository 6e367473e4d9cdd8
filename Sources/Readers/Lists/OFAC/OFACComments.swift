internal import Formats
internal import Vocabulary

/// Remarks that go on in SDN_COMMENTS: SDN.CSV cuts them at 1,000 characters, mostly inside an item.
///
/// The facet reads the cut item and everything after it, so that the facet `sdn` needs SDN.CSV alone. It has an entry
/// for each row of SDN_COMMENTS and for each cut remark, whether or not it goes on.
struct OFACComments: Sendable {
    private struct Joined: Sendable {
        let id: Int
        let text: String
    }
    private var joined: [Joined] = []

    init(_ sdn: OFACPart, _ comments: OFACPart) throws {
        for entry in sdn.entries {
            let remark = OFACRemark(try sdn.columns(ofRow: entry.rows[0])[11])
            let rest = comments.entry(entry.id)
            guard !remark.straddling.isEmpty || rest != nil else { continue }
            joined.append(Joined(id: entry.id, text: remark.straddling + (try Self.text(of: rest, comments))))
        }
        for entry in comments.entries where sdn.entry(entry.id) == nil {
            joined.append(Joined(id: entry.id, text: try Self.text(of: entry, comments)))
        }
    }

    private static func text(of entry: OFACPart.Entry?, _ comments: OFACPart) throws -> String {
        guard let entry else { return "" }
        var text = ""
        for row in entry.rows {
            let column = try comments.columns(ofRow: row)[1]
            if !OFACFacts.isNull(column) { text += column }
        }
        return text
    }

    func facet(_ name: String) throws -> FacetReading {
        let joined = joined
        let entries = try joined.map { EntryRow(id: String($0.id), digest: try Digest.short(Array($0.text.utf8).span)) }
        return FacetReading(name: name, entries: entries) { index in
            var found = Facts()
            found.add(OFACRemark.items(joined[index].text, isWhole: true).flatMap(OFACItem.facts))
            return found.sorted
        }
    }
}
