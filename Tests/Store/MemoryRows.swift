import Vocabulary

@testable import Store

/// The rows of a ledger in memory: a second backend, which proves that nothing above the rows is SQLite's.
final class MemoryRows: LedgerRows {
    private struct Entry: Hashable {
        var part: Int64
        var id: String
    }
    private struct State {
        var runs: [RunID: Run] = [:]
        var accepted: [RunID: Int64] = [:]
        var configuration: [String: [Int64: String]] = [:]
        var journalBytes = 0
        var series: [SeriesRow] = []
        var seriesCoverage: [Int64: [RunID: ClosedRange<Int64>]] = [:]
        var values: [Int64: [ValueRow]] = [:]
        var parts: [PartRow] = []
        var partCoverage: [Int64: Set<RunID>] = [:]
        var entries: [Entry] = []
        var keys: [Entry: Int64] = [:]
        var versions: [Int64: [Int64: (text: String, marks: Set<Mark>, event: EventColumns?)]] = [:]
        var presence: [Int64: [Int64: [PresenceRow]]] = [:]
        var census: [Int64: [RunID: Set<CensusRow>]] = [:]
    }
    private var state = State()

    func provisionally<T>(_ body: () throws -> Ending<T>) throws -> T {
        let before = state
        do {
            switch try body() {
            case .commit(let answer): return answer
            case .rollBack(let answer):
                state = before
                return answer
            }
        } catch {
            state = before
            throw error
        }
    }

    func freeze() {}
    func damage() -> [String] { [] }
    var journalBytes: Int { state.journalBytes }
    func advance(journalBytes: Int) { state.journalBytes = journalBytes }

    func configure(_ file: String, sha256: String, second: Int64) {
        state.configuration[file, default: [:]][second] = sha256
    }
    func configuration() -> [String: String] {
        state.configuration.compactMapValues { since in since.max { $0.key < $1.key }?.value }
    }

    func dump() -> [String] {
        var rows = state.runs.values.map { "run|\($0)" } + state.accepted.map { "acceptance|\($0)" }
        rows += state.configuration.map { "configuration|\($0) \($1.sorted { $0.key < $1.key })" }
        rows += state.series.map { "series|\($0)" }
        rows += state.seriesCoverage.flatMap { key, runs in runs.map { "series_coverage|\(key) \($0)" } }
        rows += state.values.flatMap { key, values in values.map { "observation|\(key) \($0)" } }
        rows += state.parts.map { "facet|\($0)" } + state.entries.map { "entry|\($0)" }
        rows += state.partCoverage.flatMap { key, runs in runs.map { "facet_coverage|\(key) \($0)" } }
        rows += state.versions.flatMap { key, versions in
            versions.map { "version|\(key) \($0) \($1.text) \($1.marks.map { "\($0)" }.sorted())" }
        }
        rows += state.presence.values.flatMap { $0.values.joined() }.map { "presence|\($0)" }
        rows += state.census.flatMap { part, runs in
            runs.flatMap { run, rows in
                rows.map { "census|\(run)|\(part)|'\($0.kind)'|'\($0.name)'|\($0.count)" }
            }
        }
        return rows.sorted()
    }

    // Runs.
    func record(_ run: Run) {
        var run = run
        // What was recorded of its bytes stays.
        if let before = state.runs[run.id] { run.parts = before.parts.isEmpty ? run.parts : before.parts }
        state.runs[run.id] = run
    }
    func accept(_ run: RunID, second: Int64) {
        if state.accepted[run] == nil { state.accepted[run] = second }
    }
    func accepted(by second: Int64) -> Set<RunID> {
        Set(state.accepted.filter { $0.value <= second && state.runs[$0.key]?.isKnown == true }.keys)
    }

