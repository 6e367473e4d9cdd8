internal import Vocabulary

extension Limits {
    /// Reads `[expect]` strictly; a key that is not there leaves what holds for every feed.
    init(_ table: Section) {
        self.init()
        let count = Form.integer(0...100_000_000)
        let share = Form.number(0...100)
        let size = Form.integer(0...1_000_000_000_000)
        let minBytes = table.value("min_bytes", size)
        maximumBytes = table.value("max_bytes", size)
        let minRows = table.value("min_rows", count)
        maximumRows = table.value("max_rows", count)
        if let minBytes { minimumBytes = minBytes }
        if let minRows { minimumRows = minRows }
        if let value = table.value("max_removed", count) { removed = value }
        if let value = table.value("max_removed_percent", share) { removedPercent = value }
        if let value = table.value("max_added", count) { added = value }
        if let value = table.value("max_added_percent", .number(0...1000)) { addedPercent = value }
        if let value = table.value("max_programme_removed_percent", share) { programmeRemovedPercent = value }
        for (what, least, most) in [("rows", minRows, maximumRows), ("bytes", minBytes, maximumBytes)] {
            guard let least, let most, least > most else { continue }
            table.refuse(
                "max_\(what)", "`max_\(what)` is less than `min_\(what)`",
                remedy: "expected: a number from \(least) upwards")
        }
        table.close()
    }
}
