package import Configuration
internal import Formats
package import Vocabulary
package import Zones

extension NewsContext {
    /// For a feed: the workspace's files of rules, each under its own name. One that is not there is missed by the reader:
    /// the other feeds go on.
    package init(_ rules: [ConfigFile], zone: Zone, address: String = "") {
        let parts = rules.map { file in
            Snapshot.Part(
                name: String((file.name.split(separator: "/").last ?? "").prefix { $0 != "." }), bytes: file.bytes)
        }
        self.init(rules: parts, zone: zone.identifier, address: address)
    }

    /// What reads the publisher's bytes by the rules.
    func extractor() throws -> Extractor {
        let places = try PlaceFile.decode(try file("places")).get()
        let bodies = try BodyFile.decode(try file("bodies")).get()
        return Extractor(Gazetteer(places, bodies), Tagger(try TagFile.decode(try file("tags")).get()))
    }

    /// The publisher's zone; UTC where this system does not know it.
    var publisherZone: Zone { Zone(zone) ?? .utc }

    private func file(_ name: String) throws -> ConfigFile {
        guard let content = rule(name) else {
            throw Fault(
                "missing_part", "news is read with \(name).toml, which is not there", place: "Config/\(name).toml",
                remedy: "`bellwether init PATH` makes a workspace with every file; copy it from there.")
        }
        return ConfigFile(name: "Config/\(name).toml", bytes: try content.all())
    }
}