    func runs(_ query: RunQuery) -> [Run] {
        let found = state.runs.values.filter { run in
            let known = run.knownFrom?.seconds
            let identity = query.id.map { $0 == run.id } ?? true && query.feed.map { $0 == run.feed } ?? true
            let place =
                query.from.map { $0 <= run.moment } ?? true && query.before.map { run.moment < $0 } ?? true
            let kind =
                query.outcome.map { $0 == run.outcome } ?? true && query.how.map { $0 == run.how } ?? true
                && query.excludedHow.map { $0 != run.how } ?? true && query.sha256.map { $0 == run.sha256 } ?? true
            let time =
                (!query.isKnown || known != nil) && query.knownBy.map { (known ?? .max) <= $0 } ?? true
                && query.knownAfter.map { (known ?? .min) > $0 } ?? true
                && query.days.map { $0.contains(run.day) || $0.contains(run.localDay) } ?? true
                && query.lastDay.map { run.day <= $0 } ?? true
            let content =
                (!query.hasParts || !run.parts.isEmpty) && (!query.isReading || run.sameAs == nil)
                && query.covering.map { $0.contains { covers($0, run: run.sameAs ?? run.id) } } ?? true
            return identity && place && kind && time && content
        }.sorted { query.latestFirst ? $0.moment > $1.moment : $0.moment < $1.moment }
        return query.limit.map { Array(found.prefix($0)) } ?? found
    }
    func stamp(at moment: Int64) -> RunStamp? {
        state.runs.values.first { $0.moment == moment }.map(stamp)
    }
    func lateStamps() -> [RunStamp] {
        state.runs.values.filter { ($0.knownFrom ?? $0.seen) > $0.seen }.map(stamp)
    }
    private func stamp(_ run: Run) -> RunStamp {
        RunStamp(id: run.id, moment: run.moment, known: run.knownFrom?.seconds)
    }
    private func later(than moment: Int64) -> [Run] {
        runs(RunQuery { ($0.from, $0.isKnown) = (moment + 1, true) })
    }

    // Series.
    func series() -> [SeriesRow] { state.series.sorted { $0.name < $1.name } }
    func series(named name: String) -> SeriesRow? { state.series.first { $0.name == name } }
    func addSeries(_ name: String, unit: String, period: String) -> SeriesRow {
        let row = SeriesRow(key: Int64(state.series.count) + 1, name: name, unit: unit, period: period)
        state.series.append(row)
        return row
    }
    func values(
        of series: Int64, days: ClosedRange<Int64>, descending: Bool, _ body: (ValueRow) throws -> Bool
    ) throws {
        let rows = (state.values[series] ?? []).filter { days.contains($0.day) }.sorted {
            ($0.day, $0.moment) < ($1.day, $1.moment)
        }
        for row in descending ? rows.reversed() : rows { guard try body(row) else { return } }
    }
    func coverage(ofSeries series: Int64, after moment: Int64) -> [SeriesCoverageRow] {
        later(than: moment).compactMap { run in
            state.seriesCoverage[series]?[run.sameAs ?? run.id].map {
                SeriesCoverageRow(moment: run.moment, known: run.knownFrom?.seconds ?? 0, days: $0)
            }
        }
    }
    func cover(series: Int64, run: RunID, days: ClosedRange<Int64>) {
        if state.seriesCoverage[series]?[run] == nil { state.seriesCoverage[series, default: [:]][run] = days }
    }
    func insert(_ rows: [ValueRow], series: Int64) { state.values[series, default: []] += rows }
    func deleteValue(series: Int64, day: Int64, moment: Int64) {
        state.values[series]?.removeAll { $0.day == day && $0.moment == moment }
    }

