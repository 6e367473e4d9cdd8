import Readers
import Testing
import Vocabulary

/// A whole list as its publisher served it, below `lists` of BELLWETHER_REAL_DATA.
struct RealList: CustomTestStringConvertible {
    /// The folder, and the file without `.xz`; of a set, the folder of its parts.
    let path: String
    let reader: String

    var testDescription: String { path }

    init(_ path: String, _ reader: String) { (self.path, self.reader) = (path, reader) }

    static let all =
        [
            "2017-06-20", "2018-08-24", "2020-11-24", "2021-03-12", "2024-09-21", "2024-11-30", "2025-04-19",
            "2025-12-09", "2025-12-10",
        ].map { RealList("un-sc/\($0).xml", "un-xml") } + [
            RealList("eu-fsf/2021-03-02.xml", "eu-fsf-xml"), RealList("eu-fsf/2026-03-20-rebuilt.xml", "eu-fsf-xml"),
            RealList("eu-fsf/2026-03-24-rebuilt.xml", "eu-fsf-xml"),
            RealList("ca-sema/2020-04-15.xml", "ca-sema-xml"), RealList("ca-sema/2025-06-08.xml", "ca-sema-xml"),
            RealList("ch-seco/2026-08-27-excerpt.xml", "ch-seco-xml"),
            RealList("au-dfat/2024-12-17.xlsx", "au-dfat-xlsx"),
            RealList("opensanctions/interpol-2025-05-23.csv", "opensanctions-csv"),
            RealList("opensanctions-ftm/yente-zala.json", "opensanctions-ftm"),
            RealList("uk-sanctions-list-xml/2026-07-24-rebuilt.xml", "uk-fcdo-xml"),
            RealList("uk-sanctions-list-xml/2026-08-01-rebuilt.xml", "uk-fcdo-xml"),
            RealList("uk-sanctions-list-xml/2026-08-26-excerpt.xml", "uk-fcdo-xml"),
            RealList("uk-sanctions-list/2026-10-08-header-and-rows.csv", "uk-fcdo-csv"),
            RealList("uk-sanctions-list/2025-04-17.csv", "uk-ofsi-csv"),
            RealList("us-csl/consolidated.csv", "us-csl-csv"),
            RealList("us-ofac-cons-csv/2026-01", "ofac-cons-csv"),
            RealList("us-ofac-cons-enhanced/2024-07-03.xml", "ofac-enhanced-xml"),
            RealList("us-ofac-cons-advanced/2020-03-17.xml", "ofac-advanced"),
            RealList("us-ofac-cons/2025-10-22.xml", "ofac-xml"), RealList("us-ofac-cons/2025-12-18.xml", "ofac-xml"),
            RealList("us-ofac-delta/shape-2026-08-28.xml", "ofac-delta-xml"),
            RealList("us-ofac-sdn/xml-2021-03-10/sdn.xml", "ofac-xml"),
        ]

    func parts() throws -> [(name: String, bytes: [UInt8])] {
        let reader = try #require(ReaderCatalogue.named(reader))
        guard reader.parts.count > 1 else { return [(reader.parts[0], try RealData.unpacked("lists/\(path).xz"))] }
        return try RealData.names("lists/\(path)").map { name in
            (String(name.prefix { $0 != "." }), try RealData.unpacked("lists/\(path)/\(name)"))
        }
    }

    func read(_ parts: [(name: String, bytes: [UInt8])]) throws -> Reading {
        try Snapshot.read(parts, by: try #require(ReaderCatalogue.named(reader)))
    }
}
