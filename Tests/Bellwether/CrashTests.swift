import Foundation
import TestSupport
import Testing

@Suite struct CrashTests {
    /// Snapshots of a list that grows, with rates beside it: what `kill -9` interrupts.
    private func desk() throws -> Desk {
        let desk = try Desk()
        for day in 1...30 {
            var file = SDNFile(1...(200 + day))
            file.rows[day]?.programme = "SDGT"
            try desk.folder.write("2022-01-\(day < 10 ? "0" : "")\(day).csv", file.text)
        }
        return desk
    }

    @Test func anImportThatIsKilledAtAnyMomentIsHealedByTheNextRun() throws {
        let desk = try desk()
        let untouched = try self.desk()
        var dice = Dice(9)
        var killed = 0
        for day in 1...30 {
            let file = "2022-01-\(day < 10 ? "0" : "")\(day).csv"
            let delay = Double(Int.random(in: 5...60, using: &dice)) / 1000
            // A run that ends by itself answers 0, one that is killed 137.
            let run = try desk.shell(
                """
                "$b" --workspace "$w" import us-ofac-sdn \(file) --seen @name:yyyy-MM-dd -q >/dev/null & job=$!
                sleep \(delay); kill -9 $job 2>/dev/null; wait $job
                """)
            #expect(run.status == 0 || run.status == 137)
            killed += run.status == 137 ? 1 : 0
            let next = try desk.run(
                "import", "us-ofac-sdn", "\(desk.folder.path)/\(file)", "--seen", "@name:yyyy-MM-dd")
            #expect(next.status == 0, "\(next.errors)")
            if day % 6 == 0 { try desk.verify() }
        }
        #expect(killed > 5, "only \(killed) of 30 runs were hit")
        try desk.verify()
        let all = try untouched.shell(
            "\"$b\" --workspace \"$w\" import us-ofac-sdn 2022-01-*.csv --seen @name:yyyy-MM-dd -q")
        #expect(all.status == 0)
        #expect(try desk.rows("changes") == untouched.rows("changes"))
        #expect(try desk.rows("entries", "us-ofac-sdn") == untouched.rows("entries", "us-ofac-sdn"))
        // No half-written file is left that would grow the archive at every crash.
        let before = try desk.state()
        #expect(try desk.run("rebuild").status == 0)
        #expect(try desk.state() == before)
    }

    /// Every write from the first byte on: the limit of a file's size moves through all of them.
    @Test func aFullDiskLeavesTheOldStateIntact() throws {
        let desk = try desk()
        let first = try desk.run(
            "import", "us-ofac-sdn", "\(desk.folder.path)/2022-01-01.csv", "--seen", "@name:yyyy-MM-dd")
        #expect(first.status == 0)
        let size = try FileManager.default.attributesOfItem(atPath: "\(desk.workspace)/Data/ledger.sqlite")[.size]
        let blocks = ((size as? Int) ?? 0) / 512
        let before = try desk.state()
        // What the journal holds of a run that could not be stored is made good by the first run with room.
        for limit in [0, 1, 2, 4, 8, 16, blocks / 2] {
            // Messages go through a pipe: the limit holds for the file that collects them as well.
            let run = try desk.shell(
                """
                said=$(ulimit -f \(limit); "$b" --workspace "$w" import us-ofac-sdn 2022-01-02.csv \
                    --seen @name:yyyy-MM-dd -q 2>&1); code=$?
                echo "$said" >&2; exit $code
                """)
            #expect(run.status == 1, "limit \(limit): \(run.status) \(run.errors)")
            #expect(
                run.errors.contains("large") || run.errors.contains("full") || run.errors.contains("I/O"),
                "\(run.errors)")
            #expect(try desk.state() == before, "limit \(limit)")
        }
        let run = try desk.run(
            "import", "us-ofac-sdn", "\(desk.folder.path)/2022-01-02.csv", "--seen", "@name:yyyy-MM-dd")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try desk.rows("changes", "--summary", "step").count == 1)
        try desk.verify()
    }
}