    // Entries.
    func parts(ofList list: String?) -> [PartRow] { state.parts.filter { list == nil || $0.list == list } }
    func part(_ name: String, ofList list: String) -> Int64 {
        if let known = state.parts.first(where: { $0.list == list && $0.name == name }) { return known.key }
        state.parts.append(PartRow(key: Int64(state.parts.count) + 1, list: list, name: name))
        return Int64(state.parts.count)
    }
    func coverage(ofPart part: Int64, after moment: Int64) -> [RunStamp] {
        later(than: moment).filter { covers(part, run: $0.sameAs ?? $0.id) }.map(stamp)
    }
    func covers(_ part: Int64, run: RunID) -> Bool { state.partCoverage[part]?.contains(run) ?? false }
    func cover(part: Int64, run: RunID) { state.partCoverage[part, default: []].insert(run) }
    func census(of part: Int64, run: RunID) -> [CensusRow] { Array(state.census[part]?[run] ?? []) }
    func insert(_ rows: [CensusRow], part: Int64, run: RunID) {
        state.census[part, default: [:]][run] = Set(rows)
    }
    func entry(_ id: String, in part: Int64) -> (key: Int64, isNew: Bool) {
        let entry = Entry(part: part, id: id)
        if let key = state.keys[entry] { return (key, false) }
        state.entries.append(entry)
        state.keys[entry] = Int64(state.entries.count)
        return (Int64(state.entries.count), true)
    }
    func hasEntry(_ id: String, in part: Int64) -> Bool { state.keys[Entry(part: part, id: id)] != nil }
    func presence(_ query: PresenceQuery, _ body: (PresenceRow) throws -> Void) throws {
        for (entry, rows) in (state.presence[query.part] ?? [:]).sorted(by: { $0.key < $1.key }) {
            let id = state.entries[Int(entry) - 1].id
            guard query.entry.map({ $0 == entry }) ?? true, query.ids.map({ $0.contains(id) }) ?? true else { continue }
            for var row in rows.sorted(by: { $0.moment < $1.moment })
            where row.moment <= query.last ?? .max && query.moment.map({ $0 == row.moment }) ?? true {
                row.id = id
                try body(row)
            }
        }
    }
    func lastPresence(in part: Int64, entry id: String?, moments: Range<Int64>) -> Int64? {
        (state.presence[part] ?? [:]).filter { id == nil || state.entries[Int($0.key) - 1].id == id }
            .values.joined().map(\.moment).filter(moments.contains).max()
    }
    func insertPresence(_ row: PresenceRow, part: Int64) {
        state.presence[part, default: [:]][row.entry, default: []].append(row)
    }
    func deletePresence(part: Int64, entry: Int64, moment: Int64) {
        state.presence[part]?[entry]?.removeAll { $0.moment == moment }
    }
    func text(of entry: Int64, content: Int64) -> String? { state.versions[entry]?[content]?.text }
    func standings(in part: Int64, last: Int64, _ body: (Standing) throws -> Void) throws {
        try presence(PresenceQuery(part, last: last)) { row in
            try body(Standing(entry: row.entry, moment: row.moment, isListed: row.content != nil))
        }
    }
    func standings(
        in part: Int64, marked mark: Mark, last: Int64, _ body: (Standing) throws -> Bool
    ) throws {
        var isDone = false
        try presence(PresenceQuery(part, last: last)) { row in
            let versions = state.versions[row.entry] ?? [:]
            guard !isDone, versions.values.contains(where: { $0.marks.contains(mark) }) else { return }
            let isMarked = row.content.flatMap { versions[$0]?.marks.contains(mark) } ?? false
            isDone = try !body(Standing(entry: row.entry, moment: row.moment, isListed: isMarked))
        }
    }
    func insert(_ row: VersionRow) -> Bool {
        guard state.versions[row.entry]?[row.content] == nil else { return false }
        state.versions[row.entry, default: [:]][row.content] = (row.text, [], nil)
        return true
    }
    func insert(_ versions: [MarkedVersion], under mark: Mark, part: Int64) {
        for version in versions { state.versions[version.entry]?[version.content]?.marks.insert(mark) }
    }
    func insert(_ events: [EventVersion]) {
        for event in events { state.versions[event.entry]?[event.content]?.event = event.columns }
    }
    func entries(in part: Int64, marked marks: Set<Mark>) -> [String] {
        state.entries.enumerated().filter { index, entry in
            entry.part == part
                && (state.versions[Int64(index) + 1] ?? [:]).values.contains { !$0.marks.isDisjoint(with: marks) }
        }.map(\.element.id)
    }
    func hasLearned(in part: Int64, moreThan most: Int, after second: Int64) throws -> Bool {
        let moments = Set(state.runs.values.filter { ($0.knownFrom?.seconds ?? .min) > second }.map(\.moment))
        var count = 0
        try presence(PresenceQuery(part)) { row in count += moments.contains(row.moment) ? 1 : 0 }
        return count > most
    }
    /// All of them: what does not fit is left out above.
    func events(_ query: EventQuery, in part: Int64, _ body: (EventRow) throws -> Void) throws {
        try presence(PresenceQuery(part, ids: query.ids)) { row in
            let columns = row.content.flatMap { state.versions[row.entry]?[$0]?.event }
            try body(EventRow(entry: row.entry, moment: row.moment, content: row.content, columns: columns))
        }
    }
}
