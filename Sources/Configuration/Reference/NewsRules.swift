internal import Vocabulary

/// What news is read with. Read only when there is news to read: no other command waits for its thousands of names.
package struct NewsRules: Sendable {
    package let places: PlaceFile
    package let bodies: BodyFile
    package let tags: TagFile

    /// Where its files are in a workspace.
    package static let names = ["Config/places.toml", "Config/bodies.toml", "Config/tags.toml"]

    /// Reads the workspace's files, or throws the first fault.
    package static func load(root: String) throws -> NewsRules { try check(root: root).get() }

    /// Reads them, and collects what is wrong with any of them.
    package static func check(root: String) -> Checked<NewsRules> {
        let findings = Findings()
        let files = names.map { name in findings.noting { try ConfigFile(name: name, path: "\(root)/\(name)") } }
        func decode<Value>(_ file: ConfigFile?, _ read: (ConfigFile) -> Checked<Value>) -> Value? {
            guard let checked = file.map(read) else { return nil }
            for fault in checked.faults { findings.add(fault) }
            return checked.value
        }
        let places = decode(files[0], PlaceFile.decode)
        let bodies = decode(files[1], BodyFile.decode)
        let tags = decode(files[2], TagFile.decode)
        guard let places, let bodies, let tags else { return Checked(nil, findings) }
        return Checked(NewsRules(places: places, bodies: bodies, tags: tags), findings)
    }
}
