import Feeds
import FoundationEssentials
import Testing
import Vocabulary

@Suite struct ScratchTests {
    func file(_ p: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "/tmp/h-readers-scratch/" + p))) }
    func timed<T>(_ n: String, _ f: () throws -> T) rethrows -> T {
        let c = ContinuousClock(); let s = c.now; let r = try f(); print(n, c.now - s); return r
    }
    func snap(_ parts: [(String, [UInt8])]) -> Snapshot { Snapshot(feed: "x", source: "ecb", parts: parts.map { .init(name: $0.0, bytes: $0.1) }) }

    @Test func a() throws {
        let csv = try file("eurofxref-hist.csv")
        let r = Readers.named("ecb-csv")!
        for _ in 0..<3 {
            let x = try timed("ecbcsv") { try r.read(snap([("main", csv)])) }
            print(x.rows, x.published!)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: "/tmp/h-readers-scratch/snaps").sorted()
        let o = Readers.named("ofac-csv")!
        var before: [String: (Int64, FacetReading, Int)] = [:]
        var raw = 0, same = 0
        let clock = ContinuousClock(); var total = Duration.zero; var attrs = Duration.zero
        for n in names {
            let b = try file("snaps/" + n)
            let s = clock.now
            let x = try o.read(snap([("sdn", b)]))
            total += clock.now - s
            if !x.warnings.isEmpty { print(n, x.warnings) }
            guard case .list(let f) = x.content else { continue }
            var now: [String: (Int64, FacetReading, Int)] = [:]
            for (i, e) in f[0].entries.enumerated() { now[e.id] = (e.digest, f[0], i) }
            let t = clock.now
            for (id, v) in now {
                guard let w = before[id], w.0 != v.0 else { continue }
                raw += 1
                if try w.1.attributes(w.2) == v.1.attributes(v.2) { same += 1; print("same", n, id, try v.1.attributes(v.2).map(\.display)) }
            }
            attrs += clock.now - t
            before = now
        }
        print("raw", raw, "same", same, "scan", total / names.count, "attrs", attrs)
        let last = before.values.first!.1
        var counts: [String: Int] = [:]; var ex: [String: String] = [:]
        for i in last.entries.indices { for a in try last.attributes(i) {
            let k = a.field.rawValue + (a.field == .identifier ? ":" + a.qualifiers[0] : "")
            counts[k, default: 0] += 1
            ex[k] = a.display } }
        for (k, v) in counts.sorted(by: { $0.value > $1.value }) { print(v, k, ex[k]!) }
    }
}
