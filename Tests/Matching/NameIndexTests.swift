import Matching
import Testing

@Suite struct NameIndexTests {
    private static let given = [
        "Ahmed", "Mohammed", "Ali", "Vladimir", "Sergei", "Igor", "Oleg", "Hassan", "Kim", "Jong", "Maria", "Juan",
        "Rosa", "Abdul Rahman",
        "Wei", "Reza", "Farhad", "Владимир", "محمد", "Yevgeny",
    ]
    private static let family = [
        "Petrov", "Ivanov", "Sidorenko", "al-Masri", "Khan", "Rahimi", "Gomez", "Nasr Allah", "Zhang", "Kovalchuk",
        "Timchenko",
        "Petrova", "Khalidi", "Un", "Il", "Nasrallah", "Путин", "حسن", "Rotenberg", "Haqqani",
    ]

    /// Names put together at random, some with slips.
    private static func names(_ count: Int, seed: UInt64, slips: Bool) -> [String] {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<count).map { _ in
            var words = [given[next(given.count)], given[next(given.count)], family[next(family.count)]]
            if next(3) > 0 { words.remove(at: next(2)) }
            if slips, next(2) == 0 { words.swapAt(0, words.count - 1) }
            var text = Array(words.joined(separator: " "))
            if slips, next(2) == 0 { text.remove(at: next(text.count)) }
            if slips, next(3) == 0 { text.insert(["a", "e", "k", "s"][next(4)], at: next(text.count)) }
            return String(text)
        }
    }

    @Test("The index finds what a comparison with every name finds: 10,000 questions against 150 names")
    func recall() {
        let listed = Self.names(150, seed: 1, slips: false)
        let index = NameIndex(listed.enumerated().map { NameIndex.Listed($1, entry: $0, kind: .person) })
        let search = NameSearch(index)
        var answered = 0
        for question in Self.names(10_000, seed: 2, slips: true) {
            let name = search.matcher.parse(question, kind: .person)
            let (found, all) = (search.find(name, least: 0.7), search.findAll(name, least: 0.7))
            if found.map(\.name) != all.map(\.name) { Issue.record("\(question): \(found.count) of \(all.count)") }
            if !all.isEmpty { answered += 1 }
        }
        // The questions are near the names: the test would prove nothing if few had an answer.
        #expect(answered > 2000)
    }
}
