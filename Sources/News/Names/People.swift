/// The people whom a text names in full: a name with capitals, beside an office, an apposition or a verb of speech.
struct People {
    struct Person {
        var name: String
        var range: Range<Int>
        /// How often its last word stands in the text.
        var mentions: Int
    }
    private(set) var people: [Person] = []
    private let passage: Passage
    private let taken: Set<Int>

    init(_ passage: Passage, taken: Set<Int>) {
        self.passage = passage
        self.taken = taken
        var runs: [Range<Int>] = []
        var index = 0
        while index < passage.words.count {
            if let run = run(from: index) {
                runs.append(run)
                index = run.upperBound
            } else {
                index += 1
            }
        }
        var seen: Set<String> = []
        for run in runs where run.count >= 2 && isPerson(run) {
            let name = passage.phrase(run)
            guard seen.insert(People.key(name)).inserted else { continue }
            let last = passage.words[run.upperBound - 1].text
            people.append(Person(name: name, range: run, mentions: passage.words.count { $0.text == last }))
        }
    }

    private static func key(_ name: String) -> String { name.lowercased().replacing("-", with: " ") }

    private func word(_ index: Int) -> Word? { passage.words.indices.contains(index) ? passage.words[index] : nil }

    /// The longest run of words with capitals from there on, in which nothing is a place, an office or a common word.
    private func run(from index: Int) -> Range<Int>? {
        guard isName(index) else { return nil }
        var end = index + 1
        var last = end
        while let next = word(end), joins(next), passage.part(end) == passage.part(index) {
            if isName(end) {
                last = end + 1
            } else if !Roles.particles.contains(next.lower) || next.isCapital && !isName(end + 1) {
                break
            }
            end += 1
            if end - index > 6 { break }
        }
        return last - index <= 5 ? index..<last : nil
    }

    private func isName(_ index: Int) -> Bool {
        guard let word = word(index), word.isCapital, !taken.contains(index),
            word.text.utf8.count > 1 || word.mark == 32
        else { return false }
        return !Roles.never.contains(word.lower) && !Roles.titles.contains(word.lower)
            && !(word.isAllCapitals && word.text.utf8.count > 1 && passage.part(index) != "title")
    }

    private func joins(_ word: Word) -> Bool {
        word.mark == 32 || word.mark == 45 && !word.isApart || word.mark == 46 && word.isApart && !word.startsSentence
            || word.mark == 39 && !word.isApart && word.isCapital
    }

    /// Whether what stands around a run says that it names a person.
    private func isPerson(_ run: Range<Int>) -> Bool {
        if let before = word(run.lowerBound - 1),
            !passage.words[run.lowerBound].startsSentence || Roles.titles.contains(before.lower)
        {
            if passage.words[run.lowerBound].mark == 32 || passage.words[run.lowerBound].mark == 46 {
                if Roles.titles.contains(before.lower) || Roles.speech.contains(before.lower) { return true }
                if before.lower == "to", word(run.lowerBound - 2)?.lower == "according" { return true }
            }
        }
        guard let after = word(run.upperBound) else { return false }
        if after.mark == 32, Roles.speech.contains(after.lower) { return true }
        if after.mark == 44 {
            // Hussein Hassan, an economist at …; Jane Roe, who leads …
            let sentence = passage.sentence(run.lowerBound)
            let near = (run.upperBound..<min(run.upperBound + 9, sentence.upperBound)).compactMap { word($0) }
            if near.first?.lower == "who" || near.first?.text.first?.isNumber == true { return true }
            let article =
                near.first.map { ["a", "an", "the", "its", "their", "his", "her"].contains($0.lower) } ?? false
            return near.contains { Roles.titles.contains($0.lower) }
                && (article || near.prefix(3).contains { Roles.titles.contains($0.lower) })
        }
        return false
    }
}
