internal import Matching
internal import Store
internal import Vocabulary

/// The names of the lists as they stood on a day, ready to be asked.
struct ListedNamesOfDay {
    struct Look {
        var list: String
        /// Nil: no snapshot of the list had been seen by that day, so nothing is known of it.
        var run: Run?
    }
    let looks: [Look]
    private let entries: [Designation]
    private let particulars: [Particulars]
    private let texts: [String]
    private let search: NameSearch

    init(_ ledger: Ledger, lists: [String], kind: NameKind, on day: Day?, known: KnownOn) throws {
        var (entries, looks): ([Designation], [Look]) = ([], [])
        for list in lists {
            let standing = try ledger.entries(list, on: day, known: known).map(\.designation)
            let run = try ledger.runs(feed: list).last { run in
                run.knownFrom.map { $0.seconds <= known.lastSecond } ?? false && (day.map { run.day <= $0 } ?? true)
            }
            looks.append(Look(list: list, run: standing.isEmpty ? nil : run))
            entries += standing.filter { kind == .unknown || NameKind($0.kind) == kind }
        }
        var (names, texts): ([NameIndex.Listed], [String]) = ([], [])
        for (index, entry) in entries.enumerated() {
            for name in entry.attributes where name.field == .name {
                names.append(
                    NameIndex.Listed(
                        name.value, entry: index, kind: NameKind(entry.kind), isWeak: name.qualifiers.contains("weak"),
                        text: texts.count))
                texts.append(name.value)
            }
        }
        self.entries = entries
        self.looks = looks
        self.texts = texts
        particulars = entries.map { entry in
            Particulars(
                births: entry.values(.birthDate), countries: entry.countries, identifiers: entry.values(.identifier))
        }
        search = NameSearch(NameIndex(names))
    }

    /// Entries that a text leads to: by a key, a reference or an identifier; by a name like it; by words that begin like its.
    func found(_ text: String, least: Float) -> [ScreenMatch] {
        let plain = Particulars.plain(text)
        var found: [ScreenMatch] = []
        var seen: Set<Int> = []
        guard !plain.isEmpty else { return [] }
        for (index, entry) in entries.enumerated() {
            let facts =
                [("key", [entry.id])]
                + [Field.reference, .identifier, .callSign].map { ($0.rawValue, entry.values($0)) }
            guard
                let (what, value) = facts.lazy.flatMap({ fact in fact.1.map { (fact.0, $0) } })
                    .first(where: { Particulars.plain($0.1) == plain }), seen.insert(index).inserted
            else { continue }
            found.append(
                ScreenMatch(
                    entry: entry, matchedName: entry.name, score: 1, why: "\(what.replacing("_", with: " ")) \(value)"))
        }
        let keys = Set(found.map { "\($0.entry.list) \($0.entry.id)" })
        let named = matches(ScreenFile.Asked(name: text), least: least).filter {
            !keys.contains("\($0.entry.list) \($0.entry.id)")
        }
        return found + named + beginning(text, besides: keys.union(named.map { "\($0.entry.list) \($0.entry.id)" }))
    }

    /// Entries of which one name has, for each word of the text, a word that begins with it.
    private func beginning(_ text: String, besides known: Set<String>) -> [ScreenMatch] {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty, words.allSatisfy({ $0.count >= 3 }) else { return [] }
        return entries.compactMap { entry in
            guard !known.contains("\(entry.list) \(entry.id)") else { return nil }
            let name = entry.values(.name).first { name in
                let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
                return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
            }
            return name.map { ScreenMatch(entry: entry, matchedName: $0, score: 0.5, why: "words that begin so") }
        }
    }

    /// Entries that the name may be of, best first: each once, by the name of its that matches best.
    func matches(_ asked: ScreenFile.Asked, least: Float) -> [ScreenMatch] {
        let name = search.matcher.parse(asked.name, kind: asked.kind)
        var best: [Int: ScreenMatch] = [:]
        // What speaks for it besides the name may lift a score that is a little too low.
        let lifted = asked.particulars == Particulars() ? least : least * 0.6
        for hit in search.find(name, least: lifted) {
            let listed = search.index.names[hit.name]
            let entry = Int(listed.entry)
            // A weak alias is shared by many.
            let score = listed.isWeak ? hit.score * 0.9 : hit.score
            let (judged, reasons) = asked.particulars.judge(score, against: particulars[entry])
            guard judged >= least, judged > best[entry]?.score ?? 0 else { continue }
            let parsed = search.index.parsed(hit.name)
            let why =
                [search.matcher.evidence(name, parsed).words(name, parsed)] + (listed.isWeak ? ["weak alias"] : [])
            best[entry] = ScreenMatch(
                entry: entries[entry], matchedName: texts[Int(listed.text)], score: judged,
                why: (why + reasons).joined(separator: "; "))
        }
        for (index, particular) in particulars.enumerated() where !asked.particulars.identifiers.isEmpty {
            guard let shared = asked.particulars.identifiers.first(where: { particular.identifiers.contains($0) })
            else {
                continue
            }
            best[index] = ScreenMatch(
                entry: entries[index], matchedName: best[index]?.matchedName ?? entries[index].name, score: 1,
                why: "identifier \(shared) agrees")
        }
        return best.values.sorted {
            ($1.score, $0.entry.list, $0.entry.id) < ($0.score, $1.entry.list, $1.entry.id)
        }
    }
}

/// An entry that a name may be of.
struct ScreenMatch {
    var entry: Designation
    var matchedName: String
    var score: Float
    var why: String
}
