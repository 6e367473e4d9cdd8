internal import Vocabulary

/// Which words give an event which tag: `Config/tags.toml`.
package struct TagFile: Sendable, Hashable {
    package var tags: [Rule]
    /// Words of headlines and first sentences that say whether an act tightens or eases.
    package var directions: [Direction]

    package struct Rule: Sendable, Hashable {
        package var id: String
        /// Each with the weight of its group. `*` at the end stands for any ending.
        package var phrases: [Phrase]
        /// The weights of the phrases found must reach it.
        package var least: Double
    }

    package struct Phrase: Sendable, Hashable {
        package var text: String
        package var weight: Double
    }

    package struct Direction: Sendable, Hashable {
        /// tighten or ease.
        package var word: String
        package var phrases: [String]
    }

    /// Reads the file strictly.
    package static func decode(_ file: ConfigFile) -> Checked<TagFile> {
        ConfigFile.decode(file) { root in
            _ = root.required("version", .integer(1...1))
            return TagFile(
                tags: root.sections("tag").compactMap { Rule($0) },
                directions: root.sections("direction").compactMap { Direction($0) })
        }
    }
}

extension TagFile.Rule {
    init?(_ table: Section) {
        let id = table.required("id", .text)
        let strong = table.list("phrases", .text) ?? []
        let weak = table.list("weak", .text) ?? []
        if strong.isEmpty, weak.isEmpty { table.missing("phrases", "the words that give the tag") }
        let least = table.value("least", .number(0.1...100)) ?? 1
        table.close()
        guard let id else { return nil }
        self.init(
            id: id, phrases: strong.map { .init(text: $0, weight: 1) } + weak.map { .init(text: $0, weight: 0.5) },
            least: least)
    }
}

extension TagFile.Direction {
    init?(_ table: Section) {
        let word = table.required("word", Form(["tighten", "ease"]) { ["tighten", "ease"].contains($0) ? $0 : nil })
        let phrases = table.list("phrases", .text) ?? []
        table.close()
        guard let word else { return nil }
        self.init(word: word, phrases: phrases)
    }
}
