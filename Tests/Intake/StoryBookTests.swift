import Intake
import Testing
import Vocabulary

@Suite struct StoryBookTests {
    private func story(_ title: String, _ address: String, day: Int = 24, source: String = "One") -> NewsEvent {
        var event = NewsEvent(date: Day(year: 2022, month: 2, day: day) ?? Day(number: 0))
        (event.title, event.url, event.source, event.status, event.countries) = (title, address, source, "new", ["RU"])
        event.key = StoryKey.of(address)
        event.reports = ["\(source) \(address)"]
        return event
    }

    @Test("One story from two feeds is one event with two reports")
    func same() throws {
        var book = StoryBook([])
        let first = book.add([story("US imposes sanctions on two large Russian banks", "https://one.example/a?x=1")])
        let second = book.add([
            story("US imposes sanctions on two Russian banks", "https://two.example/b", day: 25, source: "Two")
        ])
        #expect(first.map(\.id) == ["RU-2022-02-24"] && second.map(\.id) == ["RU-2022-02-24"])
        #expect(second[0].reports == ["One https://one.example/a?x=1", "Two https://two.example/b"])
        #expect(second[0].title == first[0].title)
    }

    @Test("Other stories of a day have ids of their own; the same one again is nothing new")
    func others() {
        var book = StoryBook([])
        let stories = [
            story("US imposes sanctions on two banks", "https://one.example/a"),
            story("Rouble slides to a record low today", "https://one.example/b"),
        ]
        #expect(book.add(stories).map(\.id) == ["RU-2022-02-24", "RU-2022-02-24-2"])
        #expect(book.add(stories).isEmpty)
    }

    @Test("A correction by its first publisher is a version; a person's decision stays")
    func correction() {
        var book = StoryBook([])
        _ = book.add([story("US imposes sanctions on three banks", "https://one.example/a")])
        var corrected = story("US imposes sanctions on two banks", "https://one.example/a")
        corrected.tags = ["sanctions"]
        let version = book.add([corrected])
        #expect(version.map(\.title) == ["US imposes sanctions on two banks"] && version.map(\.id) == ["RU-2022-02-24"])
        var accepted = version[0]
        accepted.status = "accepted"
        var reviewed = StoryBook([accepted])
        #expect(reviewed.add([story("Another title", "https://one.example/a")]).isEmpty)
        accepted.isDropped = true
        var dropped = StoryBook([accepted])
        #expect(dropped.add([corrected]).isEmpty)
    }

    @Test("Events of a file keep the ids that they have")
    func file() {
        var event = NewsEvent(id: "MY-1", date: Day(number: 19_000))
        event.title = "US imposes sanctions on two banks"
        var book = StoryBook([])
        #expect(book.add([event]).map(\.id) == ["MY-1"])
    }
}

extension StoryBook {
    /// Where no event is known but those of the book.
    fileprivate mutating func add(_ stories: [NewsEvent]) -> [NewsEvent] { add(stories) { _ in false } }
}
