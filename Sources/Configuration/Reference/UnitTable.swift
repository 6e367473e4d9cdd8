package import Vocabulary

/// How currencies changed their unit: `Config/units.toml`, each row a dated fact with its source.
package struct UnitTable: Sendable, Hashable {
    /// In the order of the file.
    package var changes: [Change]

    /// One currency's step from an old unit to a new one.
    package struct Change: Sendable, Hashable {
        /// The code of the old unit.
        package var codeFrom: String
        /// Equal to `codeFrom` where a currency lost zeros and kept its code.
        package var codeTo: String
        /// As the act states it: old units in one new one, or new in one old where `isInverse`.
        package var ratio: Double
        /// Whether `ratio` counts new units in one old one.
        package var isInverse = false
        /// Nil while it is announced without a date.
        package var effective: Day?
        /// The last day on which both units were money.
        package var bothUntil: Day?
        /// Only what is in force changes a figure.
        package var status: Status
        /// The act.
        package var source: String
        /// For people.
        package var note = ""
        /// What the old unit and the new one are called, where they share a code: `old pounds`, `new pounds`.
        package var names: [String] = []
        /// The day on which a feed began to print the new unit under the same code.
        package var switches: [Switch] = []

        /// What a rate printed in old units is divided by to be in new ones.
        package var divisor: Double { isInverse ? 1 / ratio : ratio }
    }

    /// How far a change has come.
    package enum Status: String, Sendable, CaseIterable {
        case announced, postponed
        case inForce = "in force"
    }

    /// When a feed went over to the new unit.
    package struct Switch: Sendable, Hashable {
        /// The feed's id.
        package var feed: String
        /// Its first day in the new unit.
        package var day: Day
    }

    /// Reads the file strictly.
    package static func decode(_ file: ConfigFile) -> Checked<UnitTable> {
        ConfigFile.decode(file) { root in
            UnitTable(changes: root.sections("unit").compactMap { Change($0) })
        }
    }
}

extension UnitTable.Change {
    init?(_ table: Section) {
        let from = table.required("code_from", .currency)
        let to = table.required("code_to", .currency)
        let ratio = table.required("ratio", .number(1e-6...1e15))
        let isInverse = table.value("inverse", .boolean) ?? false
        let effective = table.value("effective", .day)
        let bothUntil = table.value("both_until", .day)
        let status = table.required(
            "status", Form(UnitTable.Status.allCases.map(\.rawValue)) { UnitTable.Status(rawValue: $0) })
        let source = table.required("source", .text)
        let note = table.value("note", .prose) ?? ""
        let names = table.list("unit_names", .text) ?? []
        let switches = table.sections("switch").compactMap { row -> UnitTable.Switch? in
            let feed = row.required("feed", .identifier)
            let day = row.required("day", .day)
            row.close()
            guard let feed, let day else { return nil }
            return UnitTable.Switch(feed: feed, day: day)
        }
        table.close()
        if !names.isEmpty, names.count != 2 {
            table.refuse(
                "unit_names", "`unit_names` has \(names.count) names",
                remedy: "expected: the old unit's and the new one's")
        }
        if status == .inForce, !table.has("effective") {
            table.missing("effective", "the day, since the change is in force")
        }
        if let effective, let bothUntil, bothUntil < effective {
            table.refuse(
                "both_until", "`both_until` is before `effective`", remedy: "expected: \(effective) or later")
        }
        guard let from, let to, let ratio, let status, let source else { return nil }
        self.init(
            codeFrom: from, codeTo: to, ratio: ratio, isInverse: isInverse, effective: effective, bothUntil: bothUntil,
            status: status,
            source: source, note: note, names: names, switches: switches)
    }
}
