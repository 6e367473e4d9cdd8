import Foundation
import TestSupport
import Testing

@Suite struct AnyOrderTests {
    /// Twelve snapshots in which entries come, go, return, are renamed and move between programmes; the fifth is the
    /// third again, and the ninth the eighth.
    private static let snapshots: [SDNFile] = {
        var dice = Dice(20_220_224)
        var file = SDNFile(1...40)
        var all: [SDNFile] = []
        for number in 1...12 {
            for _ in 0..<3 { file.rows[Int.random(in: 1...60, using: &dice)] = SDNFile.Row(name: "LATER \(number)") }
            for id in file.rows.keys.sorted().shuffled(using: &dice).prefix(2) { file.rows[id] = nil }
            for id in file.rows.keys.sorted().shuffled(using: &dice).prefix(2) {
                file.rows[id]?.programme = "SDGT\(number)"
            }
            for id in file.rows.keys.sorted().shuffled(using: &dice).prefix(1) {
                file.rows[id]?.remark = "\"DOB \(1950 + number).\""
            }
            all.append(file)
        }
        all[4] = all[2]
        all[8] = all[7]
        return all
    }()

    private func importing(_ order: [Int], oneByOne: Bool = true) throws -> Desk {
        let desk = try Desk()
        let paths = try order.map { index in
            try desk.folder.write("2022-01-\(10 + index).csv", AnyOrderTests.snapshots[index].text)
        }
        for batch in oneByOne ? paths.map({ [$0] }) : [paths] {
            let run = try Execution.bellwether(
                ["--workspace", desk.workspace, "import", "us-ofac-sdn", "--seen", "@name:yyyy-MM-dd"] + batch)
            guard run.status == 0 else { throw Mismatch(run.errors) }
        }
        return desk
    }

    /// Random orders, and one in which each repetition comes before what was published between it and the first.
    private static let orders: [[Int]] = [
        Array(0..<12).shuffledBy(1), Array(0..<12).shuffledBy(2), [2, 4, 8, 0, 7, 11, 10, 3, 9, 6, 5, 1],
    ]

    @Test(arguments: orders)
    func anyOrderOfArrivalEndsInTheSameHistory(order: [Int]) throws {
        let straight = try importing(Array(0..<12), oneByOne: false)
        let changes = try straight.rows("changes", "us-ofac-sdn")
        #expect(Set(changes.compactMap { $0["change"] }).isSuperset(of: ["added", "removed", "modified", "returned"]))
        let mixed = try importing(order)
        #expect(try mixed.rows("changes", "us-ofac-sdn") == changes)
        for words in ["step", "week", "programme"] {
            #expect(try mixed.rows("changes", "--summary", words) == straight.rows("changes", "--summary", words))
        }
        for day in ["2022-01-10", "2022-01-14", "2022-01-18", "2022-01-21"] {
            #expect(
                try mixed.rows("entries", "us-ofac-sdn", "--on", day)
                    == straight.rows("entries", "us-ofac-sdn", "--on", day), "\(day)")
        }
        try mixed.verify()
        let before = try mixed.state()
        #expect(try mixed.run("rebuild").status == 0)
        #expect(try mixed.state() == before)
    }

    /// Counted by other code: sets of ids, and rows that differ.
    @Test func theSummaryCountsWhatTheFilesSay() throws {
        let desk = try importing(Array(0..<12), oneByOne: false)
        let steps = try desk.rows("changes", "--summary", "step")
        let pairs = zip(AnyOrderTests.snapshots, AnyOrderTests.snapshots.dropFirst()).enumerated()
            .filter { $0.element.0 != $0.element.1 }
        #expect(steps.count == pairs.map(\.offset).count)
        for (step, (_, (before, after))) in zip(steps, pairs) {
            let (old, new) = (Set(before.rows.keys), Set(after.rows.keys))
            #expect(step["entries"] == String(new.count))
            #expect(step["added"] == String(new.subtracting(old).count))
            #expect(step["removed"] == String(old.subtracting(new).count))
            #expect(step["raw_changed"] == String(old.intersection(new).count { before.rows[$0] != after.rows[$0] }))
        }
    }

    @Test func aSnapshotImportedTwiceIsTakenOnce() throws {
        let desk = try importing([0, 1, 2])
        let before = try desk.state()
        let again = try importing([0])
        _ = again
        let path = "\(desk.folder.path)/2022-01-11.csv"
        let run = try desk.run("import", "us-ofac-sdn", path, "--seen", "@name:yyyy-MM-dd", "--format", "csv")
        #expect(run.status == 0)
        #expect(CSV.rows(run.output).first?["outcome"] == "unchanged")
        #expect(try desk.state() == before)
        try desk.verify()
    }
}

extension Array {
    fileprivate func shuffledBy(_ seed: UInt64) -> [Element] {
        var dice = Dice(seed)
        return shuffled(using: &dice)
    }
}
