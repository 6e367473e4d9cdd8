internal import Vocabulary

extension ConfigFile {
    /// Reads a file's one document: `read` asks the root for its keys, and what it did not ask for is a fault.
    static func decode<Value: Sendable>(_ file: ConfigFile, read: (Section) -> Value?) -> Checked<Value> {
        let findings = Findings()
        do {
            let document = try TomlDocument.parse(file)
            guard let root = Section(document, title: "", file: file.name, findings: findings) else {
                return Checked(nil, findings)
            }
            let value = read(root)
            root.close()
            return Checked(value, findings)
        } catch let fault as Fault {
            findings.add(fault)
        } catch {
            findings.add(Fault("unreadable_file", "\(error)", place: file.name))
        }
        return Checked(nil, findings)
    }
}
