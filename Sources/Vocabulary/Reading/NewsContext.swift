/// What news is read with: the same bytes read alike for ever, whatever the workspace's files say later.
package struct NewsContext: Sendable {
    /// The files of rules that there are, by their names: `places`, `bodies`, `tags`.
    package var rules: [Snapshot.Part]
    /// The publisher's zone, by its IANA name.
    package var zone: String
    /// Where an article was fetched from; empty where that is not known.
    package var address: String

    package init(rules: [Snapshot.Part], zone: String, address: String) {
        self.rules = rules
        self.zone = zone
        self.address = address
    }

    /// The bytes of a file of rules; nil where the workspace had none.
    package func rule(_ name: String) -> Bytes? { rules.first { $0.name == name }?.content }
}
