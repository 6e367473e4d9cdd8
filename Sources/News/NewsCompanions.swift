package import Configuration
internal import Formats
package import Vocabulary
package import Zones

/// What a snapshot of news carries besides its publisher's bytes.
package enum NewsCompanions {
    package static let names = ["places", "bodies", "tags", "zone", "address"]

    /// The parts for a feed: the workspace's files of rules, each under its own name, the publisher's zone, and where an
    /// article was fetched from. A file that is not there is missed by the reader: the other feeds go on.
    package static func parts(_ rules: [ConfigFile], zone: Zone, address: String) -> [(name: String, bytes: [UInt8])] {
        let files = rules.map { file in
            (name: String((file.name.split(separator: "/").last ?? "").prefix { $0 != "." }), bytes: file.bytes)
        }
        return files + [("zone", Array(zone.identifier.utf8))]
            + (address.isEmpty ? [] : [("address", Array(address.utf8))])
    }

    package static func extractor(_ snapshot: Snapshot) throws -> Extractor {
        func file(_ name: String) throws -> ConfigFile {
            guard let part = snapshot.part(name) else {
                throw Fault(
                    "missing_part", "news is read with \(name).toml, which is not there", place: "Config/\(name).toml",
                    remedy: "`bellwether init PATH` makes a workspace with every file; copy it from there.")
            }
            return ConfigFile(name: "Config/\(name).toml", bytes: try part.content.all())
        }
        let places = try PlaceFile.decode(try file("places")).get()
        let bodies = try BodyFile.decode(try file("bodies")).get()
        return Extractor(Gazetteer(places, bodies), Tagger(try TagFile.decode(try file("tags")).get()))
    }

    package static func zone(_ snapshot: Snapshot) throws -> Zone {
        let name = try snapshot.part("zone").map { String(decoding: try $0.content.all(), as: UTF8.self) }
        return name.flatMap { Zone($0) } ?? .utc
    }

    package static func address(_ snapshot: Snapshot) throws -> String {
        try snapshot.part("address").map { String(decoding: try $0.content.all(), as: UTF8.self) } ?? ""
    }
}

extension Article {
    /// With the day of its moment in the publisher's zone, where it was stated in UTC alone.
    package func localised(to zone: Zone) -> Article {
        guard zone != .utc, var date = published, date.time == nil, let instant = date.instant else { return self }
        var article = self
        date.day = zone.day(of: instant)
        date.time = zone.time(of: instant)
        date.rule += ", in \(zone.identifier)"
        article.published = date
        return article
    }
}
