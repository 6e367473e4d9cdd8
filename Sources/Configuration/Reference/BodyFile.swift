internal import Vocabulary

/// Organisations and laws by the names that news gives them: `Config/bodies.toml`.
package struct BodyFile: Sendable, Hashable {
    package var bodies: [Body]
    package var laws: [Law]

    package struct Body: Sendable, Hashable {
        package var name: String
        package var aliases: [String]
        /// international, agency, authority, company, armed_group, party, court, press.
        package var kind: String
        /// ISO 3166-1 alpha-2, or empty.
        package var country: String
    }

    package struct Law: Sendable, Hashable {
        /// Its full name, with its year where it has one.
        package var name: String
        package var aliases: [String]
        /// Whose law it is, ISO 3166-1 alpha-2 or EU; or empty.
        package var country: String
        /// The countries it is about.
        package var about: [String]
        /// What stands for it among an event's programmes, or empty.
        package var program: String
        package var kind: String
    }

    /// Reads the file strictly.
    package static func decode(_ file: ConfigFile) -> Checked<BodyFile> {
        ConfigFile.decode(file) { root in
            _ = root.required("version", .integer(1...1))
            return BodyFile(
                bodies: root.sections("body").compactMap { Body($0) }, laws: root.sections("law").compactMap { Law($0) }
            )
        }
    }
}

extension BodyFile.Body {
    init?(_ table: Section) {
        let name = table.required("name", .text)
        let body = BodyFile.Body(
            name: name ?? "", aliases: table.list("aliases", .text) ?? [], kind: table.value("kind", .text) ?? "",
            country: table.value("country", .optionalText) ?? "")
        table.close()
        guard name != nil else { return nil }
        self = body
    }
}

extension BodyFile.Law {
    init?(_ table: Section) {
        let name = table.required("name", .text)
        let law = BodyFile.Law(
            name: name ?? "", aliases: table.list("aliases", .text) ?? [],
            country: table.value("country", .optionalText) ?? "", about: table.list("about", .text) ?? [],
            program: table.value("program", .optionalText) ?? "", kind: table.value("kind", .optionalText) ?? "")
        table.close()
        guard name != nil else { return nil }
        self = law
    }
}
