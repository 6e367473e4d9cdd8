package import Vocabulary

extension UnitChanges {
    /// Reads `Config/units.toml` strictly.
    package static func decode(_ file: ConfigFile) -> Checked<UnitChanges> {
        ConfigFile.decode(file) { root in
            UnitChanges(root.sections("unit").compactMap { Change($0) })
        }
    }
}

extension UnitChanges.Change {
    init?(_ table: Section) {
        let from = table.required("code_from", .currency)
        let to = table.required("code_to", .currency)
        let ratio = table.required("ratio", .number(1e-6...1e15))
        let isInverse = table.value("inverse", .boolean) ?? false
        let effective = table.value("effective", .day)
        let bothUntil = table.value("both_until", .day)
        let status = table.required(
            "status", Form(UnitChanges.Status.allCases.map(\.rawValue)) { UnitChanges.Status(rawValue: $0) })
        let source = table.required("source", .text)
        let note = table.value("note", .prose) ?? ""
        let names = table.list("unit_names", .text) ?? []
        let switches = table.sections("switch").compactMap { row -> UnitChanges.Switch? in
            let feed = row.required("feed", .identifier)
            let day = row.required("day", .day)
            row.close()
            guard let feed, let day else { return nil }
            return UnitChanges.Switch(feed: feed, day: day)
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
        self.init(codeFrom: from, codeTo: to, ratio: ratio, status: status, source: source)
        self.isInverse = isInverse
        self.effective = effective
        self.bothUntil = bothUntil
        self.note = note
        self.names = names
        self.switches = switches
    }
}
