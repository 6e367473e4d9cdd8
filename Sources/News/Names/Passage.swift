/// The words of an article's title, captions and body as one text, each word with the part it is of.
struct Passage {
    let text: [UInt8]
    let words: [Word]
    /// Where each part begins in the text, and its name.
    private let parts: [(start: Int, name: String)]

    init(_ article: Article) {
        var text: [UInt8] = []
        var parts: [(Int, String)] = []
        func add(_ part: String, _ name: String) {
            guard !part.isEmpty else { return }
            parts.append((text.count, name))
            text += part.utf8
            text.append(10)
        }
        add(article.title, "title")
        add(article.body, "body")
        for caption in article.captions { add(caption, "caption") }
        if !article.byline.isEmpty { add(article.byline.joined(separator: "; "), "byline") }
        self.text = text
        self.parts = parts
        words = Word.words(text)
    }

    func part(_ word: Int) -> String { parts.last { $0.start <= words[word].start }?.name ?? "" }

    /// What stands in the text from the first of these words to the last.
    func phrase(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: text[words[first].start..<words[last].end], as: UTF8.self)
    }

    /// With the place in Unicode scalars of its part.
    func evidence(_ field: String, _ value: String, _ range: Range<Int>, note: String = "") -> Evidence {
        let start = words[range.lowerBound].start
        let part = parts.last { $0.start <= start } ?? (0, "")
        let offset = text[part.start..<start].count { $0 & 0xC0 != 0x80 }
        return Evidence(field, value, phrase: phrase(range), offset: offset, part: part.name, note: note)
    }

    /// The words of the sentence that a word is in.
    func sentence(_ word: Int) -> Range<Int> {
        var first = word
        while first > 0, !words[first].startsSentence { first -= 1 }
        var last = word + 1
        while last < words.count, !words[last].startsSentence { last += 1 }
        return first..<last
    }
}
