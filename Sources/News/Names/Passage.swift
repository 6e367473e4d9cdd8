/// The words of an article's title, captions and body as one text, each word with the part it is of.
struct Passage {
    private struct Part {
        /// Where it begins, in bytes and in Unicode scalars of the text.
        var start: Int
        var scalars: Int
        var name: String
    }
    let text: [UInt8]
    let words: [Word]
    /// The words before the byline.
    let told: Range<Int>
    /// Where each word begins, in Unicode scalars of the text.
    private let scalars: [Int]
    private let parts: [Part]

    init(_ article: Article) {
        var text: [UInt8] = []
        var parts: [Part] = []
        var count = 0
        func add(_ part: String, _ name: String) {
            guard !part.isEmpty else { return }
            parts.append(Part(start: text.count, scalars: count, name: name))
            text += part.utf8
            text.append(10)
            count += part.unicodeScalars.count + 1
        }
        add(article.title, "title")
        add(article.body, "body")
        for caption in article.captions { add(caption, "caption") }
        let end = text.count
        if !article.byline.isEmpty { add(article.byline.joined(separator: "; "), "byline") }
        self.text = text
        self.parts = parts
        let words = Word.words(text)
        self.words = words
        told = 0..<(words.firstIndex { $0.start >= end } ?? words.count)
        var (at, passed) = (0, 0)
        scalars = words.map { word in
            while at < word.start {
                if text[at] & 0xC0 != 0x80 { passed += 1 }
                at += 1
            }
            return passed
        }
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
        let part = parts.last { $0.start <= start } ?? Part(start: 0, scalars: 0, name: "")
        return Evidence(
            field, value, phrase: phrase(range), offset: scalars[range.lowerBound] - part.scalars, part: part.name,
            note: note)
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
